-- One row is a product, release and support state on the organisation's newest inventory day, unsupported first.
-- Reads estate, vocabulary.
select e.night, e.product, e.release, e.edition, cast(e.support as varchar) as support, v.label as support_label, e.support_ends_on,
  e.devices, e.active_devices
from estate as e
left join vocabulary as v on v.vocabulary = 'support' and v.code = cast(e.support as varchar)
where e.ods_code = upper(:code)
  and e.night = (select max(night) from estate where ods_code = upper(:code) and night <= cast(:as_at as date))
order by v.position desc, e.active_devices desc, e.product, e.release
