-- software: one row is an organisation, inventory day, product, version and state of support.
-- reads: software_count, tenant, cover, inventory_organisation, server_software, landed_support_catalogue
-- rule: server software of the policy (SQL Server by its major version), and what the agent's maker says an end of
--   support of. The end-of-support catalogue decides where it lists the product, by its newest statement: service pack not
--   said is the newest (domain 4); else the end that the inventory states. Past its end it is covered or extended on the
--   days on which the organisation has cover for the product, a central agreement before its own.
-- null: version where not said; support_ends_on where nothing states an end.
-- by: night
with statement as (
  select product, lower(cycle) as cycle, ends_on
  from landed_support_catalogue
  qualify row_number() over (
    partition by product, lower(cycle)
    order by as_at desc, said_at desc, end_stated, ends_on, cycle, source_file_id, line) = 1
),
ending as (
  select s.name, s.version, s.product, max(c.ends_on) as ends_on
  from server_software as s
  left join statement as c
    on c.product = s.catalogue and (c.cycle = s.cycle or c.cycle like concat(s.cycle, '-%'))
  group by s.name, s.version, s.product
),
placed as (
  select coalesce(n.ods_tag, t.ods_code) as ods_code, n.night,
    coalesce(e.product, concat_ws(' ', n.vendor, n.name)) as product, n.version,
    coalesce(e.ends_on, n.support_ends_on) as support_ends_on, n.devices, n.source_file_id, n.line
  from software_count as n
  left join tenant as t
    on t.rbac_group = n.rbac_group and t.from_on <= n.night and (t.to_on is null or n.night < t.to_on)
  left join ending as e on e.name = n.name and e.version = n.version
),
counted as (
  select p.ods_code, p.night, p.product, coalesce(p.version, '') as version, p.support_ends_on,
    sum(p.devices) as devices, min(struct(p.source_file_id, p.line)) as first_row
  from placed as p
  join inventory_organisation as o on o.ods_code = p.ods_code
  group by p.ods_code, p.night, p.product, coalesce(p.version, ''), p.support_ends_on
),
covered as (
  select n.ods_code, n.night, n.product,
    case when bool_or(c.support = 'covered') then 'covered' else 'extended' end as support
  from counted as n
  join cover as c
    on c.ods_code = n.ods_code and c.product = n.product and c.known_to is null
    and n.night >= c.covered_from and (c.covered_to is null or n.night <= c.covered_to)
  group by n.ods_code, n.night, n.product
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
