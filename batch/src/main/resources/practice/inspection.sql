-- inspection: one row is an inspection.
-- reads: inspection_finding
-- rule: met when no practice was found not met at severity high or critical. Known from the day of publication (of the
--   visit where none is given). An inspection that tested nothing is not assessed.
-- null: value, for the outcome is not a share.
select max_by(ods_code, struct(as_at, source_file_id, line)) as ods_code, inspection_id as cycle,
  max_by(inspected_on, struct(as_at, source_file_id, line)) as cycle_end,
  case
    when count_if(finding <> 'not_tested') = 0 then 'not_assessed'
    when count_if(finding = 'not_met' and severity in ('high', 'critical')) > 0 then 'not_met'
    else 'met'
  end as outcome,
  cast(null as double) as value,
  cast(count_if(finding = 'not_met' and severity in ('high', 'critical')) as double) as numerator,
  cast(count_if(finding <> 'not_tested') as double) as denominator,
  false as is_late,
  case
    when count_if(finding <> 'not_tested') = 0 then 'nothing was tested'
    when count_if(finding = 'not_met' and severity in ('high', 'critical')) > 0
      then concat('serious failing found in: ', array_join(array_sort(collect_set(practice)
        filter (where finding = 'not_met' and severity in ('high', 'critical'))), ', '))
  end as reason,
  coalesce(max(published_on), max(inspected_on)) as known_from, cast(null as date) as known_to,
  min(struct(source_file_id, line)).source_file_id as source_file_id,
  min(struct(source_file_id, line)).line as line
from inspection_finding
group by inspection_id
