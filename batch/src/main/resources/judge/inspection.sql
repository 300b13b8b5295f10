-- inspection: one row is a version of an inspection's outcome.
-- reads: said
-- rule: the cycle is the inspection itself; a finding restated makes a later version from the day it is known. Equal
--   versions that follow each other are one.
-- null: value, for the outcome is not a share; known_to while the version stands.
with changed as (
  select *
  from said
  qualify row_number() over of_inspection = 1
    or not struct(ods_code, inspected_on, outcome, numerator, denominator, reason)
      <=> lag(struct(ods_code, inspected_on, outcome, numerator, denominator, reason)) over of_inspection
  window of_inspection as (partition by inspection_id order by known_from)
)
select ods_code, inspection_id as cycle, inspected_on as cycle_end, outcome, cast(null as double) as value, numerator,
  denominator, false as is_late, reason, known_from,
  lead(known_from) over (partition by inspection_id order by known_from) as known_to, source_file_id, line
from changed
