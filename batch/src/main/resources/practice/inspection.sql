-- inspection: one row is an inspection and a day on which something was said of it, with what was known then.
-- reads: landed_cyber_inspections
-- rule: met when no practice was found not met at severity high or critical. Known from the day of publication (of the
--   visit where none is given); the newest statement about a finding stands, of two of one day the graver. An inspection
--   that tested nothing is not assessed.
-- null: reason when met; known_to while the version stands.
with said as (
  select inspection_id, practice, finding, severity, ods_code, inspected_on, as_at, source_file_id, line
  from landed_cyber_inspections
  qualify row_number() over (
    partition by inspection_id, practice, as_at
    order by said_at desc, finding = 'not_met' desc, severity = 'critical' desc, severity = 'high' desc, finding,
      severity, ods_code, inspected_on, source_file_id, line) = 1
),
point as (
  select distinct inspection_id, as_at as known_from
  from said
),
standing as (
  select p.known_from, s.*,
    s.finding = 'not_met' and coalesce(s.severity in ('high', 'critical'), false) as is_serious
  from point as p
  join said as s on s.inspection_id = p.inspection_id and s.as_at <= p.known_from
  qualify row_number() over (partition by p.inspection_id, p.known_from, s.practice order by s.as_at desc) = 1
),
counted as (
  select inspection_id, known_from,
    max_by(ods_code, struct(as_at, practice)) as ods_code,
    max_by(inspected_on, struct(as_at, practice)) as inspected_on,
    count_if(finding <> 'not_tested') as tested,
    count_if(is_serious) as serious,
    array_sort(collect_set(practice) filter (where is_serious)) as failings,
    min_by(struct(source_file_id, line), struct(not is_serious, finding = 'not_tested', source_file_id, line)) as row
  from standing
  group by inspection_id, known_from
)
select ods_code, inspection_id, inspected_on, known_from,
  lead(known_from) over (partition by inspection_id order by known_from) as known_to,
  case when tested = 0 then 'not_assessed' when serious > 0 then 'not_met' else 'met' end as outcome,
  cast(serious as double) as numerator, cast(tested as double) as denominator,
  case
    when tested = 0 then 'nothing was tested'
    when serious > 0 then concat('serious failing found in: ', array_join(failings, ', '))
  end as reason,
  row.source_file_id as source_file_id, row.line as line
from counted
