-- check: estate-adds-up (fail): Active and stale devices are all devices, and the parts of the judged are no more than the judged.
select ods_code || ' on ' || night
from estate_summary
where devices <> active_devices + stale_devices
  or unsupported_devices + covered_devices + extended_devices + unknown_devices > judged_devices
  or judged_devices > active_devices;

-- check: estate-list-agrees-with-its-sum (fail): The devices of an organisation by product add up to its devices.
select s.ods_code || ' on ' || s.night
from estate_summary as s
join (select ods_code, night, sum(devices) as devices from estate group by all) as e using (ods_code, night)
where e.devices <> s.devices;
