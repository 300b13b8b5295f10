-- succession: one row is a link from an earlier organisation to a later one.
-- reads: landed_succession
-- rule: as ODS says, known from the first file that says so; the newest statement about a link gives its reason.
-- null: nothing; an unstated reason is 'unknown'.
select predecessor, successor, effective_on, coalesce(reason, 'unknown') as reason,
  min(as_at) over (partition by predecessor, successor, effective_on) as known_from, source_file_id, line
from landed_succession
qualify row_number() over (
  partition by predecessor, successor, effective_on
  order by as_at desc, said_at desc, reason nulls last, source_file_id, line) = 1
