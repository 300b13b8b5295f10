-- check: one-estimate-a-day (fail): An organisation has one estimate of its devices on any day.
select a.ods_code || ' on ' || b.known_from
from expected_devices as a
join expected_devices as b on b.ods_code = a.ods_code and b.known_from > a.known_from
where a.known_to is null or a.known_to > b.known_from;

-- check: fewer-devices-than-twice-expected (warn): No organisation has more than twice the devices that it is expected to have.
select ods_code || ' on ' || night || ': ' || devices || ' devices, ' || expected_devices || ' expected'
from estate_summary
where expected_devices > 0 and devices > 2 * expected_devices
  and night = (select max(night) from estate_summary);
