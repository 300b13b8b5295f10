-- supported-systems: one row is an organisation, month and known version of its estate.
-- reads: estate_month
-- rule: met when (unsupported + unknown) / judged <= :threshold; not met when unsupported / judged > :threshold;
--   between the two the unknown could decide, so not assessed. Covered and extended devices do not count as unsupported.
-- null: value when nothing was judged; known_to while the version stands.
select ods_code, month_end as cycle_end, known_from, known_to,
  case
    when judged_devices = 0 then 'not_assessed'
    when unsupported_devices / judged_devices > :threshold then 'not_met'
    when (unsupported_devices + unknown_devices) / judged_devices <= :threshold then 'met'
    else 'not_assessed'
  end as outcome,
  case when judged_devices > 0 then (unsupported_devices + unknown_devices) / judged_devices end as value,
  cast(unsupported_devices + unknown_devices as double) as numerator,
  cast(judged_devices as double) as denominator,
  case
    when judged_devices = 0 then 'no active device of a product in the end-of-support catalogue'
    when unsupported_devices / judged_devices <= :threshold
      and (unsupported_devices + unknown_devices) / judged_devices > :threshold
      then concat(unknown_devices, ' devices do not say their release, and they could decide')
  end as reason,
  source_file_id, line
from estate_month
