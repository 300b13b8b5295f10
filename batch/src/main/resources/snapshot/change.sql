-- change: one row is a thing that changed since the snapshot before.
-- reads: settled_outcome_as_at, outcome_as_at, dark_as_at, population_as_at, repeat_failure, succession, practice, organisation, was_settled, was_outcome, was_dark, was_repeated, was_succession, was_practice
-- rule: a practice whose rule is another (practice.version) changed by method: that is said once for the practice and
--   for each organisation whose outcome is another for it, and nothing else is said of that practice. An outcome of a
--   cycle that was already judged is a late correction; only newer cycles make failing or recovery (settled: see
--   debounce). Organisations out of the population are left out. What the snapshot before said stands in was_….
-- null: ods_code of what concerns no single organisation; practice of mergers.
with same as (
  select p.practice
  from practice as p
  join was_practice as w on w.practice = p.practice and w.version = p.version
),
counted as (
  select ods_code, name from population_as_at(:night, :night)
),
settled as (
  select * from settled_outcome_as_at(:night)
),
known as (
  select ods_code, practice, cycle, outcome from outcome_as_at(:night)
),
corrected as (
  select k.ods_code, k.practice, k.cycle, k.outcome, w.outcome as was
  from known as k
  join was_outcome as w using (ods_code, practice, cycle)
  where k.outcome is distinct from w.outcome
),
moved as (
  select s.ods_code, s.practice, s.outcome, s.cycle
  from settled as s
  join same using (practice)
  left join was_settled as w using (ods_code, practice)
  where s.outcome is distinct from w.outcome and s.cycle is distinct from w.cycle
    and (w.outcome is not null or s.outcome = 'not_met')
    and not exists (
      select 1 from corrected as c
      where c.ods_code = s.ods_code and c.practice = s.practice and c.cycle = s.cycle)
),
found as (
  select cast(null as varchar) as ods_code, 'method' as kind, p.practice,
    case when w.practice is null then 'New practice: ' || p.title || '.'
      else 'The rule of ' || p.title || ' is another: '
        || (select count(*) from corrected as c where c.practice = p.practice)
        || ' outcomes of cycles that were judged before are different by it.' end as detail
  from practice as p
  left join was_practice as w using (practice)
  anti join same using (practice)
  union all
  select ods_code, 'method', practice,
    'By the changed rule ' || any_value(o.name) || ' ' || case s.outcome when 'met' then 'meets' else 'fails' end
      || ' it, and by the rule before ' || case w.outcome when 'met' then 'met' else 'failed' end || ' it.'
  from settled as s
  join was_settled as w using (ods_code, practice)
  join counted as o using (ods_code)
  where s.outcome <> w.outcome and practice not in (select practice from same)
  group by ods_code, practice, s.outcome, w.outcome
  union all
  select m.ods_code, if(m.outcome = 'not_met', 'newly_failing', 'recovered'), m.practice,
    o.name || if(m.outcome = 'not_met', ' did not meet it in ', ' met it again in ') || m.cycle || '.'
  from moved as m
  join counted as o using (ods_code)
  union all
  select f.ods_code, 'newly_repeated', f.practice,
    o.name || ' failed again and again: ' || f.cycles_failed || ' of ' || f.cycles_assessed || ' assessed cycles, '
      || f.current_streak || ' in a row.'
  from repeat_failure as f
  join same using (practice)
  join counted as o using (ods_code)
  anti join was_repeated as w on w.ods_code = f.ods_code and w.practice = f.practice
  where f.repeated
  union all
  select c.ods_code, 'late_correction', c.practice,
    c.cycle || ' is now ' || replace(cast(c.outcome as varchar), '_', ' ') || '; until now it was known as '
      || replace(cast(c.was as varchar), '_', ' ') || '.'
  from corrected as c
  join same using (practice)
  join counted as o using (ods_code)
  union all
  select s.predecessor, 'merged', null,
    coalesce(p.name, s.predecessor) || ' continues in ' || coalesce(n.name, s.successor) || ' (' || s.successor
      || ') from ' || s.effective_on || '.'
  from succession as s
  left join organisation as p on p.ods_code = s.predecessor
  left join organisation as n on n.ods_code = s.successor
  anti join was_succession as w
    on w.predecessor = s.predecessor and w.successor = s.successor and w.effective_on = s.effective_on
  where s.effective_on <= :night
  union all
  select d.ods_code, 'dark', d.practice,
    o.name || ' was last assessed in ' || d.last_cycle || ' and is silent since.'
  from dark_as_at(:night) as d
  join same using (practice)
  join counted as o using (ods_code)
  anti join was_dark as w on w.ods_code = d.ods_code and w.practice = d.practice
)
select cast(:night as date) as night, ods_code, kind, practice, detail
from found
