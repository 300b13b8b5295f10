-- One row is a practice that applies to the organisation: how it stands on a day, and how its peers stood when they were
-- last assessed. Reads practice, organisation_as_at, repeat_failure_as_at, vocabulary.
-- Null where it was never assessed. Peers: others of the same peer group that count on that day.
with asked as (
  select * from organisation_as_at(:as_at) where ods_code = upper(:code)
),
standing as (
  select r.*, n.peer_group
  from repeat_failure_as_at(:as_at) as r
  join organisation_as_at(:as_at) as n using (ods_code)
),
peers as (
  select s.practice, count(*) as peers_assessed,
    count(*) filter (where s.last_outcome = 'met') as peers_met,
    count(*) filter (where s.repeated) as peers_repeated
  from standing as s
  join asked as a on a.peer_group = s.peer_group and a.ods_code <> s.ods_code
  group by s.practice
)
select p.practice, p.title, p.question, p.cycle_kind, k.label as kind, k.label_plural as kinds, p.threshold,
  p.repeat_failed, p.repeat_of,
  r.cycles_assessed, r.cycles_failed, r.current_streak, r.own_streak, r.inherited_streak,
  r.longest_streak, r.failing_since, r.since_before, r.repeated, r.inherited_from,
  r.last_cycle, r.last_cycle_end, r.last_outcome,
  coalesce(q.peers_assessed, 0) as peers_assessed, coalesce(q.peers_met, 0) as peers_met,
  coalesce(q.peers_repeated, 0) as peers_repeated,
  wilson_lower(q.peers_met, q.peers_assessed) as lower, wilson_upper(q.peers_met, q.peers_assessed) as upper
from practice as p
join asked as a on list_contains(p.applies_to, a.type)
left join standing as r on r.ods_code = a.ods_code and r.practice = p.practice
left join peers as q on q.practice = p.practice
left join vocabulary as k on k.vocabulary = 'cycle_kind' and k.code = p.cycle_kind
order by p.position
