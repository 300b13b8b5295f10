-- One row is a kind of organisation: how many fail repeatedly, of how many that were ever assessed, as known on a day.
-- Reads repeat_failure_as_at, organisation_as_at, vocabulary. An empty practice means at any; each organisation counts once.
with standing as (
  select n.type, r.ods_code, bool_or(r.repeated) as repeated
  from repeat_failure_as_at(:as_at) as r
  join organisation_as_at(:as_at) as n using (ods_code)
  where (:practice = '' or r.practice = :practice) and (:region = '' or n.region_code = :region)
  group by n.type, r.ods_code
)
select s.type, coalesce(any_value(v.label), s.type) as label, coalesce(any_value(v.label_plural), s.type) as label_plural,
  count(*) filter (where s.repeated) as repeated, count(*) as assessed,
  wilson_lower(count(*) filter (where s.repeated), count(*)) as lower,
  wilson_upper(count(*) filter (where s.repeated), count(*)) as upper
from standing as s
left join vocabulary as v on v.vocabulary = 'organisation_type' and v.code = s.type
group by s.type
order by min(v.position)
