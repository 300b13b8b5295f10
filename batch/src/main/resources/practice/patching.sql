-- patching: one row is an organisation, month and known version of its devices' builds.
-- reads: patch_month
-- rule: active devices at or above the newest critical build of their release that was old enough (required_build) /
--   active devices whose release has a build list >= :threshold. Not met when even with all unknown revisions the share
--   would stay below; between the two the unknown could decide, so not assessed.
-- null: value when no device is listed; known_to while the version stands.
with judged as (
  select *,
    case
      when listed_devices = 0 then 'not_assessed'
      when patched_devices / listed_devices >= :threshold then 'met'
      when (patched_devices + unknown_devices) / listed_devices < :threshold then 'not_met'
      else 'not_assessed'
    end as outcome
  from patch_month
)
select ods_code, month_end as cycle_end, known_from, known_to, outcome,
  case when listed_devices > 0 then patched_devices / listed_devices end as value,
  cast(patched_devices as double) as numerator, cast(listed_devices as double) as denominator,
  case
    when listed_devices = 0 then 'no active device whose release has a build list'
    when outcome = 'not_assessed'
      then concat(unknown_devices, ' devices do not say their revision, and they could decide')
    when outcome = 'not_met'
      then concat(listed_devices - patched_devices - unknown_devices, ' devices lack a critical fix that was due, ',
        unknown_devices, ' do not say their revision')
  end as reason,
  source_file_id, line
from judged
