-- software: one row is an organisation, inventory day, product, version and state of support.
-- reads: software_count, tenant, cover, organisation, server_software, landed_support_catalogue
-- rule: server software of the policy (SQL Server by its major version), and what the agent's maker says an end of
--   support of. The end-of-support catalogue decides where it lists the product: service pack not said is the newest
--   (domain 4); else the end that the inventory states. Past its end it is covered or extended on the days on which
--   the organisation has cover for the product.
-- null: version where not said; support_ends_on where nothing states an end.
with ending as (
  select s.name, s.version, s.product, max(c.ends_on) as ends_on
  from server_software as s
  left join landed_support_catalogue as c
    on c.product = s.catalogue and (lower(c.cycle) = s.cycle or lower(c.cycle) like concat(s.cycle, '-%'))
  group by all
),
placed as (
  select coalesce(n.ods_tag, t.ods_code) as ods_code, n.as_at as night,
    coalesce(e.product, concat_ws(' ', n.vendor, n.name)) as product, n.version,
    coalesce(e.ends_on, n.support_ends_on) as support_ends_on, n.devices, n.first_row
  from software_count as n
  left join tenant as t on t.rbac_group = n.rbac_group
  left join ending as e on e.name = n.name and e.version = n.version
),
counted as (
  select p.ods_code, p.night, p.product, coalesce(p.version, '') as version, p.support_ends_on,
    sum(p.devices) as devices, min(p.first_row) as first_row
  from placed as p
  join organisation as o on o.ods_code = p.ods_code
  group by all
),
covered as (
  select n.ods_code, n.night, n.product, min(c.support) as support
  from counted as n
  join cover as c
    on c.ods_code = n.ods_code and c.product = n.product
    and n.night >= c.covered_from and (c.covered_to is null or n.night <= c.covered_to)
  group by all
)
select n.ods_code, n.night, n.product, n.version,
  case
    when n.support_ends_on is null then 'unknown'
    when n.night <= n.support_ends_on then 'supported'
    else coalesce(c.support, 'unsupported')
  end as support,
  n.support_ends_on, cast(n.devices as bigint) as devices,
  n.first_row.source_file_id as source_file_id, n.first_row.line as line
from counted as n
left join covered as c on c.ods_code = n.ods_code and c.night = n.night and c.product = n.product
