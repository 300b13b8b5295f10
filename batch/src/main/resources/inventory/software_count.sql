-- software_count: one row is an inventory day of software, device group or tag, product, version and end of support.
-- reads: landed_software, device
-- rule: the days in :touched only. What is called a server, and everything of which the agent's maker says an end of
--   support; a device counts once for each product and version. The device's group is
--   that of the newest inventory up to the day.
-- null: version and support_ends_on where the inventory does not say; tag and group of a device no inventory knows.
with software as (
  select distinct as_at, device_id, lower(vendor) as vendor, lower(name) as name,
    nullif(regexp_extract(version, '^([0-9]+\\.[0-9]+)', 1), '') as version, support_ends_on,
    source_file_id, line
  from landed_software
  where array_contains(:touched, as_at)
    and (support_ends_on is not null or lower(name) like '%server%')
),
placed as (
  select s.as_at, s.device_id, s.vendor, s.name, s.version, s.support_ends_on,
    max_by(struct(d.ods_tag, d.rbac_group), struct(d.as_at, d.last_seen)) as place,
    min(struct(s.source_file_id, s.line)) as first_row
  from software as s
  left join device as d on d.device_id = s.device_id and d.as_at <= s.as_at
  group by all
)
select as_at, place.ods_tag as ods_tag, place.rbac_group as rbac_group, vendor, name, version, support_ends_on,
  count(distinct device_id) as devices, min(first_row) as first_row
from placed
group by all
