-- Membership.

-- One row is an ended cycle of a practice and a group, with its organisations as they belonged at the cycle's end ('as
-- it was'), by what was known on a day. trend_as_at counts the same outcomes by where they belong on that day. What an
-- ODS list said of the place goes before what a toolkit row leaves open.
create macro trend_as_it_was_as_at(day, asked_practice) as table
  with known as (
    select * from outcome_as_at(day) where practice = asked_practice
  ),
  cycles as (
    select distinct practice, cycle, cycle_end from known
  ),
  placed as (
    select c.practice, c.cycle, c.cycle_end, o.ods_code, v.type, v.region_code, v.icb_code
    from cycles as c
    join organisation_as_at(day) as o on is_counted(o.scope, o.opened_on, o.closed_on, c.cycle_end)
    join organisation_version as v on v.ods_code = o.ods_code and v.known_from <= day
    qualify row_number() over (
      partition by c.cycle, o.ods_code
      order by v.listed_in_ods desc, v.known_from <= c.cycle_end desc, case when v.known_from <= c.cycle_end then v.known_from end desc,
        v.known_from) = 1
  ),
  judged as (
    select v.*,
      if(asks(p.applies_to, v.type, v.cycle_end), cast(coalesce(o.outcome, p.silence) as varchar), 'not_applicable')
        as outcome
    from placed as v
    join practice as p using (practice)
    left join known as o using (ods_code, practice, cycle)
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
comment on macro table trend_as_it_was_as_at is 'Organisations by outcome of one practice as known on a day, each counted where it belonged at the cycle''s end';
