-- Comparison.

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
    join organisation_as_at(day) as n using (ods_code)
    where o.practice = asked_practice and (asked_cycle is null or o.cycle = asked_cycle)
      and asks(p.applies_to, n.type, o.cycle_end) and o.value is not null and o.outcome in ('met', 'not_met')
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
    join population_as_at(day, day) as n using (ods_code)
    where asks(p.applies_to, n.type, o.cycle_end) and o.outcome in ('met', 'not_met') and o.denominator > 0
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
    join population_as_at(day, day) as n using (ods_code)
    where asks(p.applies_to, n.type, o.cycle_end) and p.threshold is not null
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
    join organisation_as_at(day) as n using (ods_code)
  )
  select ods_code, practice, type, x as cycles_failed, n as cycles_assessed, share as fail_share,
    unit_share as type_fail_share, shrunk_share as shrunk_fail_share, break_probability as repeat_probability
  from shrunk_of('points');
comment on macro table shrunk_failure_as_at is 'Share of failed cycles shrunk within the type, with the chance that the organisation truly fails as often as repeated failing asks';
