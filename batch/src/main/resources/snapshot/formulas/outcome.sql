-- Outcomes.

-- One row is an organisation, practice and ended cycle, as known on a day. Inspections are counted in the calendar
-- quarter of the visit, the newest of several.
create macro outcome_as_at(day) as table
  with known as not materialized (
    select *
    from practice_outcome
    where known_from <= day and (known_to is null or known_to > day) and cycle_end <= day
  )
  select ods_code, practice, cycle, cycle_end, outcome, value, numerator, denominator, is_late, reason,
    source_file_id, line
  from known
  where practice not in (select practice from practice where cycle_kind = 'inspection')
  union all
  select ods_code, practice,
    year(cycle_end) || '-Q' || quarter(cycle_end),
    cast(date_trunc('quarter', cycle_end) + interval 3 month - interval 1 day as date),
    outcome, value, numerator, denominator, is_late, reason, source_file_id, line
  from known
  where practice in (select practice from practice where cycle_kind = 'inspection')
    and date_trunc('quarter', cycle_end) + interval 3 month - interval 1 day <= day
  qualify row_number() over (
    partition by ods_code, practice, date_trunc('quarter', cycle_end) order by cycle_end desc, cycle desc) = 1;
comment on macro table outcome_as_at is 'Outcomes of ended cycles as known on a day, one row an organisation, practice and cycle';

-- One row is a practice and its newest cycle ended by a day; every organisation in the population is asked about it.
create macro newest_cycle_as_at(day) as table
  select practice, arg_max(cycle, cycle_end) as cycle, max(cycle_end) as cycle_end
  from outcome_as_at(day)
  where cycle_end <= day
  group by practice;
comment on macro table newest_cycle_as_at is 'Newest ended cycle of each practice on a day';

-- One row is an organisation of the population at the cycle's end: the list behind the counts of trend_as_at. What
-- it means that nothing is known says practice.silence; an organisation that is not asked is not applicable.
create macro cycle_outcome_as_at(day, asked_practice, asked_cycle) as table
  with known as (
    select * from outcome_as_at(day) where practice = asked_practice and cycle = asked_cycle
  ),
  asked as (
    select distinct k.practice, k.cycle, k.cycle_end, p.applies_to, p.silence
    from known as k
    join practice as p using (practice)
  ),
  counted as (
    select n.ods_code, n.name, n.type, n.region_code, n.icb_code, n.peer_group, a.practice, a.cycle, a.cycle_end,
      a.silence, list_contains(a.applies_to, n.type) as is_its_kind, asks(a.applies_to, n.type, a.cycle_end) as is_asked
    from asked as a
    cross join organisation_as_at(day) as n
    where is_counted(n.scope, n.opened_on, n.closed_on, a.cycle_end)
  )
  select n.ods_code, n.name, n.type, n.region_code, n.icb_code, n.peer_group, n.practice, n.cycle, n.cycle_end,
    cast(if(n.is_asked, coalesce(o.outcome, n.silence), 'not_applicable') as outcome) as outcome,
    o.value, o.numerator, o.denominator, n.is_asked and coalesce(o.is_late, false) as is_late,
    case
      when not n.is_its_kind then 'does not apply to this kind of organisation'
      when not n.is_asked then 'this kind of organisation does not answer for this cycle'
      when o.outcome is null and n.silence = 'not_applicable' then 'nothing fell due in this cycle'
      when o.outcome is null then 'nothing received about this cycle'
      else o.reason
    end as reason,
    o.source_file_id, o.line
  from counted as n
  left join known as o using (ods_code);
comment on macro table cycle_outcome_as_at is 'Every organisation of the population with its outcome for one practice and cycle, as known on a day';
