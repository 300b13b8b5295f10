-- device_support: one row is an organisation, inventory day, product, release, edition and state of support, with its
--   device counts; devices of nobody have a null ods_code.
-- reads: device_count, tenant, cover, system_support
-- rule: support as known now (system_support). A machine tag names the organisation, else the mapping of the device group
--   (tenant). Support has ended on the days after its end. Past its end, a device is covered or extended on the days on
--   which its organisation has cover for the product, a central agreement before its own.
-- null: support of products that no catalogue lists (not judged); support_ends_on without a known end; ods_code as above.
-- by: night
with device as (
  select coalesce(d.ods_tag, t.ods_code) as ods_code, d.night,
    coalesce(s.product, d.os_platform, 'not stated') as product,
    coalesce(s.family, 'other') as family,
    coalesce(s.release, d.version, '') as release,
    coalesce(s.edition, '') as edition,
    case
      when not coalesce(s.is_catalogued, false) then null
      when not s.is_listed then 'unknown'
      when s.end_stated = 'false' or d.night <= s.ends_on then 'supported'
      else 'unsupported'
    end as vendor_support,
    s.ends_on as support_ends_on,
    d.devices, d.active_devices, d.onboarded_devices, d.healthy_devices, d.source_file_id, d.line
  from device_count as d
  left join tenant as t
    on t.rbac_group = d.rbac_group and t.from_on <= d.night and (t.to_on is null or d.night < t.to_on)
  left join system_support as s
    on s.os_platform = d.os_platform and s.version <=> d.version and s.edition_tag <=> d.edition_tag
    and s.known_to is null
),
counted as (
  select ods_code, night, product, family, release, edition, vendor_support, support_ends_on,
    cast(sum(devices) as bigint) as devices,
    cast(sum(active_devices) as bigint) as active_devices,
    cast(sum(onboarded_devices) as bigint) as onboarded_devices,
    cast(sum(healthy_devices) as bigint) as healthy_devices,
    min(struct(source_file_id, line)) as first_row
  from device
  group by ods_code, night, product, family, release, edition, vendor_support, support_ends_on
),
ended as (
  select distinct ods_code, night, product
  from counted
  where vendor_support = 'unsupported'
),
covered as (
  select e.ods_code, e.night, e.product,
    case when bool_or(c.support = 'covered') then 'covered' else 'extended' end as support
  from ended as e
  join cover as c
    on c.ods_code = e.ods_code and c.product = e.product and c.known_to is null
    and e.night >= c.covered_from and (c.covered_to is null or e.night <= c.covered_to)
  group by e.ods_code, e.night, e.product
)
select n.ods_code, n.night, n.product, n.family, n.release, n.edition,
  case when n.vendor_support = 'unsupported' then coalesce(c.support, 'unsupported') else n.vendor_support end
    as support,
  n.support_ends_on, n.devices, n.active_devices, n.onboarded_devices, n.healthy_devices,
  n.first_row.source_file_id as source_file_id, n.first_row.line as line
from counted as n
left join covered as c on c.ods_code = n.ods_code and c.night = n.night and c.product = n.product
