-- Signals for targeting.

-- One row is a month's end, organisation and signal: what was known on that day and may tell whom to inspect. Which
-- practice a signal is taken from, and how, says table signal; words and units stand in vocabulary signal. Only what was
-- known then goes in: organisations, outcomes, returns and ratings by their versions. An organisation's own cycles of the
-- four years before only. A signal of which nothing was known has no row.
create macro targeting_signal_until(day, types) as table
  with month as (
    select as_of
    from (
      select unnest(generate_series(
        date_trunc('month', (select min(known_from) from practice_outcome)), day, interval 1 month)) as month
    )
    cross join lateral (select cast(last_day(month) as date) as as_of)
    where as_of <= day
  ),
  pair as (
    select m.as_of, v.ods_code
    from month as m
    join organisation_version as v on v.known_from <= m.as_of and (v.known_to is null or v.known_to > m.as_of)
    where list_contains(types, v.type)
      and is_counted(scope_on(v.state, v.opened_on, v.closed_on, m.as_of), v.opened_on, v.closed_on, m.as_of)
  ),
  known as (
    select p.as_of, o.ods_code, o.practice, o.cycle_end, o.outcome, o.value, o.numerator, o.denominator,
      row_number() over (partition by p.as_of, o.ods_code, o.practice order by o.cycle_end desc, o.cycle desc) as age
    from pair as p
    join practice_outcome as o
      on o.ods_code = p.ods_code and o.known_from <= p.as_of and (o.known_to is null or o.known_to > p.as_of)
      and o.cycle_end <= p.as_of and o.cycle_end > p.as_of - interval 4 year
    where o.outcome in ('met', 'not_met')
  ),
  standing as (
    select k.as_of, k.ods_code, k.practice,
      bool_or(k.outcome = 'not_met') filter (where k.age = 1) as is_failing,
      count(*) filter (where k.outcome = 'not_met' and k.age <= p.repeat_of) >= p.repeat_failed
        and bool_or(k.outcome = 'not_met') filter (where k.age = 1) as is_repeated,
      coalesce(min(k.age) filter (where k.outcome = 'met'), count(*) + 1) - 1 as streak,
      any_value(k.value) filter (where k.age = 1) as value,
      any_value(k.denominator) filter (where k.age = 1) as denominator,
      max(k.cycle_end) as newest_end,
      sum(k.numerator) filter (where k.cycle_end > k.as_of - interval 1 year) as numerator_of_year,
      sum(k.denominator) filter (where k.cycle_end > k.as_of - interval 1 year) as denominator_of_year
    from known as k
    join practice as p using (practice)
    group by k.as_of, k.ods_code, k.practice, p.repeat_failed, p.repeat_of
  ),
  summed as (
    select s.as_of, s.ods_code,
      count(*) filter (where s.is_failing) as practices_failed,
      count(*) filter (where s.is_repeated) as practices_repeated,
      count(*) filter (where s.newest_end < s.as_of - interval 13 month
        and p.silence = 'not_assessed' and p.cycle_kind <> 'inspection') as practices_silent
    from standing as s
    join practice as p using (practice)
    group by s.as_of, s.ods_code
  ),
  returned as (
    select p.as_of, s.ods_code, arg_max(s.outcome, e.deadline) as outcome
    from pair as p
    join toolkit_status as s
      on s.ods_code = p.ods_code and s.known_from <= p.as_of and (s.known_to is null or s.known_to > p.as_of)
    join edition as e on e.edition = s.edition and e.deadline <= p.as_of
    group by p.as_of, s.ods_code
  ),
  inspected as (
    select p.as_of, p.ods_code, max(o.cycle_end) as last_on
    from pair as p
    join practice_outcome as o
      on o.ods_code = p.ods_code and o.known_from <= p.as_of and (o.known_to is null or o.known_to > p.as_of)
      and o.cycle_end <= p.as_of
    where o.practice in (select practice from practice where cycle_kind = 'inspection')
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
  of_practice as (
    select s.as_of, s.ods_code, g.signal,
      case g.what
        when 'failing' then if(s.is_failing, 1, 0)
        when 'streak' then s.streak
        when 'value' then s.value
        when 'gap' then 1 - s.value
        when 'missed_share' then 1 - s.numerator_of_year / nullif(s.denominator_of_year, 0)
        when 'denominator' then if(s.newest_end > s.as_of - interval 3 month, s.denominator, null)
        when 'failing_despite_claim' then if(r.outcome in ('exceeded', 'met'), if(s.is_failing, 1, 0), null)
      end as value
    from standing as s
    join signal as g using (practice)
    left join returned as r on r.as_of = s.as_of and r.ods_code = s.ods_code
  ),
  found as (
    select as_of, ods_code, signal, value from of_practice
    union all
    select as_of, ods_code, unnest(['practices_failed', 'practices_repeated', 'practices_silent']),
      unnest([practices_failed, practices_repeated, practices_silent])
    from summed
    union all
    select as_of, ods_code, 'days_since_inspection', date_diff('day', last_on, as_of) from inspected
    union all
    select as_of, ods_code, 'incumbent_score',
      case outcome when 'exceeded' then 3 when 'met' then 1 when 'approaching' then -1 else -3 end
    from returned
    union all
    select as_of, ods_code, 'well_led_concern',
      case rating when 'Outstanding' then 0 when 'Good' then 1 when 'Requires improvement' then 2
        when 'Inadequate' then 3 end
    from rated
  )
  select as_of, ods_code, signal, cast(value as double) as value
  from found
  where value is not null;
comment on macro table targeting_signal_until is 'Signals for targeting at every month''s end up to a day, from what was known then, for the types asked';
