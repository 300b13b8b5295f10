-- software_count: one row is an inventory day of software, device group or tag, product, version and end of support.
-- reads: landed_software, software_file, software_place
-- rule: the days in :touched only. What is called a server, and everything of which the agent's maker says an end of
--   support; a device counts once for each product and version. The device's group is that of the newest inventory up
--   to the day.
-- null: version and support_ends_on where the inventory does not say; tag and group of a device no inventory knows.
with software as (
  select /*+ broadcast(f) */ s.as_at, s.device_id, lower(s.vendor) as vendor, lower(s.name) as name,
    nullif(regexp_extract(s.version, '^([0-9]+\\.[0-9]+)', 1), '') as version, s.support_ends_on,
    f.rank * 4294967296 + s.line as place
  from landed_software as s
  join software_file as f on f.source_file_id = s.source_file_id
  where array_contains(:touched, s.as_at)
    and (s.support_ends_on is not null or lower(s.name) like '%server%')
),
on_device as (
  select as_at, device_id, vendor, name, version, support_ends_on, min(place) as first_place
  from software
  group by all
),
counted as (
  select s.as_at, p.ods_tag, p.rbac_group, s.vendor, s.name, s.version, s.support_ends_on,
    count(*) as devices, min(s.first_place) as first_place
  from on_device as s
  left join software_place as p on p.as_at = s.as_at and p.device_id = s.device_id
  group by all
)
select /*+ broadcast(f) */ c.as_at as night, c.as_at, 'software' as source, c.ods_tag, c.rbac_group, c.vendor, c.name,
  c.version, c.support_ends_on, c.devices, f.source_file_id, c.first_place % 4294967296 as line
from counted as c
join software_file as f on f.rank = c.first_place div 4294967296
