-- device_patch: one row is an organisation and inventory day, with its active devices whose release has a build list.
-- reads: device_count, tenant, organisation, landed_os_builds
-- rule: a device is patched when its build is at or above the newest critical build of its release that was
--   :patch_days days old or more on the inventory day, compared part by part as numbers (domain 4). A release is
--   platform and version; where the version is not said, platform and the build's first part. A device that does not
--   say its revision cannot be judged and is unknown.
-- null: nothing.
with build as (
  select lower(os_platform) as os_platform, lower(version) as version, build,
    transform(split(build, '\\.'), part -> cast(part as bigint)) as parts, released_on
  from landed_os_builds
  where critical
  qualify row_number() over (
    partition by os_platform, version, build order by as_at desc, source_file_id desc, line desc) = 1
),
day as (
  select distinct as_at, date_sub(as_at, :patch_days) as out_by
  from device_count
),
required as (
  select d.as_at, b.os_platform, b.version, b.parts[0] as first_part,
    max_by(b.parts, struct(b.released_on, b.parts)) as parts
  from day as d
  join build as b on b.released_on <= d.out_by
  group by all
),
device as (
  select as_at, ods_tag, rbac_group, lower(os_platform) as os_platform, lower(version) as version,
    transform(split(os_build, '\\.'), part -> cast(part as bigint)) as parts, active_devices, first_row
  from device_count
  where active_devices > 0
),
compared as (
  select d.*, r.parts as required_parts
  from device as d
  join required as r
    on r.as_at = d.as_at and r.os_platform = d.os_platform and r.version = d.version
  union all
  select d.*, r.parts
  from device as d
  join required as r
    on r.as_at = d.as_at and r.os_platform = d.os_platform and d.version is null and r.first_part = d.parts[0]
)
select coalesce(c.ods_tag, t.ods_code) as ods_code, c.as_at as night,
  cast(sum(c.active_devices) as bigint) as listed_devices,
  cast(sum(case when c.parts >= c.required_parts then c.active_devices else 0 end) as bigint) as patched_devices,
  cast(sum(case when c.parts is null then c.active_devices else 0 end) as bigint) as unknown_devices,
  min(c.first_row) as first_row
from compared as c
left join tenant as t on t.rbac_group = c.rbac_group
join organisation as o on o.ods_code = coalesce(c.ods_tag, t.ods_code)
group by all
