-- device_count: one row is an inventory day, device group or tag, platform, version and edition, with its counts.
-- reads: landed_agents_mde
-- rule: the days in :touched only. A device that stands in several files of one day counts once, as last seen; active =
--   seen in the :stale_days days before the inventory day; healthy = onboarded, agent Active, and active.
-- null: what the inventory does not say.
with device as (
  select *, date_diff(as_at, to_date(last_seen)) <= :stale_days as is_active
  from landed_agents_mde
  where array_contains(:touched, as_at)
  qualify row_number() over (
    partition by as_at, device_id order by last_seen desc, source_file_id desc, line desc) = 1
)
select as_at, ods_tag, rbac_group, os_platform,
  nullif(upper(trim(regexp_replace(version, '(?i)lts[cb]', ''))), '') as version,
  coalesce(edition_tag, case when version rlike '(?i)lts[cb]' then 'LTSC' end) as edition_tag,
  count(*) as devices,
  count_if(is_active) as active_devices,
  count_if(onboarding = 'Onboarded') as onboarded_devices,
  count_if(onboarding = 'Onboarded' and health = 'Active' and is_active) as healthy_devices,
  min(struct(source_file_id, line)) as first_row
from device
group by all
