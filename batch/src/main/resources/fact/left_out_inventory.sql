-- left_out_inventory: one row is an inventory day, agent and device group or code whose devices count in no figure.
-- reads: device_count, counted_day, tenant, inventory_organisation
-- rule: of the newest :whole_inventories inventory days. A device group that no mapping places is nobody's; a code that no
--   list names is nobody's; a device that stands in several rows of a day counts once.
-- null: source_file_id and line of repeated rows, which stand in more than one file.
with day as (
  select night
  from counted_day
  group by night
  qualify row_number() over (order by night desc) <= :whole_inventories
),
placed as (
  select /*+ broadcast(day) */ d.night, d.source, d.rbac_group, coalesce(d.ods_tag, t.ods_code) as ods_code, d.devices,
    d.source_file_id, d.line
  from device_count as d
  join day as n on n.night = d.night
  left join tenant as t
    on t.rbac_group = d.rbac_group and t.from_on <= d.night and (t.to_on is null or d.night < t.to_on)
),
unplaced as (
  select p.*, case when p.ods_code is null then 'unmapped_group' else 'unknown_organisation' end as code
  from placed as p
  left anti join inventory_organisation as o on o.ods_code = p.ods_code
),
grouped as (
  select source, night, code, case when ods_code is null then rbac_group end as rbac_group, ods_code,
    sum(devices) as devices, min(struct(source_file_id, line)) as first_row
  from unplaced
  group by all
)
select source, first_row.source_file_id as source_file_id, first_row.line as line, code,
  case
    when code = 'unknown_organisation' then concat('No list names ', ods_code, ', whose devices stand in the inventory of ', night, '.')
    when rbac_group is null then concat('Devices of ', night, ' with neither machine tag nor device group.')
    else concat('No mapping places the device group "', rbac_group, '" of ', night, '.')
  end as reason,
  cast(devices as bigint) as rows
from grouped
union all
select c.source, cast(null as string), cast(null as bigint), 'repeated_device',
  concat('Rows of ', c.night, ' about a device that stands in another row of that day.'), c.repeats
from counted_day as c
join day as n on n.night = c.night
where c.repeats > 0
