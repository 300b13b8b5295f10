-- tenant: one row is a device group of a security agent and the organisation it belongs to.
-- reads: landed_agent_tenants
-- rule: the newest mapping of a group stands; a machine tag on a device goes before it (device_support).
-- null: nothing.
select rbac_group, max_by(ods_code, struct(as_at, source_file_id, line)) as ods_code
from landed_agent_tenants
group by rbac_group
