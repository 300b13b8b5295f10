-- tenant: one row is a device group of a security agent, an organisation, and the inventory days on which it is its.
-- reads: landed_agent_tenants
-- rule: an inventory's devices are those of the newest mapping said up to its day; where none is that old, of the first
--   one said. So a later mapping moves later inventories and not earlier ones. A machine tag goes before it.
-- null: to_on of the newest mapping.
-- keyed by: content
with said as (
  select rbac_group, ods_code, as_at, source_file_id, line
  from landed_agent_tenants
  qualify row_number() over (
    partition by rbac_group, as_at order by said_at desc, ods_code, source_file_id, line) = 1
),
changed as (
  select *
  from said
  qualify not ods_code <=> lag(ods_code) over (partition by rbac_group order by as_at)
)
select rbac_group, ods_code,
  case when row_number() over of_group = 1 then date'1900-01-01' else as_at end as from_on,
  lead(as_at) over of_group as to_on,
  as_at as known_from
from changed
window of_group as (partition by rbac_group order by as_at)
