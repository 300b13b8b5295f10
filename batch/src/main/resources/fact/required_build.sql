-- required_build: one row is a month, inventory day, release and known version of the build that its devices had to have.
-- reads: device_month, landed_os_builds
-- rule: the newest critical build that was :patch_days days old or more on the inventory day (domain 4), as known at the
--   month's end; what is said of a build later makes a later version. A release is platform and version; of platforms
--   that the list knows without version, the platform alone. Where a device does not say its version, the first part of
--   its build tells the release.
-- null: version and first_part where the devices do not say; parts while no build of the release is known; known_to while
--   the version stands.
with said as (
  select lower(os_platform) as os_platform, lower(version) as version, build, critical, released_on, as_at
  from landed_os_builds
  qualify row_number() over (
    partition by lower(os_platform), lower(version), build, as_at
    order by said_at desc, critical desc, released_on, source_file_id, line) = 1
),
changed as (
  select *
  from said
  qualify row_number() over of_build = 1
    or not struct(critical, released_on) <=> lag(struct(critical, released_on)) over of_build
  window of_build as (partition by os_platform, version, build order by as_at)
),
listed as (
  select os_platform, version, critical, released_on,
    transform(split(build, '\\.'), part -> cast(part as bigint)) as parts, as_at as known_from,
    lead(as_at) over (partition by os_platform, version, build order by as_at) as known_to
  from changed
),
release as (
  select distinct month_end, night, lower(os_platform) as os_platform, lower(version) as version,
    cast(regexp_extract(os_build, '^([0-9]{1,9})(\\.[0-9]{1,9})*$', 1) as string) as first_text
  from device_month
  where active_devices > 0
),
asked as (
  select month_end, night, os_platform, version, cast(nullif(first_text, '') as bigint) as first_part
  from release
),
candidate as (
  select distinct a.*,
    case when b.version = a.version then 1 when b.version is null then 2 else 3 end as place,
    b.version as listed_version, b.released_on, b.parts, b.known_from, b.known_to
  from asked as a
  join listed as b
    on b.os_platform = a.os_platform and b.critical and b.released_on <= date_sub(a.night, :patch_days)
    and (b.known_to is null or b.known_to > a.month_end)
    and (b.version = a.version or b.version is null
      or (a.version is null and (a.first_part is null or b.parts[0] = a.first_part)))
),
pointed as (
  select *,
    array_distinct(filter(flatten(collect_list(array(greatest(month_end, known_from), known_to))
      over (partition by month_end, night, os_platform, version, first_part)), p -> p is not null)) as points
  from candidate
),
at_point as (
  select *, explode(points) as point
  from pointed
),
newest as (
  select month_end, night, os_platform, version, first_part, point, place, listed_version,
    max_by(parts, struct(released_on, parts)) filter (
      where known_from <= point and (known_to is null or point < known_to)) as parts
  from at_point
  group by all
),
best as (
  select month_end, night, os_platform, version, first_part, point,
    min_by(parts, struct(place, listed_version)) filter (where parts is not null) as parts
  from newest
  group by month_end, night, os_platform, version, first_part, point
)
select month_end, night, os_platform, version, first_part, parts, point as known_from,
  lead(point) over (partition by month_end, night, os_platform, version, first_part order by point) as known_to
from best
