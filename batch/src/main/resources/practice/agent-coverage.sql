-- agent-coverage: one row is an organisation and month, judged on the month's last inventory of the organisation.
-- reads: estate_summary
-- rule: devices onboarded, healthy and seen within 30 days / expected devices (where not stated: all devices known)
--   >= :threshold. More healthy devices than expected count as all of them.
-- null: known_to, for a month is judged once.
with last_of_month as (
  select *, coalesce(nullif(expected_devices, 0), devices) as expected
  from estate_summary
  qualify row_number() over (partition by ods_code, date_trunc('month', night) order by night desc) = 1
)
select ods_code, date_format(night, 'yyyy-MM') as cycle, last_day(night) as cycle_end,
  case when least(healthy_devices, expected) / expected >= :threshold then 'met' else 'not_met' end as outcome,
  least(healthy_devices, expected) / expected as value,
  cast(least(healthy_devices, expected) as double) as numerator,
  cast(expected as double) as denominator,
  false as is_late,
  case when expected_devices is null then 'no estimate of expected devices: measured against all devices known' end
    as reason,
  night as known_from, cast(null as date) as known_to, source_file_id, line
from last_of_month
