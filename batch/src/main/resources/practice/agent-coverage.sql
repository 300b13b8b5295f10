-- agent-coverage: one row is an organisation, month and known version of its estate.
-- reads: estate_month
-- rule: devices onboarded, healthy and seen within 30 days / expected devices (where not stated: all devices known)
--   >= :threshold. More healthy devices than expected count as all of them.
-- null: known_to while the version stands.
with measured as (
  select *, coalesce(nullif(expected_devices, 0), devices) as expected
  from estate_month
)
select ods_code, month_end as cycle_end, known_from, known_to,
  case when least(healthy_devices, expected) / expected >= :threshold then 'met' else 'not_met' end as outcome,
  least(healthy_devices, expected) / expected as value,
  cast(least(healthy_devices, expected) as double) as numerator,
  cast(expected as double) as denominator,
  case when expected_devices is null then 'no estimate of expected devices: measured against all devices known' end
    as reason,
  source_file_id, line
from measured
