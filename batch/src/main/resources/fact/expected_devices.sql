-- expected_devices: one row is an organisation and known estimate of the devices it should have.
-- reads: landed_expected_devices
-- rule: an estimate counts from its day to the day of the next (domain 4).
-- null: known_to while the estimate stands.
-- keyed by: content
with said as (
  select ods_code, devices, as_at, source_file_id, line
  from landed_expected_devices
  qualify row_number() over (
    partition by ods_code, as_at order by said_at desc, devices desc, source_file_id, line) = 1
),
changed as (
  select *
  from said
  qualify not devices <=> lag(devices) over (partition by ods_code order by as_at)
)
select ods_code, cast(devices as bigint) as devices, as_at as known_from,
  lead(as_at) over (partition by ods_code order by as_at) as known_to, source_file_id, line
from changed
