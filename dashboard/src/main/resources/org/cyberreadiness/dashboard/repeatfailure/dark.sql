-- One row is an organisation and a practice of which it was assessed before, but not in the newest cycles: for months two
-- or more, for editions and quarters one or more. As known on a day. Inspections have no rhythm and are left out.
-- Reads repeat_failure_as_at, trend_as_at, organisation, practice, vocabulary, region.
with ended as (
  select practice, cycle, cycle_end from trend_as_at(:as_at) where group_kind = 'england'
),
dark as (
  select r.ods_code, r.practice, r.last_cycle, r.last_cycle_end, r.last_outcome, r.current_streak, count(*) as cycles_missed
  from repeat_failure_as_at(:as_at) as r
  join practice as p on p.practice = r.practice
  join ended as e on e.practice = r.practice and e.cycle_end > r.last_cycle_end
  where p.cycle_kind <> 'inspection'
  group by r.ods_code, r.practice, r.last_cycle, r.last_cycle_end, r.last_outcome, r.current_streak, p.cycle_kind
  having count(*) >= case p.cycle_kind when 'month' then 2 else 1 end
)
select d.ods_code, n.name, n.type, coalesce(t.label, n.type) as type_label, n.region_code, g.name as region,
  d.practice, p.title, p.cycle_kind, k.label as kind, k.label_plural as kinds,
  d.cycles_missed, d.last_cycle, d.last_cycle_end, d.last_outcome, d.current_streak, cast(:as_at as date) as as_at
from dark as d
join organisation as n using (ods_code)
join practice as p on p.practice = d.practice
left join vocabulary as t on t.vocabulary = 'organisation_type' and t.code = n.type
left join vocabulary as k on k.vocabulary = 'cycle_kind' and k.code = p.cycle_kind
left join region as g on g.code = n.region_code
where (:practice = '' or d.practice = :practice)
  and (:type = '' or n.type = :type)
  and (:region = '' or n.region_code = :region)
order by
  case when :sort = 'name' then n.name end,
  case when :sort = '-name' then n.name end desc,
  case when :sort = 'practice' then p.position end,
  case when :sort = '-practice' then p.position end desc,
  d.last_cycle_end, n.name, d.ods_code, p.position
limit :rows offset :first
