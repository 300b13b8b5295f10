-- software_place: one row is a device on a day of software, with the machine tag and device group that place it.
-- reads: landed_software, landed_agents_mde, landed_agents_deviceinfo, landed_agents_osquery
-- rule: the days in :touched only. The newest inventory of the 31 days up to the day that knows the device, and of that
--   day the row that saw it last.
-- null: tag and group that the inventory does not say; devices that no inventory knows have no row.
with asked as (
  select distinct as_at, device_id
  from landed_software
  where array_contains(:touched, as_at)
    and (support_ends_on is not null or lower(name) like '%server%')
),
reported as (
  select as_at, device_id, last_seen, ods_tag, rbac_group, source_file_id, line
  from landed_agents_mde
  union all
  select as_at, device_id, last_seen, ods_tag, rbac_group, source_file_id, line
  from landed_agents_deviceinfo
  union all
  select as_at, device_id, last_seen, cast(null as string), cast(team as string), source_file_id, line
  from landed_agents_osquery
),
near as (
  select *
  from reported
  where exists(:touched, day -> as_at <= day and as_at > date_sub(day, 31))
),
placed as (
  select a.as_at, a.device_id,
    max_by(struct(n.ods_tag, n.rbac_group), struct(n.as_at, n.last_seen, n.source_file_id, n.line)) as place
  from asked as a
  join near as n on n.device_id = a.device_id and n.as_at <= a.as_at and n.as_at > date_sub(a.as_at, 31)
  group by all
)
select as_at, device_id, place.ods_tag as ods_tag, place.rbac_group as rbac_group
from placed
