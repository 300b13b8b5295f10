-- patching: one row is an organisation and month, judged on the month's last inventory of the organisation.
-- reads: device_patch, estate_summary
-- rule: active devices at or above the newest critical build of their release that was old enough (device_patch) / active
--   devices whose release has a build list >= :threshold. Not met when even with all unknown revisions the share would
--   stay below; between the two the unknown could decide, so not assessed.
-- null: value when no device is listed; known_to, for a month is judged once.
with last_of_month as (
  select s.ods_code, s.night, s.source_file_id, s.line, p.first_row,
    coalesce(p.listed_devices, 0) as listed, coalesce(p.patched_devices, 0) as patched,
    coalesce(p.unknown_devices, 0) as unknown
  from estate_summary as s
  left join device_patch as p on p.ods_code = s.ods_code and p.night = s.night
  qualify row_number() over (partition by s.ods_code, date_trunc('month', s.night) order by s.night desc) = 1
),
judged as (
  select *,
    case
      when listed = 0 then 'not_assessed'
      when patched / listed >= :threshold then 'met'
      when (patched + unknown) / listed < :threshold then 'not_met'
      else 'not_assessed'
    end as outcome
  from last_of_month
)
select ods_code, date_format(night, 'yyyy-MM') as cycle, last_day(night) as cycle_end, outcome,
  case when listed > 0 then patched / listed end as value,
  cast(patched as double) as numerator, cast(listed as double) as denominator,
  false as is_late,
  case
    when listed = 0 then 'no active device whose release has a build list'
    when outcome = 'not_assessed' then concat(unknown, ' devices do not say their revision, and they could decide')
    when outcome = 'not_met'
      then concat(listed - patched - unknown, ' devices lack a critical fix that was due, ', unknown, ' do not say their revision')
  end as reason,
  night as known_from, cast(null as date) as known_to,
  coalesce(first_row.source_file_id, source_file_id) as source_file_id, coalesce(first_row.line, line) as line
from judged
