-- device_count: one row is an inventory day, agent, device group or tag, platform, version, edition and build, with its
--   counts and its first row.
-- reads: device, inventory_file
-- rule: active = seen in the :stale_days days before the inventory day; healthy = onboarded, agent Active, and active.
-- null: what the inventory does not say.
with judged as (
  select /*+ broadcast(f) */ d.*, date_diff(d.as_at, to_date(d.last_seen)) <= :stale_days as is_active,
    f.rank * 4294967296 + d.line as place
  from device as d
  join inventory_file as f on f.source_file_id = d.source_file_id
),
counted as (
  select as_at, source, ods_tag, rbac_group, os_platform, version, edition_tag, os_build,
    count(*) as devices,
    count_if(is_active) as active_devices,
    count_if(onboarding = 'Onboarded') as onboarded_devices,
    count_if(onboarding = 'Onboarded' and health = 'Active' and is_active) as healthy_devices,
    min(place) as first_place
  from judged
  group by all
)
select /*+ broadcast(f) */ c.as_at as night, c.as_at, c.source, c.ods_tag, c.rbac_group, c.os_platform, c.version,
  c.edition_tag, c.os_build, c.devices, c.active_devices, c.onboarded_devices, c.healthy_devices,
  f.source_file_id, c.first_place % 4294967296 as line
from counted as c
join inventory_file as f on f.rank = c.first_place div 4294967296
