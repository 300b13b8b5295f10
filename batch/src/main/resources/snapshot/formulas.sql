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

-- Newcombe's interval of the difference of two independent shares x1/n1 - x2/n2, 95 %, from their Wilson intervals.
-- Source: R. G. Newcombe, 'Interval estimation for the difference between independent proportions: comparison of
-- eleven methods', Statistics in Medicine 17 (1998), method 10. Null when either n is 0.
create macro difference_lower(x1, n1, x2, n2) as
  x1 / n1 - x2 / n2
    - sqrt((x1 / n1 - wilson_lower(x1, n1)) ** 2 + (wilson_upper(x2, n2) - x2 / n2) ** 2);
comment on macro difference_lower is 'Lower end of the 95 % Newcombe interval of x1/n1 - x2/n2';

create macro difference_upper(x1, n1, x2, n2) as
  x1 / n1 - x2 / n2
    + sqrt((wilson_upper(x1, n1) - x1 / n1) ** 2 + (x2 / n2 - wilson_lower(x2, n2)) ** 2);
comment on macro difference_upper is 'Upper end of the 95 % Newcombe interval of x1/n1 - x2/n2';

-- ---------------------------------------------------------------------------------------------------------------
-- Distributions

-- P(Z > |z|) of the standard normal distribution, to about 15 digits (8 significant ones beyond |z| = 7).
-- Source: J. F. Hart et al., Computer Approximations (1968), algorithm 5666, as G. West gives it in 'Better
-- approximations to cumulative normal functions', Wilmott Magazine (2005).
create macro normal_tail_above(a) as
  case
    when a > 37 then 0
    when a < 7.07106781186547 then exp(-a * a / 2)
      * ((((((0.0352624965998911 * a + 0.700383064443688) * a + 6.37396220353165) * a + 33.912866078383) * a
        + 112.079291497871) * a + 221.213596169931) * a + 220.206867912376)
      / (((((((0.0883883476483184 * a + 1.75566716318264) * a + 16.064177579207) * a + 86.7807322029461) * a
        + 296.564248779674) * a + 637.333633378831) * a + 793.826512519948) * a + 440.413735824752)
    else exp(-a * a / 2) / 2.506628274631 / (a + 1 / (a + 2 / (a + 3 / (a + 4 / (a + 0.65)))))
  end;
comment on macro normal_tail_above is 'normal_tail for a value of 0 or more';

create macro normal_tail(z) as normal_tail_above(abs(cast(z as double)));
comment on macro normal_tail is 'Chance that a standard normal value lies above |z|; twice that is the two-sided p-value of z';

-- The continued fraction of the incomplete beta function, 160 terms, from the innermost outwards.
-- Source: NIST Digital Library of Mathematical Functions, 8.17.22 and 8.17.23.
create macro beta_fraction(x, a, b) as
  list_reduce(
    range(160, 0, -1),
    lambda rest, term: 1 + (case
      when term % 2 = 0 then (term // 2) * (b - term // 2) * x / ((a + term - 1) * (a + term))
      else -(a + term // 2) * (a + b + term // 2) * x / ((a + term - 1) * (a + term))
    end) / rest,
    cast(1 as double));
comment on macro beta_fraction is 'Continued fraction of the incomplete beta function; see beta_below';

-- P(share < x) of a beta distribution with parameters a and b: the regularised incomplete beta function I_x(a, b).
-- Exact to 9 digits while a + b stays below 20,000; to 4 digits up to half a million.
create macro beta_below(x, a, b) as
  case
    when x <= 0 then 0
    when x >= 1 then 1
    when x <= (a + 1) / (a + b + 2) then
      exp(lgamma(a + b) - lgamma(a) - lgamma(b) + a * ln(x) + b * ln(1 - x)) / (a * beta_fraction(x, a, b))
    else
      1 - exp(lgamma(a + b) - lgamma(a) - lgamma(b) + a * ln(x) + b * ln(1 - x)) / (b * beta_fraction(1 - x, b, a))
  end;
comment on macro beta_below is 'Chance that a beta-distributed share lies below x';

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
-- it means that nothing is known says practice.silence; an organisation of another type is not applicable.
create macro cycle_outcome_as_at(day, asked_practice, asked_cycle) as table
  with asked as (
    select distinct o.practice, o.cycle, o.cycle_end, p.applies_to, p.silence
    from outcome_as_at(day) as o
    join practice as p using (practice)
    where o.practice = asked_practice and o.cycle = asked_cycle
  )
  select n.ods_code, n.name, n.type, n.region_code, n.icb_code, n.peer_group,
    a.practice, a.cycle, a.cycle_end,
    cast(case
      when not list_contains(a.applies_to, n.type) then 'not_applicable'
      else coalesce(o.outcome, a.silence)
    end as outcome) as outcome,
    o.value, o.numerator, o.denominator, coalesce(o.is_late, false) as is_late,
    case
      when not list_contains(a.applies_to, n.type) then 'does not apply to this kind of organisation'
      when o.outcome is null and a.silence = 'not_applicable' then 'nothing fell due in this cycle'
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
-- by their present type, region and board; who has no row is counted as practice.silence says. Null codes (region or
-- board unknown) count in England and their type.
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
      count(*) filter (where o.outcome = 'not_assessed') as not_assessed,
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
      case
        when not list_contains(p.applies_to, q.type) then q.organisations
        when p.silence = 'not_applicable'
          then q.organisations - coalesce(k.met + k.not_met + k.not_assessed, 0)
        else coalesce(k.not_applicable, 0)
      end as not_applicable,
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

-- ---------------------------------------------------------------------------------------------------------------
-- Statistics over any table: the argument is the name of a table, view or CTE with the columns named

-- One row is a value; reads unit, value, is_reference. Deciles within a unit: 1 the lowest tenth of the values of the
-- reference set, 10 the highest. A value's position is the share of the reference set below it, ties by mid-rank
-- (half of those equal to it). None when fewer than 10 are in the set.
-- Source: mid-rank percentile, as scipy.stats.percentileofscore(kind='mean') computes it.
create macro decile_of(table_name) as table
  with tally as (
    select unit, value, count(*) as equal
    from query_table(table_name)
    where is_reference
    group by unit, value
  ),
  placed as (
    select unit, value,
      (sum(equal) over (partition by unit order by value) - equal / 2) / sum(equal) over (partition by unit)
        as position
    from tally
  ),
  sizes as (
    select unit, sum(equal) as reference_size from tally group by unit
  )
  select p.*, coalesce(cast(s.reference_size as bigint), 0) as reference_size,
    case when s.reference_size >= 10 then l.position end as position,
    case when s.reference_size >= 10 and l.position is not null
      then cast(least(9, floor(10 * l.position)) as integer) + 1 end as decile
  from query_table(table_name) as p
  left join sizes as s on s.unit = p.unit
  left join placed as l on p.is_reference and l.unit = p.unit and l.value = p.value;
comment on macro table decile_of is 'Deciles of the values of a table (unit, value, is_reference), ties by mid-rank';

-- One row is a point of a funnel; reads unit, x, n, good (high or low). Line and flag come from one computation:
-- shares on the arcsine scale, z-scores winsorised at 10 % and 90 %, additive over-dispersion; limits at the point's
-- own n. Points with n < 10 are too few to tell and take no part.
-- Source: D. J. Spiegelhalter, 'Handling over-dispersion of performance indicators', Quality and Safety in Health
-- Care 14 (2005), and 'Funnel plots for comparing institutional performance', Statistics in Medicine 24 (2005).
create macro funnel_of(table_name) as table
  with told as (
    select *, asin(sqrt(x / n)) as angle, 1 / (2 * sqrt(n)) as error,
      asin(sqrt(sum(x) over (partition by unit) / sum(n) over (partition by unit))) as centre_angle
    from query_table(table_name)
    where n >= 10
  ),
  scored as (
    select *, (angle - centre_angle) / error as z from told
  ),
  ends as (
    select unit, quantile_cont(z, 0.1) as low_z, quantile_cont(z, 0.9) as high_z from scored group by unit
  ),
  dispersed as (
    select s.unit, count(*) as points,
      sum(least(greatest(z, low_z), high_z) ** 2) / count(*) as phi,
      sum(error ** -2) - sum(error ** -4) / sum(error ** -2) as spread
    from scored as s
    join ends as e on e.unit = s.unit
    group by s.unit
  ),
  widened as (
    select s.*, d.points, d.phi,
      coalesce(greatest(0, (d.points * d.phi - (d.points - 1)) / nullif(d.spread, 0)), 0) as tau2
    from scored as s
    join dispersed as d on d.unit = s.unit
  ),
  limited as (
    select * exclude (angle, error, centre_angle, z),
      sin(centre_angle) ** 2 as centre,
      (angle - centre_angle) / sqrt(error ** 2 + tau2) as z,
      sin(greatest(0, centre_angle - 1.959964 * sqrt(error ** 2 + tau2))) ** 2 as lower_95,
      sin(least(pi() / 2, centre_angle + 1.959964 * sqrt(error ** 2 + tau2))) ** 2 as upper_95,
      sin(greatest(0, centre_angle - 3.090232 * sqrt(error ** 2 + tau2))) ** 2 as lower_998,
      sin(least(pi() / 2, centre_angle + 3.090232 * sqrt(error ** 2 + tau2))) ** 2 as upper_998
    from widened
  )
  select *, x / n as share, 2 * normal_tail(z) as p_value,
    case
      when x / n between lower_95 and upper_95 then 'within'
      else if((x / n > centre) = (good = 'high'), 'better', 'worse')
        || if(x / n between lower_998 and upper_998, '_95', '_998')
    end as flag
  from limited
  union all by name
  select *, x / nullif(n, 0) as share, 'too_few' as flag
  from query_table(table_name)
  where n < 10;
comment on macro table funnel_of is 'Funnel with over-dispersion over a table (unit, x, n, good): limits at 95 % and 99.8 % and the flag that follows from them';

-- One row is a share; reads unit, x, n, threshold, good (high: below the threshold breaks the standard; low: above).
-- Beta-binomial shrinkage within a unit: mean and intra-class correlation by moments, weights n; the posterior of each
-- share is beta(alpha + x, beta + n - x). Where shares differ no more than chance makes them, all lie at the mean.
-- Source: J. C. Kleinman, 'Proportions with extraneous variance: single and independent samples', JASA 68 (1973).
create macro shrunk_of(table_name) as table
  with units as (
    select unit, sum(x) / sum(n) as mean, count(*) as points, sum(n) as total, sum(n * n) as squares,
      sum(x * x / n) - sum(x) ** 2 / sum(n) as spread
    from query_table(table_name)
    where n > 0
    group by unit
  ),
  correlated as (
    select unit, mean, least(0.999, greatest(0.00001, coalesce(
      (spread - mean * (1 - mean) * (points - 1))
        / nullif(mean * (1 - mean) * (total - squares / total - (points - 1)), 0), 0))) as correlation
    from units
    where points > 1
  ),
  priors as (
    select unit, mean, mean * (1 / correlation - 1) as alpha, (1 - mean) * (1 / correlation - 1) as beta
    from correlated
  )
  select p.*, p.x / p.n as share, u.mean as unit_share, u.alpha, u.beta,
    (u.alpha + p.x) / (u.alpha + u.beta + p.n) as shrunk_share,
    case
      when u.alpha = 0 or u.beta = 0 then if((u.mean < p.threshold) = (p.good = 'high'), 1, 0)
      when p.good = 'high' then beta_below(p.threshold, u.alpha + p.x, u.beta + p.n - p.x)
      else 1 - beta_below(p.threshold, u.alpha + p.x, u.beta + p.n - p.x)
    end as break_probability
  from query_table(table_name) as p
  join priors as u on u.unit = p.unit
  where p.n > 0;
comment on macro table shrunk_of is 'Shares of a table (unit, x, n, threshold, good) shrunk towards their unit, and the chance that the true share breaks the standard';

-- One row is a point of a series; reads series, segment, on_day, value, good (high or low). XmR chart by the rules of
-- Making Data Count, each segment by itself: centre the mean, limits mean ± 2.66 mean moving range after dropping
-- moving ranges of 3.267 times their mean or more. Special causes: outside (beyond a limit), trend (part of 7 rising
-- or falling), shift (part of 7 on one side of the centre), two_of_three (one of 2 of 3 neighbours beyond two thirds
-- of the way to a limit, on one side). With fewer than 13 points the limits are trial limits and nothing is marked.
-- Source: NHS England, Making Data Count; NHSRplotthedots.
create macro xmr_of(table_name) as table
  with ordered as (
    select *, row_number() over line as position, count(*) over (partition by series, segment) as points,
      avg(value) over (partition by series, segment) as centre,
      abs(value - lag(value) over line) as moving_range,
      sign(value - lag(value) over line) as step
    from query_table(table_name)
    where value is not null
    window line as (partition by series, segment order by on_day)
  ),
  screened as (
    select *, avg(moving_range) over (partition by series, segment) as plain_range from ordered
  ),
  ranged as (
    select *, avg(moving_range) filter (where moving_range < 3.267 * plain_range)
      over (partition by series, segment) as mean_range
    from screened
  ),
  limited as (
    select * exclude (moving_range, plain_range, mean_range),
      centre - 2.66 * coalesce(mean_range, 0) as lower, centre + 2.66 * coalesce(mean_range, 0) as upper,
      sign(value - centre) as side,
      if(abs(value - centre) > 2.66 * coalesce(mean_range, 0) * 2 / 3, sign(value - centre), 0) as far,
      if(abs(value - centre) > 2.66 * coalesce(mean_range, 0), sign(value - centre), 0) as beyond
    from ranged
  ),
  ended as (
    select *,
      if(count(*) over seven = 7 and abs(sum(side) over seven) = 7, side, 0) as shift_ends,
      if(count(step) over six = 6 and abs(sum(step) over six) = 6, step, 0) as trend_ends,
      case
        when count(*) filter (where far = 1) over three >= 2 then 1
        when count(*) filter (where far = -1) over three >= 2 then -1
        else 0
      end as pair_ends
    from limited
    window
      seven as (partition by series, segment order by on_day rows between 6 preceding and current row),
      six as (partition by series, segment order by on_day rows between 5 preceding and current row),
      three as (partition by series, segment order by on_day rows between 2 preceding and current row)
  ),
  marked as (
    select * exclude (shift_ends, trend_ends, pair_ends, step, side, far, beyond),
      points >= 13 and beyond <> 0 as is_outside,
      points >= 13 and bool_or(shift_ends <> 0) over next_seven as is_shift,
      points >= 13 and bool_or(trend_ends <> 0) over next_seven as is_trend,
      points >= 13 and (
        (far = 1 and bool_or(pair_ends = 1) over next_three)
        or (far = -1 and bool_or(pair_ends = -1) over next_three)) as is_two_of_three,
      coalesce(
        nullif(beyond, 0),
        arg_min(trend_ends, position) filter (where trend_ends <> 0) over next_seven,
        side) as direction
    from ended
    window
      next_seven as (partition by series, segment order by on_day rows between current row and 6 following),
      next_three as (partition by series, segment order by on_day rows between current row and 2 following)
  )
  select * exclude (direction),
    case when points >= 13 then 'settled' else 'trial' end as limits,
    case
      when not (is_outside or is_shift or is_trend or is_two_of_three) then 'common_cause'
      when (direction > 0) = (good = 'high') then 'improvement'
      else 'concern'
    end as reading
  from marked;
comment on macro table xmr_of is 'XmR chart with named special causes over a table (series, segment, on_day, value, good), by the rules of Making Data Count';

-- One row is a series; reads series, score, x, n. Cochran-Armitage test for a trend of shares over ordered groups:
-- z = Σx(t - t̄) / √(p(1-p)Σn(t - t̄)²), t̄ the mean score weighted by n. Null when all shares are 0 or 1.
-- Source: P. Armitage, 'Tests for linear trends in proportions and frequencies', Biometrics 11 (1955).
create macro cochran_armitage_of(table_name) as table
  with centred as (
    select *, score - sum(n * score) over (partition by series) / sum(n) over (partition by series) as distance
    from query_table(table_name)
    where n > 0
  ),
  tested as (
    select series, count(*) as points, sum(x) as x, sum(n) as n,
      sum(x * distance) / nullif(
        sqrt(sum(x) / sum(n) * (1 - sum(x) / sum(n)) * sum(n * distance ** 2)), 0) as z
    from centred
    group by series
  )
  select *, 2 * normal_tail(z) as p_value from tested;
comment on macro table cochran_armitage_of is 'Cochran-Armitage test for trend over a table (series, score, x, n)';

-- One row is a test; reads family, p_value. `q_value`: the smallest false discovery rate at which the test would still
-- be called; calling those up to 0.05 keeps the expected share of false calls within 5 %.
-- Source: Y. Benjamini and Y. Hochberg, 'Controlling the false discovery rate', JRSS B 57 (1995).
create macro benjamini_hochberg_of(table_name) as table
  with ranked as (
    select *, count(p_value) over (partition by family) as tests,
      row_number() over (partition by family, p_value is null order by p_value) as place
    from query_table(table_name)
  )
  select * exclude (tests, place),
    case when p_value is not null then least(1, min(p_value * tests / place) over (
      partition by family, p_value is null order by place desc
      rows between unbounded preceding and current row)) end as q_value
  from ranked;
comment on macro table benjamini_hochberg_of is 'False discovery rates by Benjamini and Hochberg over a table (family, p_value)';

-- ---------------------------------------------------------------------------------------------------------------
-- Comparison

-- One row is an organisation, practice and cycle with a value, and its decile among organisations of its type. The
-- reference set is the population at the cycle's end; closed, Welsh and too small organisations (denominator below
-- 10) are left out of it, and `left_out` says so. 1 is the lowest tenth, 10 the highest; practice.good says which is
-- good. A cycle of null asks for all cycles.
create macro decile_as_at(day, asked_practice, asked_cycle) as table
  with points as (
    select o.ods_code, o.practice, n.type, o.cycle, o.cycle_end, o.value, o.denominator,
      o.practice || ' ' || n.type || ' ' || o.cycle as unit,
      case
        when n.scope not in ('in_scope', 'closed') then 'not counted in England'
        when n.scope = 'closed' and coalesce(n.closed_on <= o.cycle_end, true) then 'closed'
        when n.opened_on > o.cycle_end then 'not yet open'
        when o.denominator < 10 then 'too small'
      end as left_out,
      left_out is null as is_reference
    from outcome_as_at(day) as o
    join practice as p using (practice)
    join organisation as n using (ods_code)
    where o.practice = asked_practice and (asked_cycle is null or o.cycle = asked_cycle)
      and list_contains(p.applies_to, n.type) and o.value is not null and o.outcome in ('met', 'not_met')
  )
  select * exclude (unit, is_reference) from decile_of('points');
comment on macro table decile_as_at is 'Decile of each organisation within its type, per cycle of a practice, as known on a day';

-- One row is a practice, type, cycle and border between two tenths of the reference set (0.1 to 0.9).
create macro decile_border_as_at(day, asked_practice) as table
  with borders as (
    select practice, type, cycle, cycle_end, count(*) as reference_size,
      quantile_cont(value, [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9]) as borders
    from decile_as_at(day, asked_practice, null)
    where left_out is null
    group by all
    having count(*) >= 10
  )
  select practice, type, cycle, cycle_end, reference_size,
    unnest([0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9]) as border, unnest(borders) as value
  from borders;
comment on macro table decile_border_as_at is 'Borders between the tenths of a type, per cycle of a practice, as known on a day';

-- One row is a point of a funnel of the newest ended cycle: an organisation among its type where the practice has a
-- numerator and denominator, and a board or region (met of assessed) per type. `q_value` is over all measures of the
-- kind together: with many funnels some points fall outside by chance alone.
create macro funnel_as_at(day) as table
  with points as (
    select 'organisation' as unit_kind, o.ods_code as code, o.practice, n.type, o.cycle, o.cycle_end,
      o.numerator as x, o.denominator as n, p.good
    from outcome_as_at(day) as o
    join newest_cycle_as_at(day) as w using (practice, cycle)
    join practice as p using (practice)
    join population_as_at(day) as n using (ods_code)
    where list_contains(p.applies_to, n.type) and o.outcome in ('met', 'not_met') and o.denominator > 0
    union all
    select if(t.group_kind = 'type_icb', 'icb', 'region'), split_part(t.group_code, '/', 2), t.practice,
      split_part(t.group_code, '/', 1), t.cycle, t.cycle_end, t.met, t.met + t.not_met, 'high'
    from trend_as_at(day) as t
    join newest_cycle_as_at(day) as w using (practice, cycle)
    where t.group_kind in ('type_icb', 'type_region') and t.met + t.not_met > 0
  ),
  named as (
    select *, unit_kind || ' ' || practice || ' ' || type as unit from points
  ),
  flagged as (
    select *, unit_kind as family from funnel_of('named')
  )
  select * exclude (unit, family) from benjamini_hochberg_of('flagged');
comment on macro table funnel_as_at is 'Funnels of the newest cycle of every practice: limits, flag and false discovery rate, as known on a day';

-- One row is an organisation and practice with a threshold, newest ended cycle: its share shrunk within its peer
-- group, and the chance that its true share breaks the standard. Rank by that, and show the raw share beside it.
create macro shrunk_share_as_at(day) as table
  with points as (
    select o.ods_code, o.practice, n.type, n.peer_group, o.cycle, o.cycle_end, o.outcome,
      o.numerator as x, o.denominator as n, p.threshold, p.good, o.practice || ' ' || n.peer_group as unit
    from outcome_as_at(day) as o
    join newest_cycle_as_at(day) as w using (practice, cycle)
    join practice as p using (practice)
    join population_as_at(day) as n using (ods_code)
    where list_contains(p.applies_to, n.type) and p.threshold is not null
      and o.outcome in ('met', 'not_met') and o.denominator > 0
  )
  select * exclude (unit) from shrunk_of('points');
comment on macro table shrunk_share_as_at is 'Shares of the newest cycle shrunk within the peer group, with the chance that the true share breaks the standard';

-- One row is an organisation and practice: its share of failed cycles shrunk within its type, and the chance that in
-- truth it fails as often as repeated failing asks (repeat_failed of repeat_of cycles).
create macro shrunk_failure_as_at(day) as table
  with points as (
    select f.ods_code, f.practice, n.type, f.cycles_failed as x, f.cycles_assessed as n,
      p.repeat_failed / p.repeat_of as threshold, 'low' as good, f.practice || ' ' || n.type as unit
    from repeat_failure_as_at(day) as f
    join practice as p using (practice)
    join organisation as n using (ods_code)
  )
  select ods_code, practice, type, x as cycles_failed, n as cycles_assessed, share as fail_share,
    unit_share as type_fail_share, shrunk_share as shrunk_fail_share, break_probability as repeat_probability
  from shrunk_of('points');
comment on macro table shrunk_failure_as_at is 'Share of failed cycles shrunk within the type, with the chance that the organisation truly fails as often as repeated failing asks';

-- ---------------------------------------------------------------------------------------------------------------
-- Time

-- One row is a practice, type (null: all types together) and ended cycle with the number of its series. Figures of
-- two series do not compare and no line joins them: the edition's series changed, or series_break names the cycle.
create macro series_as_at(day) as table
  with asked as (
    select c.practice, c.cycle, c.cycle_end, unnest(list_append(p.applies_to, null)) as type, p.applies_to,
      case when p.cycle_kind = 'edition' then e.series end as edition_series
    from cycle_as_at(day) as c
    join practice as p using (practice)
    left join edition as e on e.edition = c.cycle
  ),
  broken as (
    select a.practice, a.type, a.cycle, a.cycle_end, a.edition_series,
      string_agg(b.reason, '; ' order by b.type) as reason
    from asked as a
    left join series_break as b
      on b.practice = a.practice and b.cycle = a.cycle
      and (b.type = a.type or (a.type is null and list_contains(a.applies_to, b.type)))
    group by all
  ),
  compared as (
    select *, lag(cycle) over line is not null and (
      reason is not null or edition_series is distinct from lag(edition_series) over line) as is_break
    from broken
    window line as (partition by practice, type order by cycle_end)
  )
  select practice, type, cycle, cycle_end,
    1 + count(*) filter (where is_break) over (partition by practice, type order by cycle_end) as segment,
    is_break, case when is_break then coalesce(reason, 'edition of another series: ' || edition_series) end as reason
  from compared;
comment on macro table series_as_at is 'Cycles of each practice and type in the series they belong to; a new series begins at a break';

-- One row is a group and month of a practice: the share that met it as an XmR chart. Limits stay within 0 and 1.
create macro xmr_as_at(day, asked_practice) as table
  with points as (
    select t.practice, t.cycle, t.cycle_end as on_day, t.group_kind, t.group_code, t.share_met as value,
      t.group_kind || ' ' || t.group_code as series, s.segment, 'high' as good
    from trend_as_at(day) as t
    join practice as p using (practice)
    join series_as_at(day) as s
      on s.practice = t.practice and s.cycle = t.cycle
      and s.type is not distinct from
        case when starts_with(t.group_kind, 'type') then split_part(t.group_code, '/', 1) end
    where t.practice = asked_practice and p.cycle_kind = 'month'
  )
  select practice, group_kind, group_code, cycle, on_day as cycle_end, segment, value as share_met, points, limits,
    centre, greatest(0, lower) as lower, least(1, upper) as upper,
    is_outside, is_trend, is_shift, is_two_of_three, reading
  from xmr_of('points');
comment on macro table xmr_as_at is 'Monthly share that met a practice, per group, as an XmR chart, as known on a day';

-- One row is a month of one organisation: its value as an XmR chart.
create macro organisation_xmr_as_at(day, asked_practice, asked_organisation) as table
  with points as (
    select o.ods_code, o.practice, o.cycle, o.cycle_end as on_day, o.value, o.ods_code as series, s.segment, p.good
    from outcome_as_at(day) as o
    join practice as p using (practice)
    join organisation as n using (ods_code)
    join series_as_at(day) as s on s.practice = o.practice and s.cycle = o.cycle and s.type = n.type
    where o.practice = asked_practice and o.ods_code = asked_organisation and p.cycle_kind = 'month'
  )
  select ods_code, practice, cycle, on_day as cycle_end, segment, value, points, limits,
    centre, greatest(0, lower) as lower, least(1, upper) as upper,
    is_outside, is_trend, is_shift, is_two_of_three, reading
  from xmr_of('points');
comment on macro table organisation_xmr_as_at is 'Monthly value of one organisation as an XmR chart, as known on a day';

-- One row is a practice with yearly editions and a group: whether its newest five editions show a trend. Editions are
-- too few for an XmR chart: fewer than five in a row, of one series and each with somebody assessed, are too few to
-- tell a trend. Called at 5 % (two-sided); over many groups use q_value.
create macro edition_trend_as_at(day) as table
  with editions as (
    select t.practice, t.group_kind, t.group_code, t.cycle, t.cycle_end, t.met as x, t.met + t.not_met as n,
      s.segment = max(s.segment) over of_group as is_present_series,
      row_number() over (of_group order by t.cycle_end desc) as age
    from trend_as_at(day) as t
    join practice as p using (practice)
    join series_as_at(day) as s
      on s.practice = t.practice and s.cycle = t.cycle
      and s.type is not distinct from
        case when starts_with(t.group_kind, 'type') then split_part(t.group_code, '/', 1) end
    where p.cycle_kind = 'edition'
    window of_group as (partition by t.practice, t.group_kind, t.group_code)
  ),
  points as (
    select *, practice || ' ' || group_kind || ' ' || group_code as series, 6 - age as score
    from editions
    where age <= 5 and is_present_series
  ),
  groups as (
    select series, any_value(practice) as practice, any_value(group_kind) as group_kind,
      any_value(group_code) as group_code, min_by(cycle, cycle_end) as from_cycle, max_by(cycle, cycle_end) as to_cycle,
      count(*) filter (where n > 0) as editions
    from points
    group by series
  ),
  tested as (
    select g.*, g.practice || ' ' || g.group_kind as family,
      case when g.editions = 5 then t.z end as z, case when g.editions = 5 then t.p_value end as p_value
    from groups as g
    left join cochran_armitage_of('points') as t on t.series = g.series
  )
  select practice, group_kind, group_code, from_cycle, to_cycle, editions, z, p_value, q_value,
    case
      when editions < 5 then 'too_few'
      when p_value < 0.05 then if(z > 0, 'rising', 'falling')
      else 'no_trend'
    end as verdict
  from benjamini_hochberg_of('tested');
comment on macro table edition_trend_as_at is 'Whether the newest five editions of one series show a trend, per practice and group, as known on a day';

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

-- ---------------------------------------------------------------------------------------------------------------
-- Change

-- One row is an organisation and practice with the outcome it has settled on: met or not met in as many assessed cycles
-- in a row as practice.debounce says, the newest such run. One month out of line settles nothing.
create macro settled_outcome_as_at(day) as table
  with assessed as (
    select ods_code, practice, cycle, cycle_end, outcome
    from outcome_as_at(day)
    where outcome in ('met', 'not_met')
  ),
  island as (
    select *,
      row_number() over (partition by ods_code, practice order by cycle_end, cycle)
        - row_number() over (partition by ods_code, practice, outcome order by cycle_end, cycle) as run
    from assessed
  ),
  counted as (
    select *,
      row_number() over (partition by ods_code, practice, outcome, run order by cycle_end, cycle) as in_a_row
    from island
  )
  select c.ods_code, c.practice, arg_max(c.outcome, c.cycle_end) as outcome, arg_max(c.cycle, c.cycle_end) as cycle,
    max(c.cycle_end) as cycle_end
  from counted as c
  join practice as p using (practice)
  where c.in_a_row >= p.debounce
  group by c.ods_code, c.practice;
comment on macro table settled_outcome_as_at is 'The outcome each organisation has settled on per practice, as known on a day: one cycle out of line does not change it where the practice is debounced';

-- ---------------------------------------------------------------------------------------------------------------
-- Membership

-- One row is an ended cycle of a practice and a group, with its organisations as they belonged at the cycle's end ('as
-- it was'). trend_as_at counts the same outcomes by where the organisations belong today ('as it is now').
create macro trend_as_it_was_as_at(day, asked_practice) as table
  with cycles as (
    select distinct practice, cycle, cycle_end
    from outcome_as_at(day)
    where practice = asked_practice
  ),
  versioned as (
    select c.practice, c.cycle, c.cycle_end, o.ods_code, coalesce(v.type, o.type) as type,
      case when v.ods_code is null then o.region_code else v.region_code end as region_code,
      case when v.ods_code is null then o.icb_code else v.icb_code end as icb_code
    from cycles as c
    join organisation as o
      on (o.scope = 'in_scope' or (o.scope = 'closed' and o.closed_on is not null))
      and (o.opened_on is null or o.opened_on <= c.cycle_end)
      and (o.closed_on is null or o.closed_on > c.cycle_end)
    left join organisation_version as v on v.ods_code = o.ods_code
    qualify row_number() over (
      partition by c.cycle, o.ods_code
      order by v.known_from <= c.cycle_end desc, case when v.known_from <= c.cycle_end then v.known_from end desc,
        v.known_from) = 1
  ),
  judged as (
    select v.*,
      case
        when not list_contains(p.applies_to, v.type) then 'not_applicable'
        else coalesce(cast(o.outcome as varchar), cast(p.silence as varchar))
      end as outcome
    from versioned as v
    join practice as p using (practice)
    left join outcome_as_at(day) as o using (ods_code, practice, cycle)
  ),
  grouped as (
    select practice, cycle, cycle_end,
      case grouping(region_code, icb_code, type)
        when 7 then 'england' when 3 then 'region' when 5 then 'icb' when 6 then 'type'
      end as group_kind,
      case grouping(region_code, icb_code, type)
        when 7 then 'ENGLAND' when 3 then region_code when 5 then icb_code when 6 then type
      end as group_code,
      count(*) filter (where outcome = 'met') as met,
      count(*) filter (where outcome = 'not_met') as not_met,
      count(*) filter (where outcome = 'not_assessed') as not_assessed,
      count(*) filter (where outcome = 'not_applicable') as not_applicable
    from judged
    group by grouping sets (
      (practice, cycle, cycle_end),
      (practice, cycle, cycle_end, region_code),
      (practice, cycle, cycle_end, icb_code),
      (practice, cycle, cycle_end, type))
  )
  select *, met / nullif(met + not_met, 0) as share_met,
    wilson_lower(met, met + not_met) as lower, wilson_upper(met, met + not_met) as upper
  from grouped
  where group_code is not null;
comment on macro table trend_as_it_was_as_at is 'Organisations by outcome of one practice, each counted where it belonged at the cycle''s end';

-- ---------------------------------------------------------------------------------------------------------------
-- Signals for targeting

-- One row is a month's end, organisation and signal: what was known on that day and may tell whom to inspect. Words and
-- units stand in vocabulary signal. Only what was known then goes in: versions by known_from and known_to, findings
-- by their publication. An organisation's own cycles only. A signal of which nothing was known has no row.
create macro targeting_signal_until(day, types) as table
  with asked as (
    select ods_code, type, opened_on, closed_on
    from organisation
    where list_contains(types, type) and (scope = 'in_scope' or (scope = 'closed' and closed_on is not null))
  ),
  month as (
    select cast(last_day(unnest(generate_series(
      date_trunc('month', (select min(known_from) from practice_outcome)), day, interval 1 month))) as date) as as_of
  ),
  pair as (
    select m.as_of, a.ods_code
    from month as m
    join asked as a
      on (a.opened_on is null or a.opened_on <= m.as_of) and (a.closed_on is null or a.closed_on > m.as_of)
    where m.as_of <= day
  ),
  known as (
    select m.as_of, o.ods_code, o.practice, o.cycle_end, o.outcome, o.value, o.numerator, o.denominator,
      row_number() over (partition by m.as_of, o.ods_code, o.practice order by o.cycle_end desc, o.cycle desc) as age
    from practice_outcome as o
    join asked as a using (ods_code)
    join month as m
      on o.known_from <= m.as_of and (o.known_to is null or o.known_to > m.as_of) and o.cycle_end <= m.as_of
      and o.cycle_end > m.as_of - interval 4 year
    where m.as_of <= day and o.outcome in ('met', 'not_met')
  ),
  standing as (
    select k.as_of, k.ods_code, k.practice,
      bool_or(k.outcome = 'not_met') filter (where k.age = 1) as is_failing,
      count(*) filter (where k.outcome = 'not_met' and k.age <= p.repeat_of) >= p.repeat_failed
        and bool_or(k.outcome = 'not_met') filter (where k.age = 1) as is_repeated,
      coalesce(min(k.age) filter (where k.outcome = 'met'), count(*) + 1) - 1 as streak,
      any_value(k.value) filter (where k.age = 1) as value,
      max(k.cycle_end) as newest_end,
      sum(k.numerator) filter (where k.cycle_end > k.as_of - interval 1 year) as numerator,
      sum(k.denominator) filter (where k.cycle_end > k.as_of - interval 1 year) as denominator
    from known as k
    join practice as p using (practice)
    group by k.as_of, k.ods_code, k.practice, p.repeat_failed, p.repeat_of
  ),
  summed as (
    select as_of, ods_code,
      count(*) filter (where is_failing) as practices_failed,
      count(*) filter (where is_repeated) as practices_repeated,
      count(*) filter (where newest_end < as_of - interval 13 month and practice in (
        select practice from practice where silence = 'not_assessed' and cycle_kind <> 'inspection')) as practices_silent
    from standing
    group by as_of, ods_code
  ),
  returned as (
    select m.as_of, s.ods_code, arg_max(s.outcome, e.deadline) as outcome
    from toolkit_status as s
    join asked using (ods_code)
    join edition as e using (edition)
    join month as m
      on s.known_from <= m.as_of and (s.known_to is null or s.known_to > m.as_of) and e.deadline <= m.as_of
    group by m.as_of, s.ods_code
  ),
  inspected as (
    select p.as_of, p.ods_code, max(i.inspected_on) as last_on
    from pair as p
    join inspection as i on i.ods_code = p.ods_code and i.inspected_on <= p.as_of
    group by p.as_of, p.ods_code
  ),
  rated as (
    select p.as_of, p.ods_code, arg_max(r.rating, r.published_on) as rating
    from pair as p
    join cqc_rating_version as r
      on r.ods_code = p.ods_code and r.domain = 'Well-led' and r.known_from <= p.as_of
      and (r.known_to is null or r.known_to > p.as_of)
    group by p.as_of, p.ods_code
  ),
  estate_of as (
    select p.as_of, p.ods_code, arg_max(s.active_devices, s.night) as devices
    from pair as p
    join estate_summary as s
      on s.ods_code = p.ods_code and s.night <= p.as_of and s.night > p.as_of - interval 3 month
    group by p.as_of, p.ods_code
  ),
  signal as (
    select as_of, ods_code, 'practices_failed' as signal, cast(practices_failed as double) as value from summed
    union all
    select as_of, ods_code, 'practices_repeated', practices_repeated from summed
    union all
    select as_of, ods_code, 'practices_silent', practices_silent from summed
    union all
    select as_of, ods_code, 'toolkit_failed', if(is_failing, 1, 0) from standing where practice = 'toolkit'
    union all
    select as_of, ods_code, 'toolkit_streak', streak from standing where practice = 'toolkit'
    union all
    select as_of, ods_code, 'unsupported_share', value from standing where practice = 'supported-systems'
    union all
    select as_of, ods_code, 'coverage_gap', 1 - value from standing where practice = 'agent-coverage'
    union all
    select as_of, ods_code, 'unpatched_share', 1 - value from standing where practice = 'patching'
    union all
    select as_of, ods_code, 'untrained_share', 1 - value from standing where practice = 'training'
    union all
    select as_of, ods_code, 'alerts_unacknowledged', 1 - numerator / nullif(denominator, 0) from standing
    where practice = 'alert-acknowledgement'
    union all
    select as_of, ods_code, 'alerts_not_remediated', 1 - numerator / nullif(denominator, 0) from standing
    where practice = 'alert-remediation'
    union all
    select as_of, ods_code, 'incidents_late', 1 - numerator / nullif(denominator, 0) from standing
    where practice = 'incident-reporting'
    union all
    select as_of, ods_code, 'inspection_failed', if(is_failing, 1, 0) from standing where practice = 'inspection'
    union all
    select as_of, ods_code, 'days_since_inspection', date_diff('day', last_on, as_of) from inspected
    union all
    select as_of, ods_code, 'incumbent_score',
      case outcome when 'exceeded' then 3 when 'met' then 1 when 'approaching' then -1 else -3 end
    from returned
    union all
    select r.as_of, r.ods_code, 'claims_beyond_estate', if(s.is_failing, 1, 0)
    from returned as r
    join standing as s
      on s.as_of = r.as_of and s.ods_code = r.ods_code and s.practice = 'supported-systems'
    where r.outcome in ('exceeded', 'met')
    union all
    select as_of, ods_code, 'well_led_concern',
      case rating when 'Outstanding' then 0 when 'Good' then 1 when 'Requires improvement' then 2
        when 'Inadequate' then 3 end
    from rated
    union all
    select as_of, ods_code, 'devices', devices from estate_of
  )
  select s.as_of, s.ods_code, s.signal, s.value
  from signal as s
  semi join pair as p on p.as_of = s.as_of and p.ods_code = s.ods_code
  where s.value is not null;
comment on macro table targeting_signal_until is 'Signals for targeting at every month''s end up to a day, from what was known then, for the types asked';

-- ---------------------------------------------------------------------------------------------------------------
-- Coverage

-- One row is a source that delivers whole lists: the rows of its newest day and of the one before. Falling: more than
-- a fifth of the rows are gone. A partial list is no fault, but its silence is told.
create view source_coverage as
  with delivered as (
    select f.source, f.as_at, sum(f.rows_accepted) as rows
    from source_file as f
    join source as s using (source)
    where f.status = 'accepted' and s.is_whole and s.cadence_days is not null
    group by f.source, f.as_at
  ),
  compared as (
    select source, as_at, rows,
      lag(as_at) over (partition by source order by as_at) as before_on,
      lag(rows) over (partition by source order by as_at) as rows_before
    from delivered
    qualify row_number() over (partition by source order by as_at desc) = 1
  )
  select source, as_at, rows, before_on, rows_before, coalesce(rows < 0.8 * rows_before, false) as is_falling
  from compared;
comment on view source_coverage is 'Rows of each source''s newest delivery beside those of the one before';
