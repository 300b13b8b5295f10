-- One row is an inventory day of the organisation with its judged devices by support. Reads estate_summary, source_file.
select e.night, e.devices, e.active_devices, e.stale_devices, e.judged_devices,
  e.judged_devices - e.extended_devices - e.covered_devices - e.unsupported_devices - e.unknown_devices as supported_devices,
  e.extended_devices, e.covered_devices, e.unsupported_devices, e.unknown_devices, e.healthy_devices, e.expected_devices,
  f.name as file_name, f.source as file_source, e.line
from estate_summary as e
left join source_file as f on f.source_file_id = e.source_file_id
where e.ods_code = upper(:code) and e.night <= cast(:as_at as date)
order by e.night
