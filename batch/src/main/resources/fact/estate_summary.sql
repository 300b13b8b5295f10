-- estate_summary: one row is an organisation and inventory day.
-- reads: device_support, organisation, landed_expected_devices
-- rule: judged = active devices of products in the catalogue; unsupported, covered, extended and unknown are parts of
--   the judged. Expected devices: the newest estimate up to the inventory day.
-- null: expected_devices where none was given.
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
    min(d.first_row) as first_row
  from device_support as d
  join organisation as o on o.ods_code = d.ods_code
  group by d.ods_code, d.night
),
estimated as (
  select c.ods_code, c.night, max_by(x.devices, struct(x.as_at, x.source_file_id, x.line)) as expected_devices
  from counted as c
  join landed_expected_devices as x on x.ods_code = c.ods_code and x.as_at <= c.night
  group by c.ods_code, c.night
)
select c.* except (first_row), e.expected_devices,
  c.first_row.source_file_id as source_file_id, c.first_row.line as line
from counted as c
left join estimated as e on e.ods_code = c.ods_code and e.night = c.night
