-- left_out_conflict: one row is a thing of which rows of one day and moment say different things.
-- reads: landed_dspt, landed_ods, landed_training, landed_agent_tenants, landed_expected_devices, landed_support_cover, landed_support_catalogue, landed_os_builds, landed_alerts, landed_incidents, landed_nis_scope, landed_cyber_inspections
-- rule: which of them counts, their content decides, whatever the order of rows and files; the others are left out.
-- null: nothing.
with said as (
  select 'dspt' as source, code as thing, as_at, said_at, xxhash64(edition, outcome, published_on) as says,
    source_file_id, line
  from landed_dspt
  union all
  select 'ods', concat(code, ' in ', kind), as_at, said_at,
    xxhash64(name, region_code, icb_code, opened_on, closed_on, status, parent_code, setting), source_file_id, line
  from landed_ods
  where kind is not null
  union all
  select 'training', concat(ods_code, ' to ', period_end), as_at, said_at, xxhash64(staff, staff_trained_12m),
    source_file_id, line
  from landed_training
  union all
  select 'agent-tenants', concat('group ', rbac_group), as_at, said_at, xxhash64(ods_code), source_file_id, line
  from landed_agent_tenants
  union all
  select 'expected-devices', ods_code, as_at, said_at, xxhash64(devices), source_file_id, line
  from landed_expected_devices
  union all
  select 'support-cover', concat(ods_code, ', ', product, ', ', agreement, ' from ', covered_from), as_at, said_at,
    xxhash64(covered_to), source_file_id, line
  from landed_support_cover
  union all
  select 'support-catalogue', concat(product, ' ', lower(cycle)), as_at, said_at, xxhash64(end_stated, ends_on),
    source_file_id, line
  from landed_support_catalogue
  union all
  select 'os-builds', concat_ws(' ', lower(os_platform), lower(version), build), as_at, said_at,
    xxhash64(critical, released_on), source_file_id, line
  from landed_os_builds
  union all
  select 'alerts', threat_id, as_at, said_at, xxhash64(severity, published_at, title), source_file_id, line
  from landed_alerts
  union all
  select 'incidents', incident_id, as_at, said_at,
    xxhash64(ods_code, discovered_at, reported_at, ico_reportable, nis_reportable), source_file_id, line
  from landed_incidents
  union all
  select 'nis-scope', concat(ods_code, ' from ', in_scope_from), as_at, said_at, xxhash64(in_scope_to),
    source_file_id, line
  from landed_nis_scope
  union all
  select 'cyber-inspections', concat(inspection_id, ', ', practice), as_at, said_at,
    xxhash64(finding, severity, ods_code, inspected_on), source_file_id, line
  from landed_cyber_inspections
),
disputed as (
  select source, thing, as_at, said_at
  from said
  group by source, thing, as_at, said_at
  having min(says) <> max(says)
)
select s.source,
  min(struct(s.source_file_id, s.line)).source_file_id as source_file_id,
  min(struct(s.source_file_id, s.line)).line as line,
  'conflict' as code,
  concat('Rows of ', s.as_at, ' contradict each other about ', s.thing, '.') as reason,
  count(*) - 1 as rows
from said as s
join disputed as d on d.source = s.source and d.thing = s.thing and d.as_at = s.as_at and d.said_at <=> s.said_at
group by s.source, s.thing, s.as_at, s.said_at
