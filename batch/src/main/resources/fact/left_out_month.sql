-- left_out_month: one row is an agent and device group or code whose devices count in no month.
-- reads: device_month, tenant, inventory_organisation
-- rule: as in left_out_inventory, of all months together: the devices of the newest month in which it stands.
-- null: nothing.
with placed as (
  select d.month_end, d.source, d.rbac_group, coalesce(d.ods_tag, t.ods_code) as ods_code, d.devices,
    d.source_file_id, d.line
  from device_month as d
  left join tenant as t
    on t.rbac_group = d.rbac_group and t.from_on <= d.night and (t.to_on is null or d.night < t.to_on)
),
unplaced as (
  select p.month_end, p.source, case when p.ods_code is null then p.rbac_group end as rbac_group, p.ods_code,
    sum(p.devices) as devices, min(struct(p.source_file_id, p.line)) as first_row
  from placed as p
  left anti join inventory_organisation as o on o.ods_code = p.ods_code
  group by all
),
counted as (
  select source, rbac_group, ods_code, count(*) as months, max(month_end) as last_month,
    max_by(devices, month_end) as devices, max_by(first_row, month_end) as row
  from unplaced
  group by source, rbac_group, ods_code
)
select source, row.source_file_id as source_file_id, row.line as line,
  case when ods_code is null then 'unmapped_group' else 'unknown_organisation' end as code,
  concat(
    case
      when ods_code is not null then concat('No list names ', ods_code)
      when rbac_group is not null then concat('No mapping places the device group "', rbac_group, '"')
      else 'Devices with neither machine tag nor device group'
    end,
    ': months judged without it ', months, ', the newest ', date_format(last_month, 'yyyy-MM'), '.') as reason,
  cast(devices as bigint) as rows
from counted
