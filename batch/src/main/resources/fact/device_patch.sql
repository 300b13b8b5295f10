-- device_patch: one row is an organisation and inventory day, with its active devices whose release has a build list.
-- reads: device_count, tenant, organisation, landed_os_builds
-- rule: a device is patched when its build is at or above the newest critical build of its release that was
--   :patch_days days old or more on the inventory day, compared part by part as numbers (domain 4). A release is
--   platform and version; of platforms that the list knows without version, the platform alone. Where a device does not
--   say its version, the build's first part tells the release. A device that does not say its revision, or neither
--   version nor build while its platform is listed, cannot be judged and is unknown.
-- null: nothing.
with listed as (
  select lower(os_platform) as os_platform, lower(version) as version, critical, released_on,
    transform(split(build, '\\.'), part -> cast(part as bigint)) as parts
  from landed_os_builds
  qualify row_number() over (
    partition by lower(os_platform), lower(version), build order by as_at desc, source_file_id desc, line desc) = 1
),
day as (
  select distinct as_at, date_sub(as_at, :patch_days) as out_by
  from device_count
),
required as (
  select d.as_at, l.os_platform, l.version, max_by(l.parts, struct(l.released_on, l.parts)) as parts,
    collect_set(l.parts[0]) as first_parts
  from day as d
  join listed as l on l.critical and l.released_on <= d.out_by
  group by all
),
device as (
  select as_at, ods_tag, rbac_group, lower(os_platform) as os_platform, lower(version) as version,
    -- osquery passes on what the system says, such as 21G72: no number to compare, so unknown
    case when os_build rlike '^[0-9]{1,9}(\\.[0-9]{1,9})*$'
      then transform(split(os_build, '\\.'), part -> cast(part as bigint)) end as parts, active_devices, first_row
  from device_count
  where active_devices > 0
),
release as (
  select distinct as_at, os_platform, version, parts[0] as first_part from device
),
-- at most one requirement for a release: by its version, else the platform's own, else by the build's first part
matched as (
  select d.as_at, d.os_platform, d.version, d.first_part,
    min(struct(
      case when r.version = d.version then 1 when r.version is null then 2 else 3 end as rank,
      r.version as listed_version, r.parts as parts)) as best
  from release as d
  join required as r
    on r.as_at = d.as_at and r.os_platform = d.os_platform
    and (r.version = d.version or r.version is null
      or (d.version is null and (d.first_part is null or array_contains(r.first_parts, d.first_part))))
  group by all
),
compared as (
  select d.*, m.best.parts as required_parts
  from device as d
  join matched as m
    on m.as_at = d.as_at and m.os_platform = d.os_platform and m.version <=> d.version
    and m.first_part <=> d.parts[0]
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
