-- device_count: one row is an inventory day, device group or tag, platform, version, edition and build, with its counts.
-- reads: device
-- rule: active = seen in the :stale_days days before the inventory day; healthy = onboarded, agent Active, and active.
-- null: what the inventory does not say.
with judged as (
  select *, date_diff(as_at, to_date(last_seen)) <= :stale_days as is_active
  from device
)
select as_at, ods_tag, rbac_group, os_platform, version, edition_tag, os_build,
  count(*) as devices,
  count_if(is_active) as active_devices,
  count_if(onboarding = 'Onboarded') as onboarded_devices,
  count_if(onboarding = 'Onboarded' and health = 'Active' and is_active) as healthy_devices,
  min(struct(source_file_id, line)) as first_row
from judged
group by all
