-- patch_month: one row is an organisation code, month and known version of how many devices its last inventories of the
--   month show with the build they had to have.
-- reads: device_month, tenant, required_build
-- rule: active devices whose release has a build list (required_build); patched when the build is at or above the required
--   one, compared part by part as numbers (domain 4). A device that does not say its revision, or neither version nor
--   build while its platform is listed, cannot be judged and is unknown. Placed and known as in estate_month.
-- null: known_to while the version stands.
with placed as (
  select coalesce(d.ods_tag, t.ods_code) as ods_code, d.month_end, d.night,
    lower(d.os_platform) as os_platform, lower(d.version) as version,
    -- osquery passes on what the system says, such as 21G72: no number to compare, so unknown
    case when d.os_build rlike '^[0-9]{1,9}(\\.[0-9]{1,9})*$' then d.os_build end as build,
    case when d.ods_tag is null then greatest(d.month_end, t.known_from) else d.month_end end as placed_from,
    sum(d.active_devices) as active_devices,
    min(struct(d.source_file_id, d.line)) as first_row
  from device_month as d
  left join tenant as t
    on t.rbac_group = d.rbac_group and t.from_on <= d.night and (t.to_on is null or d.night < t.to_on)
  where coalesce(d.ods_tag, t.ods_code) is not null
  group by all
),
numbered as (
  select *, transform(split(build, '\\.'), part -> cast(part as bigint)) as parts
  from placed
),
compared as (
  select n.*, r.parts as required_parts, r.known_from as required_from, r.known_to as required_to
  from numbered as n
  left join required_build as r
    on r.month_end = n.month_end and r.night = n.night and r.os_platform = n.os_platform
    and r.version <=> n.version and r.first_part <=> n.parts[0] and r.parts is not null and n.active_devices > 0
    and (r.known_to is null or r.known_to > n.placed_from)
),
pointed as (
  select *,
    array_distinct(flatten(collect_list(array(placed_from, greatest(placed_from, required_from), required_to))
      over (partition by ods_code, month_end))) as points
  from compared
),
at_point as (
  select *, explode(filter(points, p -> p >= placed_from)) as point
  from pointed
),
standing as (
  select *, coalesce(required_from <= point and (required_to is null or point < required_to), false) as is_listed
  from at_point
),
counted as (
  select ods_code, month_end, point,
    coalesce(sum(active_devices) filter (where is_listed), 0) as listed_devices,
    coalesce(sum(active_devices) filter (where is_listed and parts >= required_parts), 0) as patched_devices,
    coalesce(sum(active_devices) filter (where is_listed and parts is null), 0) as unknown_devices,
    coalesce(min(first_row) filter (where is_listed), min(first_row)) as first_row
  from standing
  group by ods_code, month_end, point
)
select ods_code, month_end, listed_devices, patched_devices, unknown_devices, point as known_from,
  lead(point) over (partition by ods_code, month_end order by point) as known_to,
  first_row.source_file_id as source_file_id, first_row.line as line
from counted
