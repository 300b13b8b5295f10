-- succession: one row is a link from an earlier organisation to a later one.
-- reads: landed_succession
-- rule: as ODS says; the newest statement about a link gives its reason.
-- null: nothing; an unstated reason is 'unknown'.
select predecessor, successor, effective_on, coalesce(reason, 'unknown') as reason, source_file_id, line
from landed_succession
qualify row_number() over (
  partition by predecessor, successor, effective_on order by as_at desc, source_file_id desc, line desc) = 1
