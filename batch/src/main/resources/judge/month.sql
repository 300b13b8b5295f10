-- month: one row is a version of an organisation's outcome for a month.
-- reads: said, charge
-- rule: a month is judged when it has ended, on what its last inventories show; whatever is restated later makes a later
--   version from the day it is known. Who closed or had not opened by the month's end, or answers for other years only, is
--   not charged with a failing (domain 3.1): not applicable. Equal versions that follow each other are one.
-- null: value when there is nothing to measure; known_to while the version stands.
with spared as (
  select ods_code, collect_list(struct(known_from, known_to, first_end, last_end, first_reason, last_reason)) as spans
  from charge
  group by ods_code
),
spanned as (
  select s.*,
    filter(c.spans, x -> s.cycle_end < x.first_end or s.cycle_end > x.last_end) as spans
  from said as s
  left join spared as c on c.ods_code = s.ods_code
  where s.cycle_end <= :night
),
piece as (
  select * except (known_from),
    explode(array_distinct(array(known_from) || coalesce(filter(
      flatten(transform(spans, x -> array(x.known_from, x.known_to))),
      d -> d > known_from and (known_to is null or d < known_to)), array()))) as known_from
  from spanned
),
charged as (
  select * except (spans),
    try_element_at(filter(spans, x -> x.known_from <= known_from and (x.known_to is null or known_from < x.known_to)), 1)
      as span
  from piece
),
judged as (
  select ods_code, cycle_end, value, numerator, denominator, known_from, source_file_id, line,
    case when span is not null and outcome in ('not_met', 'not_assessed') then 'not_applicable' else outcome end as outcome,
    case
      when span is null or outcome not in ('not_met', 'not_assessed') then reason
      when cycle_end > span.last_end then span.last_reason
      else span.first_reason
    end as reason
  from charged
),
changed as (
  select *
  from judged
  qualify row_number() over of_cycle = 1
    or not struct(outcome, value, numerator, denominator, reason)
      <=> lag(struct(outcome, value, numerator, denominator, reason)) over of_cycle
  window of_cycle as (partition by ods_code, cycle_end order by known_from)
)
select ods_code, date_format(cycle_end, 'yyyy-MM') as cycle, cycle_end, outcome, value, numerator, denominator,
  false as is_late, reason, known_from,
  lead(known_from) over (partition by ods_code, cycle_end order by known_from) as known_to, source_file_id, line
from changed
