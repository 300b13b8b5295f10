-- inventory_code: one row is an inventory day and code that devices or software found on it are placed under.
-- reads: device_support, software_count, tenant
-- rule: the code of the machine tag, else of the device group's mapping.
-- null: nothing.
-- by: night
select night, ods_code
from device_support
where ods_code is not null
union
select n.night, coalesce(n.ods_tag, t.ods_code)
from software_count as n
left join tenant as t
  on t.rbac_group = n.rbac_group and t.from_on <= n.night and (t.to_on is null or n.night < t.to_on)
where coalesce(n.ods_tag, t.ods_code) is not null
