-- Trend.

-- One row is a practice, ended cycle and group: outcomes as known on a day, organisations as known on another.
-- met + not_met + not_assessed + not_applicable = organisations of the group in the population at the cycle's end;
-- who has no row is counted as practice.silence says. Null codes (region or board unknown) count in England and their
-- type.
create macro trend_of(day, known_on) as table
  with placed as (
    select *, dense_rank() over (order by type, region_code, icb_code) as place from organisation_as_at(known_on)
  ),
  tally as (
    select o.practice, o.cycle, o.cycle_end, n.place,
      is_counted(n.scope, n.opened_on, n.closed_on, o.cycle_end) as is_in,
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
    join placed as n on is_counted(n.scope, n.opened_on, n.closed_on, e.cycle_end)
    group by all
  ),
  asked as (
    select c.practice, c.cycle, c.cycle_end, q.place, q.type, q.region_code, q.icb_code, q.organisations, p.silence,
      asks(p.applies_to, q.type, c.cycle_end) as is_asked
    from cycles as c
    join practice as p using (practice)
    join populated as q using (cycle_end)
  ),
  cells as (
    select c.practice, c.cycle, c.cycle_end, c.type, c.region_code, c.icb_code,
      if(c.is_asked, coalesce(k.met, 0), 0) as met,
      if(c.is_asked, coalesce(k.not_met, 0), 0) as not_met,
      case
        when not c.is_asked then c.organisations
        when c.silence = 'not_applicable'
          then c.organisations - coalesce(k.met + k.not_met + k.not_assessed, 0)
        else coalesce(k.not_applicable, 0)
      end as not_applicable,
      c.organisations
    from asked as c
    left join tally as k
      on k.is_in and k.practice = c.practice and k.cycle = c.cycle and k.cycle_end = c.cycle_end
      and k.place = c.place
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
comment on macro table trend_of is 'Organisations by outcome per practice, ended cycle and group: outcomes as known on one day, membership as known on another';

create macro trend_as_at(day) as table from trend_of(day, day);
comment on macro table trend_as_at is 'Organisations by outcome per practice, ended cycle and group, as known on a day: outcomes, names, kinds and places';

-- 'As it is now': the outcomes known on the day, each organisation where it belongs on the snapshot's night.
create macro trend_as_it_is_as_at(day) as table from trend_of(day, (select night from snapshot));
comment on macro table trend_as_it_is_as_at is 'Organisations by outcome as known on a day, each counted where it belongs now';
