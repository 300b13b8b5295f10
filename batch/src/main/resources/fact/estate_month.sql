-- estate_month: one row is an organisation code, month and known version of what its last inventories of the month show.
-- reads: device_month, tenant, system_support, cover, expected_devices
-- rule: the month's estate is the union of each agent's and device group's last inventory (domain 4), each judged on its
--   own day as in device_support. Known from the month's end, or from the later day on which the device group was placed;
--   a later statement of the catalogue or about cover makes a later version. Expected devices: the newest estimate up to
--   the organisation's newest inventory of the month. Codes that no list names stand here too; they count in no figure.
-- null: expected_devices where none was given; known_to while the version stands.
with placed as (
  select coalesce(d.ods_tag, t.ods_code) as ods_code, d.month_end, d.night, d.os_platform, d.version, d.edition_tag,
    case when d.ods_tag is null then greatest(d.month_end, t.known_from) else d.month_end end as placed_from,
    sum(d.devices) as devices, sum(d.active_devices) as active_devices,
    sum(d.onboarded_devices) as onboarded_devices, sum(d.healthy_devices) as healthy_devices,
    min(struct(d.source_file_id, d.line)) as first_row
  from device_month as d
  left join tenant as t
    on t.rbac_group = d.rbac_group and t.from_on <= d.night and (t.to_on is null or d.night < t.to_on)
  where coalesce(d.ods_tag, t.ods_code) is not null
  group by all
),
agreement as (
  select ods_code, product,
    collect_list(struct(support, covered_from, covered_to, known_from, known_to)) as agreements
  from cover
  group by ods_code, product
),
part as (
  select p.ods_code, p.month_end, p.night, coalesce(s.family, 'other') as family,
    case
      when not coalesce(s.is_catalogued, false) then null
      when not s.is_listed then 'unknown'
      when s.end_stated = 'false' or p.night <= s.ends_on then 'supported'
      else 'unsupported'
    end as vendor_support,
    filter(a.agreements,
      g -> p.night >= g.covered_from and (g.covered_to is null or p.night <= g.covered_to)) as agreements,
    greatest(p.placed_from, s.known_from) as known_from, s.known_to,
    p.devices, p.active_devices, p.onboarded_devices, p.healthy_devices, p.first_row
  from placed as p
  left join system_support as s
    on s.os_platform = p.os_platform and s.version <=> p.version and s.edition_tag <=> p.edition_tag
    and (s.known_to is null or s.known_to > p.placed_from)
  left join agreement as a on a.ods_code = p.ods_code and a.product = s.product
),
dated as (
  select *,
    array(known_from, known_to) || case when vendor_support = 'unsupported' and agreements is not null
      then flatten(transform(agreements, g -> array(g.known_from, g.known_to))) else array() end as days
  from part
),
pointed as (
  select *, array_distinct(flatten(collect_list(days) over (partition by ods_code, month_end))) as points
  from dated
),
at_point as (
  select *, explode(filter(points,
    p -> p >= known_from and (known_to is null or p < known_to))) as point
  from pointed
),
judged as (
  select *,
    case
      when vendor_support <> 'unsupported' then vendor_support
      when exists(agreements, g -> g.support = 'covered'
        and g.known_from <= point and (g.known_to is null or point < g.known_to)) then 'covered'
      when exists(agreements, g -> g.known_from <= point and (g.known_to is null or point < g.known_to)) then 'extended'
      else vendor_support
    end as support
  from at_point
),
counted as (
  select ods_code, month_end, point, max(night) as night,
    sum(devices) as devices,
    sum(active_devices) as active_devices,
    coalesce(sum(active_devices) filter (where support is not null), 0) as judged_devices,
    coalesce(sum(active_devices) filter (where support = 'unsupported'), 0) as unsupported_devices,
    coalesce(sum(active_devices) filter (where support = 'covered'), 0) as covered_devices,
    coalesce(sum(active_devices) filter (where support = 'extended'), 0) as extended_devices,
    coalesce(sum(active_devices) filter (where support = 'unknown'), 0) as unknown_devices,
    sum(onboarded_devices) as onboarded_devices,
    sum(healthy_devices) as healthy_devices,
    coalesce(sum(active_devices) filter (where family = 'client'), 0) as clients,
    coalesce(sum(active_devices) filter (where family = 'client' and support = 'supported'), 0) as clients_supported,
    coalesce(sum(active_devices) filter (where family = 'client' and coalesce(support, 'unknown') = 'unknown'), 0)
      as clients_unknown,
    min(first_row) as first_row
  from judged
  group by ods_code, month_end, point
)
select c.* except (point, first_row), e.devices as expected_devices,
  c.point as known_from,
  lead(c.point) over (partition by c.ods_code, c.month_end order by c.point) as known_to,
  c.first_row.source_file_id as source_file_id, c.first_row.line as line
from counted as c
left join expected_devices as e
  on e.ods_code = c.ods_code and e.known_from <= c.night and (e.known_to is null or c.night < e.known_to)
