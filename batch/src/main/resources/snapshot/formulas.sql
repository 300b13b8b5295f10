-- All that follows from the facts in a snapshot: macros and views that live in the file, so that an analyst with
-- the file alone can ask 'as at' any day, and a count and its list agree because they are one query.
-- Tables of the same name (trend, repeat_failure) hold the answer for the snapshot's own night.
-- A cycle counts once it has ended: cycle_end <= day. There is no judgement before a deadline.

-- ---------------------------------------------------------------------------------------------------------------
-- Shares

-- Wilson score interval of a share, 95 %: (p + z²/2n ± z√(p(1-p)/n + z²/4n²)) / (1 + z²/n), z = 1.959964.
-- Source: E. B. Wilson, 'Probable inference, the law of succession, and statistical inference', JASA 22 (1927).
-- Null when n is 0.
create macro wilson_lower(x, n) as
  case when n > 0 then greatest(0, (x / n + 1.959964 ** 2 / (2 * n)
    - 1.959964 * sqrt(x / n * (1 - x / n) / n + 1.959964 ** 2 / (4.0 * n * n))) / (1 + 1.959964 ** 2 / n)) end;
comment on macro wilson_lower is 'Lower end of the 95 % Wilson interval of x of n';

create macro wilson_upper(x, n) as
  case when n > 0 then least(1, (x / n + 1.959964 ** 2 / (2 * n)
    + 1.959964 * sqrt(x / n * (1 - x / n) / n + 1.959964 ** 2 / (4.0 * n * n))) / (1 + 1.959964 ** 2 / n)) end;
comment on macro wilson_upper is 'Upper end of the 95 % Wilson interval of x of n';

-- ---------------------------------------------------------------------------------------------------------------
-- Population

-- One row is an organisation that counted in England's figures on a day: of a kind that answers, English, open then.
-- An organisation without opening date was always there; a closed one without closing date is never counted.
create macro population_as_at(day) as table
  select *
  from organisation
  where (scope = 'in_scope' or (scope = 'closed' and closed_on is not null))
    and (opened_on is null or opened_on <= day)
    and (closed_on is null or closed_on > day);
comment on macro table population_as_at is 'Organisations that counted in the figures of England on a day';

-- ---------------------------------------------------------------------------------------------------------------
-- Outcomes

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

-- One row is an organisation of the population at the cycle's end: the list behind the counts of trend_as_at. An
-- organisation of which nothing is known is not assessed; one of another type is not applicable.
create macro cycle_outcome_as_at(day, asked_practice, asked_cycle) as table
  with asked as (
    select distinct o.practice, o.cycle, o.cycle_end, p.applies_to
    from outcome_as_at(day) as o
    join practice as p using (practice)
    where o.practice = asked_practice and o.cycle = asked_cycle
  )
  select n.ods_code, n.name, n.type, n.region_code, n.icb_code, n.peer_group,
    a.practice, a.cycle, a.cycle_end,
    cast(case
      when not list_contains(a.applies_to, n.type) then 'not_applicable'
      else coalesce(cast(o.outcome as varchar), 'not_assessed')
    end as outcome) as outcome,
    o.value, o.numerator, o.denominator, coalesce(o.is_late, false) as is_late,
    case
      when not list_contains(a.applies_to, n.type) then 'does not apply to this kind of organisation'
      when o.outcome is null then 'nothing received about this cycle'
      else o.reason
    end as reason,
    o.source_file_id, o.line
  from asked as a
  join organisation as n
    on (n.scope = 'in_scope' or (n.scope = 'closed' and n.closed_on is not null))
    and (n.opened_on is null or n.opened_on <= a.cycle_end)
    and (n.closed_on is null or n.closed_on > a.cycle_end)
  left join (select * from outcome_as_at(day) where practice = asked_practice and cycle = asked_cycle) as o
    on o.ods_code = n.ods_code;
comment on macro table cycle_outcome_as_at is 'Every organisation of the population with its outcome for one practice and cycle, as known on a day';

-- ---------------------------------------------------------------------------------------------------------------
-- Trend

-- One row is a practice, ended cycle and group, as known on a day; reads practice_outcome, practice, organisation.
-- met + not_met + not_assessed + not_applicable = organisations of the group in the population at the cycle's end,
-- by their present type, region and board. Null codes (region or board unknown) count in England and their type.
create macro trend_as_at(day) as table
  with placed as (
    select *, dense_rank() over (order by type, region_code, icb_code) as place,
      scope = 'in_scope' or (scope = 'closed' and closed_on is not null) as is_english
    from organisation
  ),
  tally as (
    select o.practice, o.cycle, o.cycle_end, n.place,
      n.is_english and coalesce(n.opened_on <= o.cycle_end, true) and coalesce(n.closed_on > o.cycle_end, true)
        as is_counted,
      count(*) filter (where o.outcome = 'met') as met,
      count(*) filter (where o.outcome = 'not_met') as not_met,
      count(*) filter (where o.outcome = 'not_applicable') as not_applicable
    from outcome_as_at(day) as o
    left join placed as n using (ods_code)
    group by all
  ),
  cycles as (
    select distinct practice, cycle, cycle_end from tally
  ),
  ends as (
    select distinct cycle_end from cycles
  ),
  populated as (
    select e.cycle_end, n.place, n.type, n.region_code, n.icb_code, count(*) as organisations
    from ends as e
    join placed as n
      on n.is_english and coalesce(n.opened_on <= e.cycle_end, true) and coalesce(n.closed_on > e.cycle_end, true)
    group by all
  ),
  cells as (
    select c.practice, c.cycle, c.cycle_end, q.type, q.region_code, q.icb_code,
      case when list_contains(p.applies_to, q.type) then coalesce(k.met, 0) else 0 end as met,
      case when list_contains(p.applies_to, q.type) then coalesce(k.not_met, 0) else 0 end as not_met,
      case when list_contains(p.applies_to, q.type) then coalesce(k.not_applicable, 0) else q.organisations end
        as not_applicable,
      q.organisations
    from cycles as c
    join practice as p using (practice)
    join populated as q using (cycle_end)
    left join tally as k
      on k.is_counted and k.practice = c.practice and k.cycle = c.cycle and k.cycle_end = c.cycle_end
      and k.place = q.place
  ),
  grouped as (
    select practice, cycle, cycle_end,
      case grouping(region_code, icb_code, type)
        when 7 then 'england' when 3 then 'region' when 5 then 'icb' when 6 then 'type'
        when 2 then 'type_region' when 4 then 'type_icb'
      end as group_kind,
      case grouping(region_code, icb_code, type)
        when 7 then 'ENGLAND' when 3 then region_code when 5 then icb_code when 6 then type
        when 2 then type || '/' || region_code when 4 then type || '/' || icb_code
      end as group_code,
      sum(met) as met, sum(not_met) as not_met,
      sum(organisations) - sum(met) - sum(not_met) - sum(not_applicable) as not_assessed,
      sum(not_applicable) as not_applicable
    from cells
    group by grouping sets (
      (practice, cycle, cycle_end),
      (practice, cycle, cycle_end, region_code),
      (practice, cycle, cycle_end, icb_code),
      (practice, cycle, cycle_end, type),
      (practice, cycle, cycle_end, type, region_code),
      (practice, cycle, cycle_end, type, icb_code))
  )
  select practice, cycle, cycle_end, group_kind, group_code,
    cast(met as bigint) as met, cast(not_met as bigint) as not_met,
    cast(not_assessed as bigint) as not_assessed, cast(not_applicable as bigint) as not_applicable,
    met / nullif(met + not_met, 0) as share_met,
    wilson_lower(met, met + not_met) as lower,
    wilson_upper(met, met + not_met) as upper
  from grouped
  where group_code is not null;
comment on macro table trend_as_at is 'Organisations by outcome per practice, ended cycle and group, as known on a day';

-- ---------------------------------------------------------------------------------------------------------------
-- Repeat failing

-- One row is a line of descent of an organisation: the organisation, then the part it continues, and so on backwards;
-- each member owns the cycles that ended in its tenure. Line 0 is the organisation by itself. Reads organisation and
-- succession. An organisation may have several lines (merger); a predecessor may stand in several organisations'
-- lines (split).
create macro lineage_as_at(day) as table
  with recursive descent as (
    select successor as organisation, predecessor as member, [successor, predecessor] as members,
      [effective_on] as handovers
    from succession
    where effective_on <= day and predecessor <> successor
    union all
    select d.organisation, s.predecessor, list_append(d.members, s.predecessor),
      list_append(d.handovers, s.effective_on)
    from descent as d
    join succession as s on s.successor = d.member
    where s.effective_on <= list_last(d.handovers) and not list_contains(d.members, s.predecessor)
      and len(d.members) < 16
  )
  select organisation, row_number() over (order by organisation, members, handovers) as line,
    array_to_string(list_reverse(members[2:]), '>') as inherited_from, members, handovers
  from descent
  union all
  select ods_code, 0, null, [ods_code], []
  from organisation;
comment on macro table lineage_as_at is 'Lines of descent through mergers and splits known on a day, one row a line';

-- One row is an organisation, line of descent, practice and assessed cycle: what each line looks back on.
create macro descended_cycle_as_at(day) as table
  with tenure as (
    select organisation, line, inherited_from, list_first(handovers) as joined_on, unnest(members) as member,
      unnest(list_prepend(null, handovers)) as until_on, unnest(list_append(handovers, null)) as from_on
    from lineage_as_at(day)
  )
  select t.organisation, t.line, t.inherited_from, t.joined_on, a.practice, a.cycle, a.cycle_end, a.outcome
  from practice_outcome as a
  join tenure as t on t.member = a.ods_code
  where a.known_from <= day and (a.known_to is null or a.known_to > day) and a.cycle_end <= day
    and a.outcome in ('met', 'not_met')
    and (t.until_on is null or a.cycle_end < t.until_on) and (t.from_on is null or a.cycle_end >= t.from_on);
comment on macro table descended_cycle_as_at is 'Assessed cycles of every line of descent, as known on a day';

-- One row is an organisation in the population and practice with at least one assessed cycle, as known on a day.
-- A line's cycles are written as a row of marks, oldest first, 1 failed and 0 met (`0110`); streaks are read from it.
-- Of two inspections on one day the failed one stands last.
-- A successor continues the longest streak of its parts, once: of its lines the one with the longest current streak
-- is taken (then most failed of the newest repeat_of, then most failed, then most assessed, then its own). The parts
-- of a split each continue it.
create macro repeat_failure_as_at(day) as table
  with marked as (
    select organisation, line, any_value(inherited_from) as inherited_from, practice,
      list_sort(list(2 * date_diff('day', date '1970-01-01', cycle_end) + if(outcome = 'not_met', 1, 0))) as cycles,
      arg_max(cycle, 2 * date_diff('day', date '1970-01-01', cycle_end) + if(outcome = 'not_met', 1, 0)) as last_cycle
    from descended_cycle_as_at(day)
    group by organisation, line, practice
  ),
  written as (
    select *, array_to_string(list_transform(cycles, lambda cycle: cycle % 2), '') as marks from marked
  ),
  lines as (
    select w.organisation, w.line, w.inherited_from, w.practice, w.cycles, w.last_cycle,
      len(marks) as cycles_assessed,
      len(replace(marks, '0', '')) as cycles_failed,
      len(marks) - len(rtrim(marks, '1')) as current_streak,
      list_max(list_transform(string_split(marks, '0'), lambda streak: len(streak))) as longest_streak,
      len(replace(right(marks, p.repeat_of), '0', '')) as recent_failed,
      p.repeat_failed
    from written as w
    join practice as p using (practice)
    join population_as_at(day) as n on n.ods_code = w.organisation and list_contains(p.applies_to, n.type)
  ),
  chosen as (
    select *
    from lines
    qualify row_number() over (
      partition by organisation, practice
      order by current_streak desc, recent_failed desc, cycles_failed desc, cycles_assessed desc, line) = 1
  )
  select organisation as ods_code, practice,
    cast(cycles_assessed as integer) as cycles_assessed, cast(cycles_failed as integer) as cycles_failed,
    cast(current_streak as integer) as current_streak, cast(longest_streak as integer) as longest_streak,
    case when current_streak > 0 then date '1970-01-01' + cast(cycles[-current_streak] // 2 as integer) end
      as failing_since,
    current_streak > 0 and recent_failed >= repeat_failed as repeated,
    inherited_from, last_cycle,
    date '1970-01-01' + cast(cycles[-1] // 2 as integer) as last_cycle_end,
    cast(case when current_streak > 0 then 'not_met' else 'met' end as outcome) as last_outcome
  from chosen;
comment on macro table repeat_failure_as_at is 'Who fails again and again, as known on a day: one row an organisation and practice';

-- ---------------------------------------------------------------------------------------------------------------
-- Sources

-- One row is a source: the newest day any of its files speaks of, and how many days old that is on the night.
create view source_freshness as
  select s.source, s.title, s.cadence_days,
    max(f.as_at) as as_at, max(f.night) as taken_in_on, count(f.source_file_id) as files,
    coalesce(sum(f.rows_accepted), 0) as rows_accepted, coalesce(sum(f.rows_rejected), 0) as rows_rejected,
    date_diff('day', max(f.as_at), any_value(n.night)) as days_old,
    coalesce(date_diff('day', max(f.as_at), any_value(n.night)) > s.cadence_days, false) as is_overdue
  from source as s
  left join source_file as f on f.source = s.source and f.status = 'accepted'
  cross join snapshot as n
  group by s.source, s.title, s.cadence_days;
comment on view source_freshness is 'How fresh each source is on the snapshot''s night';
