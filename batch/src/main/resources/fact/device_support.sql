-- device_support: one row is an organisation, inventory day, product, release, edition and state of support, with its
--   device counts; devices of no known organisation have a null ods_code.
-- reads: device_count, tenant, cover, landed_support_catalogue, os_platform
-- rule: support is a matter of product, release, edition and date (domain 4). A machine tag names the organisation, else
--   the newest mapping of the device group. The catalogue's cycle is the release's: for LTSC the one that ends in -lts,
--   else -e, else the plain one (service pack not said: the newest). Support has ended on the days after its end.
--   Products whose catalogue was never received are not judged. Past its end, a device is covered or extended on the
--   days on which its organisation has cover for the product (central before its own).
-- null: support and support_ends_on of products that no catalogue lists (not judged); ods_code as above.
with catalogue as (
  select product as catalogue, lower(cycle) as cycle, ends_on, end_stated, extension_ends_on
  from landed_support_catalogue
  qualify row_number() over (partition by product, cycle order by as_at desc, source_file_id desc, line desc) = 1
),
catalogued as (
  select distinct catalogue
  from catalogue
),
device as (
  select coalesce(d.ods_tag, t.ods_code) as ods_code, d.*,
    coalesce(p.product, d.os_platform, 'not stated') as product,
    p.family,
    k.catalogue,
    case
      when p.cycle not like '%{version}%' then p.cycle
      when d.version is not null then replace(p.cycle, '{version}', lower(d.version))
    end as cycle,
    case
      when p.cycle not like '%{version}%' then ''
      when d.edition_tag = 'LTSC' then 'LTSC'
      when p.product is not null then 'Enterprise (assumed)'
      else ''
    end as edition
  from device_count as d
  left join tenant as t on t.rbac_group = d.rbac_group
  left join os_platform as p on lower(p.os_platform) = lower(d.os_platform)
  left join catalogued as k on k.catalogue = p.catalogue
),
matched as (
  select d.*,
    coalesce(lts.cycle, e.cycle, plain.cycle) as found_cycle,
    coalesce(lts.ends_on, e.ends_on, plain.ends_on) as ends_on,
    coalesce(lts.end_stated, e.end_stated, plain.end_stated) as end_stated
  from device as d
  left join catalogue as lts
    on lts.catalogue = d.catalogue and d.edition = 'LTSC'
    and lts.cycle in (concat(d.cycle, '-e-lts'), concat(d.cycle, '-lts'))
  left join catalogue as e
    on e.catalogue = d.catalogue and d.edition <> 'LTSC' and e.cycle = concat(d.cycle, '-e')
  left join catalogue as plain
    on plain.catalogue = d.catalogue and d.edition <> 'LTSC' and plain.cycle = d.cycle
),
judged as (
  select *,
    case
      when catalogue is null then null
      when found_cycle is null then 'unknown'
      when end_stated = 'false' then 'supported'
      when end_stated = 'true' then 'unsupported'
      when as_at <= ends_on then 'supported'
      else 'unsupported'
    end as vendor_support
  from matched
),
counted as (
  select ods_code, as_at as night, product, coalesce(family, 'other') as family,
    case when cycle like '%-%' and product in ('Windows 10', 'Windows 11') then upper(substr(cycle, 4))
      else coalesce(version, '') end as release,
    edition, vendor_support, ends_on as support_ends_on,
    cast(sum(devices) as bigint) as devices,
    cast(sum(active_devices) as bigint) as active_devices,
    cast(sum(onboarded_devices) as bigint) as onboarded_devices,
    cast(sum(healthy_devices) as bigint) as healthy_devices,
    min(first_row) as first_row
  from judged
  group by all
),
covered as (
  select d.ods_code, d.night, d.product, min(c.support) as support
  from (select distinct ods_code, night, product from counted where vendor_support = 'unsupported') as d
  join cover as c
    on c.ods_code = d.ods_code and c.product = d.product
    and d.night >= c.covered_from and (c.covered_to is null or d.night <= c.covered_to)
  group by all
)
select n.* except (vendor_support),
  case when n.vendor_support = 'unsupported' then coalesce(c.support, 'unsupported') else n.vendor_support end
    as support
from counted as n
left join covered as c on c.ods_code = n.ods_code and c.night = n.night and c.product = n.product
