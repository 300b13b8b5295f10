-- inspection_finding: one row is an inspection and practice tested.
-- reads: landed_cyber_inspections
-- rule: the newest statement about a finding stands; the inspector's words for the practice are kept. Of two of one day
--   the graver finding stands.
-- null: severity where nothing was found or none was given.
select inspection_id, practice, finding, severity, ods_code, inspected_on, published_on, kind, selection, as_at,
  source_file_id, line
from landed_cyber_inspections
qualify row_number() over (
  partition by inspection_id, practice
  order by as_at desc, said_at desc, finding = 'not_met' desc, severity = 'critical' desc, severity = 'high' desc,
    finding, severity, ods_code, inspected_on, kind, selection, source_file_id, line) = 1
