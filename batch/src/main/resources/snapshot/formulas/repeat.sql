-- Repeat failing.

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

-- One row is an organisation, line of descent and practice. Its assessed cycles are written as a row of marks, oldest
-- first, 1 failed and 0 met (`0110`), and beside it their last days. Of two inspections on one day the failed one
-- stands last.
create macro marked_line_as_at(day) as table
  with packed as (
    select organisation, line, any_value(inherited_from) as inherited_from, any_value(joined_on) as joined_on, practice,
      list_sort(list(2 * date_diff('day', date '1970-01-01', cycle_end) + if(outcome = 'not_met', 1, 0))) as cycles,
      arg_max(cycle, 2 * date_diff('day', date '1970-01-01', cycle_end) + if(outcome = 'not_met', 1, 0)) as last_cycle
    from descended_cycle_as_at(day)
    group by organisation, line, practice
  )
  select organisation, line, inherited_from, joined_on, practice, last_cycle,
    array_to_string(list_transform(cycles, lambda cycle: cycle % 2), '') as marks,
    list_transform(cycles, lambda cycle: date '1970-01-01' + cast(cycle // 2 as integer)) as ends_on
  from packed;
comment on macro table marked_line_as_at is 'Assessed cycles of every line of descent as a row of marks, 1 failed and 0 met, oldest first';

-- The length of the run of failures at the end of a row of marks.
create macro streak(marks) as len(marks) - len(rtrim(marks, '1'));
comment on macro streak is 'Failures in a row at the end of a row of marks';

-- Whether a row of marks is repeated failing: the newest failed, and at least so many of the newest so many.
create macro is_repeated(marks, repeat_failed, repeat_of) as
  right(marks, 1) = '1' and len(replace(right(marks, repeat_of), '0', '')) >= repeat_failed;
comment on macro is_repeated is 'Failed repeat_failed of the newest repeat_of marks, and the newest';

-- One row is an organisation in the population and practice with at least one assessed cycle, as known on a day.
-- A successor continues the longest streak of its parts, once: of its lines the one with the longest current streak
-- is taken (then most failed of the newest repeat_of, then most failed, then most assessed, then its own). The parts
-- of a split each continue it.
create macro repeat_failure_as_at(day) as table
  with lines as (
    select m.*, streak(marks) as current_streak,
      len(replace(right(marks, p.repeat_of), '0', '')) as recent_failed,
      is_repeated(marks, p.repeat_failed, p.repeat_of) as repeated
    from marked_line_as_at(day) as m
    join practice as p using (practice)
    join population_as_at(day) as n on n.ods_code = m.organisation and list_contains(p.applies_to, n.type)
  ),
  chosen as (
    select * from lines where line = 0 and organisation not in (select successor from succession)
    union all
    select *
    from lines
    where organisation in (select successor from succession)
    qualify row_number() over (
      partition by organisation, practice
      order by current_streak desc, recent_failed desc, len(replace(marks, '0', '')) desc, len(marks) desc, line) = 1
  )
  select organisation as ods_code, practice,
    cast(len(marks) as integer) as cycles_assessed,
    cast(len(replace(marks, '0', '')) as integer) as cycles_failed,
    cast(current_streak as integer) as current_streak,
    cast(list_max(list_transform(string_split(marks, '0'), lambda streak: len(streak))) as integer) as longest_streak,
    case when current_streak > 0 then ends_on[-current_streak] end as failing_since,
    repeated, inherited_from, last_cycle, ends_on[-1] as last_cycle_end,
    cast(case when current_streak > 0 then 'not_met' else 'met' end as outcome) as last_outcome
  from chosen;
comment on macro table repeat_failure_as_at is 'Who fails again and again, as known on a day: one row an organisation and practice';

-- One row is a practice and ended cycle, as known on a day. Inspections are counted by calendar quarter.
create macro cycle_as_at(day) as table
  select practice, cycle, max(cycle_end) as cycle_end
  from outcome_as_at(day)
  group by practice, cycle;
comment on macro table cycle_as_at is 'Ended cycles of each practice as known on a day';

-- One row is a practice, type and ended cycle: how many organisations of the population at the cycle's end failed it
-- again and again then, by what is known on the day. What repeat_failure_as_at would say at each cycle's end, counted
-- in one pass: an organisation with one line adds itself when it becomes repeatedly failing and takes itself off when
-- it no longer is (or closes); only those with several lines are asked at each cycle which line counts.
create macro repeat_failure_count_as_at(day) as table
  with cycles as (
    select * from cycle_as_at(day)
  ),
  lines as (
    select m.practice, n.type, m.organisation, m.line, m.marks, m.ends_on, p.repeat_failed, p.repeat_of,
      greatest(coalesce(m.joined_on, date '0001-01-01'), coalesce(n.opened_on, date '0001-01-01')) as from_on,
      coalesce(n.closed_on, date '9999-12-31') as until_on,
      m.organisation in (select successor from succession) as has_parts
    from marked_line_as_at(day) as m
    join practice as p using (practice)
    join organisation as n
      on n.ods_code = m.organisation and list_contains(p.applies_to, n.type)
      and (n.scope = 'in_scope' or (n.scope = 'closed' and n.closed_on is not null))
  ),
  several as (
    select l.practice, l.type, l.organisation, l.line, l.repeat_failed, l.repeat_of, c.cycle_end,
      left(l.marks, len(list_filter(l.ends_on, lambda ends_on: ends_on <= c.cycle_end))) as seen
    from lines as l
    join cycles as c on c.practice = l.practice and c.cycle_end >= l.from_on and c.cycle_end < l.until_on
    where l.has_parts and l.ends_on[1] <= c.cycle_end
  ),
  several_chosen as (
    select *
    from several
    qualify row_number() over (
      partition by organisation, practice, cycle_end
      order by streak(seen) desc, len(replace(right(seen, repeat_of), '0', '')) desc,
        len(replace(seen, '0', '')) desc, len(seen) desc, line) = 1
  ),
  held as (
    select practice, type, from_on, until_on,
      unnest(list_transform(
        list_filter(range(1, len(marks) + 1),
          lambda position: is_repeated(left(marks, position), repeat_failed, repeat_of)),
        lambda position: {'from_on': ends_on[position], 'until_on': ends_on[position + 1]})) as span
    from lines
    where not has_parts and contains(marks, '1')
  ),
  spans as (
    select practice, type, greatest(from_on, span.from_on) as from_on,
      least(until_on, coalesce(span.until_on, until_on)) as until_on, 0 as organisations, 1 as repeated
    from held
    union all
    select practice, type, greatest(from_on, ends_on[1]), until_on, 1, 0
    from lines
    where not has_parts
    union all
    select practice, type, cycle_end, cycle_end + 1, 1, if(is_repeated(seen, repeat_failed, repeat_of), 1, 0)
    from several_chosen
  ),
  steps as (
    select practice, type, from_on as on_day, organisations, repeated from spans where from_on < until_on
    union all
    select practice, type, until_on, -organisations, -repeated from spans where from_on < until_on
    union all
    select c.practice, t.type, c.cycle_end, 0, 0
    from cycles as c
    join (select distinct practice, type from lines) as t using (practice)
  ),
  sums as (
    select practice, type, on_day,
      sum(sum(organisations)) over before as organisations, sum(sum(repeated)) over before as repeated
    from steps
    group by practice, type, on_day
    window before as (partition by practice, type order by on_day)
  )
  select s.practice, s.type, c.cycle, c.cycle_end,
    cast(s.organisations as bigint) as organisations, cast(s.repeated as bigint) as repeated,
    s.repeated / nullif(s.organisations, 0) as share_repeated,
    wilson_lower(s.repeated, s.organisations) as lower, wilson_upper(s.repeated, s.organisations) as upper
  from sums as s
  join cycles as c on c.practice = s.practice and c.cycle_end = s.on_day;
comment on macro table repeat_failure_count_as_at is 'How many organisations failed again and again at the end of each cycle, of those assessed by then, per practice and type';

-- One row is an organisation of the population and practice that was assessed once and is not in the newest ended
-- cycle: it has gone dark. Cycles that do not apply to it are not missed; an inspection is nobody's to miss; and where
-- silence is not applicable (no alert, no incident) it makes nobody dark. A successor that never answered is dark since its parts last did.
create macro dark_as_at(day) as table
  with lit as (
    select d.organisation, d.practice, max(d.cycle_end) as last_cycle_end,
      arg_max(d.cycle, d.cycle_end) as last_cycle, arg_max(d.outcome, d.cycle_end) as last_outcome,
      any_value(n.opened_on) as opened_on
    from descended_cycle_as_at(day) as d
    join practice as p using (practice)
    join population_as_at(day) as n on n.ods_code = d.organisation and list_contains(p.applies_to, n.type)
    where p.cycle_kind <> 'inspection' and p.silence = 'not_assessed'
    group by d.organisation, d.practice
  ),
  cycles as (
    select * from cycle_as_at(day)
  ),
  newest as (
    select practice, max(cycle_end) as newest_cycle_end from cycles group by practice
  ),
  missed as (
    select l.organisation, l.practice, l.last_cycle, l.last_cycle_end, l.last_outcome, c.cycle, c.cycle_end
    from lit as l
    join newest as w on w.practice = l.practice and w.newest_cycle_end > l.last_cycle_end
    join cycles as c
      on c.practice = l.practice and c.cycle_end > l.last_cycle_end
      and c.cycle_end >= coalesce(l.opened_on, c.cycle_end)
  ),
  excused as (
    select ods_code, practice, cycle from outcome_as_at(day) where outcome = 'not_applicable'
  )
  select m.organisation as ods_code, m.practice, m.last_cycle, m.last_cycle_end, m.last_outcome,
    min(m.cycle_end) as dark_since, cast(count(*) as integer) as cycles_dark,
    cast(date_diff('day', m.last_cycle_end, day) as integer) as days_dark
  from missed as m
  anti join excused as e
    on e.ods_code = m.organisation and e.practice = m.practice and e.cycle = m.cycle
  group by all;
comment on macro table dark_as_at is 'Organisations that were assessed once and are silent in the newest ended cycles, and for how long';

-- One row is a practice, type and pair of consecutive cycles: the two-state chain of failing. Of the organisations
-- assessed in both (in the population at the later one's end): how many of those that failed the earlier failed the
-- later again. A successor failed the earlier cycle if any of its parts did. `base_share` is what a guess without
-- knowledge of the past would hit, `lift` how much better 'failed last time' hits, `recall` the part of the later
-- failures it names.
create macro persistence_as_at(day) as table
  with cycles as (
    select practice, cycle, cycle_end, lead(cycle) over later as next_cycle, lead(cycle_end) over later as next_end
    from cycle_as_at(day)
    join practice as p using (practice)
    where p.cycle_kind <> 'inspection'
    window later as (partition by practice order by cycle_end)
  ),
  pairs as (
    select organisation, practice, line, joined_on,
      unnest(list_transform(range(1, len(marks)), lambda position: {
        'ends_on': ends_on[position], 'next_on': ends_on[position + 1],
        'failed_before': marks[position] = '1', 'failed_after': marks[position + 1] = '1'})) as pair
    from marked_line_as_at(day)
  ),
  merged as (
    select organisation, practice, pair
    from pairs
    where line = 0 and organisation not in (select successor from succession)
    union all
    select organisation, practice, {
      'ends_on': pair.ends_on, 'next_on': pair.next_on,
      'failed_before': bool_or(pair.failed_before), 'failed_after': bool_or(pair.failed_after)}
    from pairs
    where organisation in (select successor from succession) and (line = 0 or pair.next_on >= joined_on)
    group by organisation, practice, pair.ends_on, pair.next_on
  ),
  counted as (
    select c.practice, n.type, c.cycle as from_cycle, c.next_cycle as to_cycle, c.next_end as to_cycle_end,
      count(*) as organisations,
      count(*) filter (where pair.failed_before) as failed_before,
      count(*) filter (where pair.failed_after) as failed_after,
      count(*) filter (where pair.failed_before and pair.failed_after) as failed_again
    from merged as m
    join cycles as c on c.practice = m.practice and c.cycle_end = pair.ends_on and c.next_end = pair.next_on
    join practice as p on p.practice = m.practice
    join organisation as n
      on n.ods_code = m.organisation and list_contains(p.applies_to, n.type)
      and (n.scope = 'in_scope' or (n.scope = 'closed' and n.closed_on is not null))
      and (n.opened_on is null or n.opened_on <= c.next_end) and (n.closed_on is null or n.closed_on > c.next_end)
    group by all
  )
  select practice, type, from_cycle, to_cycle, to_cycle_end, organisations, failed_before, failed_after, failed_again,
    failed_again / nullif(failed_before, 0) as persistence,
    wilson_lower(failed_again, failed_before) as lower, wilson_upper(failed_again, failed_before) as upper,
    (failed_after - failed_again) / nullif(organisations - failed_before, 0) as failed_anew,
    failed_after / organisations as base_share,
    (failed_again / nullif(failed_before, 0)) / nullif(failed_after / organisations, 0) as lift,
    failed_again / nullif(failed_after, 0) as recall
  from counted;
comment on macro table persistence_as_at is 'Of those that failed a cycle, how many failed the next again: the two-state chain per practice, type and pair of cycles';
