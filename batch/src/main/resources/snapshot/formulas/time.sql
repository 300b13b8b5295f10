-- Time.

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
    join organisation_as_at(day) as n using (ods_code)
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
