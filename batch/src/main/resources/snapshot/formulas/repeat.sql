-- Repeat failing.

-- One row is an organisation and practice: the line it follows. A code that is new for a practice continues what it was
-- made of, of several lines the longest failing; who existed before keeps its own line, whatever it takes over.
-- inherited_streak: the longest streak that what it was made of, or took over, had on the day it did.
create macro followed_line_as_at(day) as table
  with inherited as (
    select * from inherited_line_as_at(day)
  ),
  beside as (
    select organisation, practice, max(streak) as inherited_streak, bool_or(has_own) as has_own,
      min_by({'line': line, 'places': places, 'joined_on': joined_on, 'inherited_from': inherited_from,
        'last_cycle': last_cycle}, rank) filter (where is_new) as continued
    from inherited
    group by organisation, practice
  ),
  joined as (
    select o.organisation, o.practice, o.places as own_places, o.last_cycle, b.inherited_streak, b.continued
    from own_line_as_at(day) as o
    left join beside as b on b.organisation = o.organisation and b.practice = o.practice
    union all
    select organisation, practice, [], continued.last_cycle, inherited_streak, continued
    from beside
    where not has_own
  )
  select organisation, practice, marks(coalesce(continued.places, []) || own_places) as marks,
    ends_of(coalesce(continued.places, []) || own_places) as ends_on, last_cycle, continued.line as line,
    continued.joined_on as joined_on, continued.inherited_from as inherited_from,
    streak(marks(own_places)) as own_streak, coalesce(inherited_streak, 0) as inherited_streak
  from joined;
comment on macro table followed_line_as_at is 'The row of cycles that each organisation follows at each practice: its own, or for a new code that of what it was made of and its own';

-- One row is an organisation in the population and practice with at least one assessed cycle on the line it follows, as
-- known on a day. since_before: every cycle known of it failed, so nobody knows when it began.
create macro repeat_failure_as_at(day) as table
  with lines as (
    select f.*, streak(f.marks) as current_streak, is_repeated(f.marks, p.repeat_failed, p.repeat_of) as repeated
    from followed_line_as_at(day) as f
    join practice as p using (practice)
    join population_as_at(day, day) as n on n.ods_code = f.organisation
    where asks(p.applies_to, n.type, day)
  )
  select organisation as ods_code, practice,
    cast(len(marks) as integer) as cycles_assessed,
    cast(len(replace(marks, '0', '')) as integer) as cycles_failed,
    cast(current_streak as integer) as current_streak,
    cast(list_max(list_transform(string_split(marks, '0'), lambda streak: len(streak))) as integer) as longest_streak,
    cast(own_streak as integer) as own_streak, cast(inherited_streak as integer) as inherited_streak,
    case when current_streak > 0 then ends_on[-current_streak] end as failing_since,
    not contains(marks, '0') as since_before,
    repeated, inherited_from, last_cycle, ends_on[-1] as last_cycle_end,
    cast(case when current_streak > 0 then 'not_met' else 'met' end as outcome) as last_outcome
  from lines;
comment on macro table repeat_failure_as_at is 'Who fails again and again, as known on a day: one row an organisation and practice';

-- One row is a practice and ended cycle, as known on a day. Inspections are counted by calendar quarter.
create macro cycle_as_at(day) as table
  select practice, cycle, max(cycle_end) as cycle_end
  from outcome_as_at(day)
  group by practice, cycle;
comment on macro table cycle_as_at is 'Ended cycles of each practice as known on a day';

-- One row is a practice, type and ended cycle: how many organisations of the population at the cycle's end failed it
-- again and again then, by what is known on the day. What repeat_failure_as_at would say at each cycle's end, counted
-- in one pass: an organisation without predecessor or successor adds itself when it becomes repeatedly failing and takes
-- itself off when it no longer is (or closes); only the others are asked at each cycle which line they follow. A line
-- that several parts of a split follow counts once.
create macro repeat_failure_count_as_at(day) as table
  with cycles as (
    select * from cycle_as_at(day)
  ),
  linked as (
    select distinct unnest(members) as organisation from lineage_as_at(day)
  ),
  counted as (
    select n.ods_code as organisation, n.type, p.practice, p.repeat_failed, p.repeat_of,
      n.ods_code in (select organisation from linked) as is_linked,
      greatest(coalesce(n.opened_on, date '0001-01-01'), coalesce(a.first_end, date '0001-01-01')) as from_on,
      least(coalesce(n.closed_on, date '9999-12-31'), coalesce(a.last_end + 1, date '9999-12-31')) as until_on
    from organisation_as_at(day) as n
    join practice as p on list_contains(p.applies_to, n.type)
    left join answering_period as a on a.type = n.type
    where is_english(n.scope, n.closed_on)
  ),
  own as (
    select organisation, practice, marks(places) as marks, ends_of(places) as ends_on from own_line_as_at(day)
  ),
  single as (
    select * from counted join own using (organisation, practice) where not is_linked
  ),
  asked as (
    select n.*, c.cycle_end
    from counted as n
    join cycles as c on c.practice = n.practice and c.cycle_end >= n.from_on and c.cycle_end < n.until_on
    where n.is_linked
  ),
  continued as (
    select a.organisation, a.practice, a.cycle_end, i.inherited_from, marks(i.places) as marks
    from asked as a
    join inherited_line_as_at(day) as i
      on i.organisation = a.organisation and i.practice = a.practice and i.joined_on <= a.cycle_end
    where i.is_new
    qualify row_number() over (partition by a.organisation, a.practice, a.cycle_end order by i.rank) = 1
  ),
  followed as (
    select a.practice, a.type, a.cycle_end, a.repeat_failed, a.repeat_of,
      coalesce(c.inherited_from, a.organisation) as line,
      coalesce(c.marks, '') || left(coalesce(o.marks, ''),
        coalesce(len(list_filter(o.ends_on, lambda ends_on: ends_on <= a.cycle_end)), 0)) as seen
    from asked as a
    left join continued as c
      on c.organisation = a.organisation and c.practice = a.practice and c.cycle_end = a.cycle_end
    left join own as o on o.organisation = a.organisation and o.practice = a.practice
  ),
  several as (
    select practice, type, cycle_end, line, bool_or(is_repeated(seen, repeat_failed, repeat_of)) as repeated
    from followed
    where seen <> ''
    group by practice, type, cycle_end, line
  ),
  held as (
    select practice, type, from_on, until_on,
      unnest(list_transform(
        list_filter(range(1, len(marks) + 1),
          lambda position: is_repeated(left(marks, position), repeat_failed, repeat_of)),
        lambda position: {'from_on': ends_on[position], 'until_on': ends_on[position + 1]})) as span
    from single
    where contains(marks, '1')
  ),
  spans as (
    select practice, type, greatest(from_on, span.from_on) as from_on,
      least(until_on, coalesce(span.until_on, until_on)) as until_on, 0 as organisations, 1 as repeated
    from held
    union all
    select practice, type, greatest(from_on, ends_on[1]), until_on, 1, 0
    from single
    union all
    select practice, type, cycle_end, cycle_end + 1, 1, if(repeated, 1, 0)
    from several
  ),
  steps as (
    select practice, type, from_on as on_day, organisations, repeated from spans where from_on < until_on
    union all
    select practice, type, until_on, -organisations, -repeated from spans where from_on < until_on
    union all
    select c.practice, t.type, c.cycle_end, 0, 0
    from cycles as c
    join (select distinct practice, type from counted) as t using (practice)
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
  join cycles as c on c.practice = s.practice and c.cycle_end = s.on_day
  where s.organisations > 0;
comment on macro table repeat_failure_count_as_at is 'How many organisations failed again and again at the end of each cycle, of those assessed by then, per practice and type; a line that several parts of a split follow counts once';
