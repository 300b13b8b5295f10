-- estate_summary: one row is an organisation and inventory day.
-- reads: device_support, inventory_organisation, expected_devices
-- rule: judged = active devices of products in the catalogue; unsupported, covered, extended and unknown are parts of
--   the judged. Expected devices: the newest estimate up to the inventory day.
-- null: expected_devices where none was given.
-- by: night
with counted as (
  select d.ods_code, d.night,
    sum(d.devices) as devices,
    sum(d.active_devices) as active_devices,
    sum(d.devices) - sum(d.active_devices) as stale_devices,
    coalesce(sum(d.active_devices) filter (where d.support is not null), 0) as judged_devices,
    coalesce(sum(d.active_devices) filter (where d.support = 'unsupported'), 0) as unsupported_devices,
    coalesce(sum(d.active_devices) filter (where d.support = 'covered'), 0) as covered_devices,
    coalesce(sum(d.active_devices) filter (where d.support = 'extended'), 0) as extended_devices,
    coalesce(sum(d.active_devices) filter (where d.support = 'unknown'), 0) as unknown_devices,
    sum(d.onboarded_devices) as onboarded_devices,
    sum(d.healthy_devices) as healthy_devices,
    min(struct(d.source_file_id, d.line)) as first_row
  from device_support as d
  join inventory_organisation as o on o.ods_code = d.ods_code
  group by d.ods_code, d.night
)
select c.* except (first_row), e.devices as expected_devices,
  c.first_row.source_file_id as source_file_id, c.first_row.line as line
from counted as c
left join expected_devices as e
  on e.ods_code = c.ods_code and e.known_from <= c.night and (e.known_to is null or c.night < e.known_to)
