-- Rows of cycles.

-- A row of cycles as marks, oldest first: 1 failed and 0 met (`0110`).
create macro marks(places) as array_to_string(list_transform(places, lambda place: place % 2), '');
comment on macro marks is 'A row of cycles as marks, oldest first, 1 failed and 0 met';

-- The last day of each cycle of a row.
create macro ends_of(places) as
  list_transform(places, lambda place: date '1970-01-01' + cast(place // 2 as integer));
comment on macro ends_of is 'The last days of a row of cycles';

-- The cycles of a row that ended before a day.
create macro places_before(places, day) as
  list_filter(places, lambda place: place // 2 < date_diff('day', date '1970-01-01', day));
comment on macro places_before is 'The cycles of a row that ended before a day';

-- The length of the run of failures at the end of a row of marks.
create macro streak(marks) as len(marks) - len(rtrim(marks, '1'));
comment on macro streak is 'Failures in a row at the end of a row of marks';

-- Whether a row of marks is repeated failing: the newest failed, and at least so many of the newest so many.
create macro is_repeated(marks, repeat_failed, repeat_of) as
  right(marks, 1) = '1' and len(replace(right(marks, repeat_of), '0', '')) >= repeat_failed;
comment on macro is_repeated is 'Failed repeat_failed of the newest repeat_of marks, and the newest';

-- How a line that was handed over compares with others (least first): the longest streak, then the one failing since
-- earlier, then the lower code.
create macro line_rank(places, member, handed_on) as {
  'is_empty': coalesce(len(places), 0) = 0,
  'streak': -streak(marks(places)),
  'since': coalesce(ends_of(places)[-nullif(streak(marks(places)), 0)], date '9999-12-31'),
  'member': member,
  'handed_on': handed_on};
comment on macro line_rank is 'How a line handed over compares with others: longest streak, failing since earlier, lower code';

-- Lines of descent.

-- One row is a line of descent of an organisation: the part it continues or took over, and so on backwards. members begins
-- with the organisation itself; handovers[1] is the day on which members[2] handed over to it. Only links known on the
-- day. An organisation may have several lines (merger); a predecessor may stand in several organisations' lines (split).
create macro lineage_as_at(day) as table
  with recursive link as (
    select predecessor, successor, effective_on
    from succession
    where known_from <= day and effective_on <= day and predecessor <> successor
  ),
  descent as (
    select successor as organisation, predecessor as member, [successor, predecessor] as members,
      [effective_on] as handovers
    from link
    union all
    select d.organisation, s.predecessor, list_append(d.members, s.predecessor),
      list_append(d.handovers, s.effective_on)
    from descent as d
    join link as s on s.successor = d.member
    where s.effective_on <= list_last(d.handovers) and not list_contains(d.members, s.predecessor)
      and len(d.members) < 16
  )
  select organisation, row_number() over (order by organisation, members, handovers) as line,
    array_to_string(list_reverse(members[2:]), '>') as inherited_from, members, handovers
  from descent;
comment on macro table lineage_as_at is 'Lines of descent through mergers and splits known on a day, one row a line';

-- One row is an organisation, practice and assessed cycle that has ended, under its own code. place orders its cycles: of
-- two inspections on one day the failed one stands last.
create macro assessed_cycle_as_at(day) as table
  select ods_code, practice, cycle, cycle_end, outcome,
    2 * date_diff('day', date '1970-01-01', cycle_end) + if(outcome = 'not_met', 1, 0) as place
  from practice_outcome
  where known_from <= day and (known_to is null or known_to > day) and cycle_end <= day
    and outcome in ('met', 'not_met');
comment on macro table assessed_cycle_as_at is 'Assessed cycles of every organisation under its own code, as known on a day';

-- One row is an organisation and practice: its own assessed cycles, oldest first, as their places.
create macro own_line_as_at(day) as table
  select ods_code as organisation, practice, list_sort(list(place)) as places, arg_max(cycle, place) as last_cycle
  from assessed_cycle_as_at(day)
  group by ods_code, practice;
comment on macro table own_line_as_at is 'Assessed cycles of every organisation and practice under its own code, as known on a day';

-- One row is a line of descent and practice with an assessed cycle: what the organisation was made of or took over, up to
-- the day it did. Each member owns the cycles that ended in its tenure. A member that existed before kept its own line
-- when it took over another: no line leads through it; one that was new continues what it was made from.
-- has_own: any cycle of its own was assessed. is_new: none of the organisation's own cycles was assessed with an end before that day.
create macro inherited_line_as_at(day) as table
  with lineage as (
    select * from lineage_as_at(day)
  ),
  begun as (
    select ods_code as member, practice, min(cycle_end) as first_end
    from assessed_cycle_as_at(day)
    where ods_code in (select unnest(members) from lineage)
    group by ods_code, practice
  ),
  handed as (
    select line, unnest(members[2:-2]) as member, unnest(handovers[2:]) as handed_on
    from lineage
    where len(members) > 2
  ),
  broken as (
    select distinct h.line, b.practice
    from handed as h
    join begun as b on b.member = h.member and b.first_end < h.handed_on
  ),
  tenure as (
    select organisation, line, unnest(members[2:]) as member, unnest(handovers) as until_on,
      unnest(list_append(handovers[2:], null)) as from_on
    from lineage
  ),
  part as (
    select t.organisation, t.line, a.practice, list_sort(list(a.place)) as places,
      arg_max(a.cycle, a.place) as last_cycle,
      list(distinct t.member) as heard
    from tenure as t
    join assessed_cycle_as_at(day) as a
      on a.ods_code = t.member and a.cycle_end < t.until_on and (t.from_on is null or a.cycle_end >= t.from_on)
    group by t.organisation, t.line, a.practice
  ),
  whole as (
    select * from part anti join broken using (line, practice)
  ),
  continued as (
    select distinct s.line, w.practice
    from lineage as s
    join lineage as l on l.members[:-2] = s.members and l.handovers[:-2] = s.handovers
    join whole as w on w.line = l.line
  ),
  standing as (
    select w.*, l.members, l.handovers, l.handovers[1] as joined_on,
      array_to_string(list_reverse(list_filter(l.members[2:], lambda member: list_contains(w.heard, member))), '>')
        as inherited_from,
      b.first_end is not null as has_own, b.first_end is null or b.first_end >= l.handovers[1] as is_new
    from whole as w
    join lineage as l using (line)
    left join begun as b on b.member = w.organisation and b.practice = w.practice
    anti join continued as c on c.line = w.line and c.practice = w.practice
  )
  select organisation, line, practice, joined_on, has_own, is_new, inherited_from, places, last_cycle, streak(marks(places)) as streak,
    list_transform(handovers, lambda handed_on, generation: line_rank(
      places_before(places, handed_on), members[generation + 1], handed_on)) as rank
  from standing;
comment on macro table inherited_line_as_at is 'What every organisation was made of or took over, up to the day it did: one row a line of descent and practice, as known on a day';
