-- One row is an organisation and a practice that was silent in its newest cycles, though it was assessed before and is
-- asked about them: for months two or more, for editions and quarters one or more. As known on a day.
-- Reads dark_as_at, organisation_as_at, practice, vocabulary, region.
select d.ods_code, n.name, n.type, coalesce(t.label, n.type) as type_label, n.region_code, g.name as region,
  d.practice, p.title, p.cycle_kind, k.label as kind, k.label_plural as kinds,
  cast(d.cycles_dark as bigint) as cycles_missed, d.last_cycle, d.last_cycle_end, d.last_outcome, d.dark_since,
  cast(:as_at as date) as as_at
from dark_as_at(:as_at) as d
join organisation_as_at(:as_at) as n using (ods_code)
join practice as p on p.practice = d.practice
left join vocabulary as t on t.vocabulary = 'organisation_type' and t.code = n.type
left join vocabulary as k on k.vocabulary = 'cycle_kind' and k.code = p.cycle_kind
left join region as g on g.code = n.region_code
where d.cycles_dark >= case p.cycle_kind when 'month' then 2 else 1 end
  and (:practice = '' or d.practice = :practice)
  and (:type = '' or n.type = :type)
  and (:region = '' or n.region_code = :region)
order by
  case when :sort = 'name' then n.name end,
  case when :sort = '-name' then n.name end desc,
  case when :sort = 'practice' then p.position end,
  case when :sort = '-practice' then p.position end desc,
  d.last_cycle_end, n.name, d.ods_code, p.position
limit :rows offset :first
