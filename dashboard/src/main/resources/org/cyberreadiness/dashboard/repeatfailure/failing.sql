-- One row is an organisation and a practice at which it fails repeatedly, as known on a day: the list and its CSV.
-- Reads repeat_failure_as_at, organisation_as_at, practice, vocabulary, region. An empty text as filter means all.
-- peers_failed of peers_assessed: others of its peer group that had failed the practice when last assessed.
with standing as (
  select r.*, n.name, n.type, n.region_code, n.peer_group
  from repeat_failure_as_at(:as_at) as r
  join organisation_as_at(:as_at) as n using (ods_code)
),
peers as (
  select practice, peer_group, count(*) as assessed, count(*) filter (where last_outcome = 'not_met') as failed
  from standing
  group by all
)
select s.ods_code, s.name, s.type, coalesce(t.label, s.type) as type_label, s.region_code, g.name as region,
  s.practice, p.title, p.cycle_kind, k.label as kind, k.label_plural as kinds,
  s.current_streak, s.own_streak, s.inherited_streak, s.longest_streak, s.cycles_failed, s.cycles_assessed, s.failing_since, s.since_before, s.inherited_from,
  s.last_cycle, s.last_cycle_end,
  q.failed - 1 as peers_failed, q.assessed - 1 as peers_assessed, s.peer_group, cast(:as_at as date) as as_at
from standing as s
join practice as p on p.practice = s.practice
join peers as q on q.practice = s.practice and q.peer_group = s.peer_group
left join vocabulary as t on t.vocabulary = 'organisation_type' and t.code = s.type
left join vocabulary as k on k.vocabulary = 'cycle_kind' and k.code = p.cycle_kind
left join region as g on g.code = s.region_code
where s.repeated
  and (:practice = '' or s.practice = :practice)
  and (:type = '' or s.type = :type)
  and (:region = '' or s.region_code = :region)
order by
  case when :sort = 'name' then s.name end,
  case when :sort = '-name' then s.name end desc,
  case when :sort = 'practice' then p.position end,
  case when :sort = '-practice' then p.position end desc,
  case when :sort = 'streak' then s.current_streak end,
  case when :sort = '-streak' then s.current_streak end desc,
  case when :sort = '-since' then s.failing_since end desc,
  s.failing_since, s.current_streak desc, s.name, s.ods_code, p.position
limit :rows offset :first
