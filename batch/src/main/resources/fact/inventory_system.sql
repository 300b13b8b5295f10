-- inventory_system: one row is an inventory day and operating system on it, as the inventory names it.
-- reads: device_count
-- rule: platform, version and edition tell a system (domain 4).
-- null: what the inventory does not say.
-- by: night
select distinct night, os_platform, version, edition_tag
from device_count
