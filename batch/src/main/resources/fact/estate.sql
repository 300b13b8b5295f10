-- estate: one row is an organisation, inventory day, product, release, edition and state of support.
-- reads: device_support, inventory_organisation
-- rule: devices of organisations that a list names; all others stand in left_out. A product that no catalogue lists has
--   support 'unknown' here and is not among the judged devices of estate_summary.
-- null: support_ends_on when unknown or without end.
-- by: night
select d.ods_code, d.night, d.product, d.release, d.edition,
  coalesce(d.support, 'unknown') as support, d.support_ends_on,
  sum(d.devices) as devices, sum(d.active_devices) as active_devices
from device_support as d
join inventory_organisation as o on o.ods_code = d.ods_code
group by d.ods_code, d.night, d.product, d.release, d.edition, coalesce(d.support, 'unknown'), d.support_ends_on
