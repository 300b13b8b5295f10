-- counted_day: one row is an inventory day and agent, with the rows taken in and the devices counted.
-- reads: landed_agents_mde, landed_agents_deviceinfo, landed_agents_osquery, device_count
-- rule: the days in :touched only. Rows that are no device counted are repeats: the device stands in another row of the
--   day that saw it later. content tells the counts of the day from all others.
-- null: content where no device of the day is this agent's.
with reported as (
  select as_at as night, 'agents-mde' as source
  from landed_agents_mde
  where array_contains(:touched, as_at)
  union all
  select as_at, 'agents-deviceinfo'
  from landed_agents_deviceinfo
  where array_contains(:touched, as_at)
  union all
  select as_at, 'agents-osquery'
  from landed_agents_osquery
  where array_contains(:touched, as_at)
),
taken as (
  select night, source, count(*) as rows
  from reported
  group by all
),
counted as (
  select night, source, sum(devices) as devices,
    cast(sum(cast(xxhash64(ods_tag, rbac_group, os_platform, version, edition_tag, os_build, devices, active_devices,
      onboarded_devices, healthy_devices, source_file_id, line) as decimal(38, 0))) as string) as content
  from device_count
  where array_contains(:touched, night)
  group by all
)
select coalesce(t.night, c.night) as night, coalesce(t.source, c.source) as source, coalesce(t.rows, 0) as rows,
  coalesce(c.devices, 0) as devices, c.content
from taken as t
full join counted as c on c.night = t.night and c.source = t.source
