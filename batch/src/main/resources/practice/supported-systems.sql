-- supported-systems: one row is an organisation and month, judged on the month's last inventory of the organisation.
-- reads: estate_summary
-- rule: met when (unsupported + unknown) / judged <= :threshold; not met when unsupported / judged > :threshold;
--   between the two the unknown could decide, so not assessed. Covered and extended devices do not count as unsupported.
-- null: value when nothing was judged; known_to, for a month is judged once.
with last_of_month as (
  select *
  from estate_summary
  qualify row_number() over (partition by ods_code, date_trunc('month', night) order by night desc) = 1
)
select ods_code, date_format(night, 'yyyy-MM') as cycle, last_day(night) as cycle_end,
  case
    when judged_devices = 0 then 'not_assessed'
    when unsupported_devices / judged_devices > :threshold then 'not_met'
    when (unsupported_devices + unknown_devices) / judged_devices <= :threshold then 'met'
    else 'not_assessed'
  end as outcome,
  case when judged_devices > 0 then (unsupported_devices + unknown_devices) / judged_devices end as value,
  cast(unsupported_devices + unknown_devices as double) as numerator,
  cast(judged_devices as double) as denominator,
  false as is_late,
  case
    when judged_devices = 0 then 'no active device of a product in the end-of-support catalogue'
    when unsupported_devices / judged_devices <= :threshold
      and (unsupported_devices + unknown_devices) / judged_devices > :threshold
      then concat(unknown_devices, ' devices do not say their release, and they could decide')
  end as reason,
  night as known_from, cast(null as date) as known_to, source_file_id, line
from last_of_month
