-- succession: one row is a link from an earlier organisation to a later one.
-- reads: landed_succession
-- rule: as ODS says, known from the first row that says so, which is the row named; the newest gives the reason.
-- null: nothing; an unstated reason is 'unknown'.
select predecessor, successor, effective_on,
  coalesce(first_value(reason) over (
    partition by predecessor, successor, effective_on
    order by as_at desc, said_at desc, reason nulls last, source_file_id, line), 'unknown') as reason,
  as_at as known_from, source_file_id, line
from landed_succession
qualify row_number() over (
  partition by predecessor, successor, effective_on order by as_at, said_at, source_file_id, line) = 1
