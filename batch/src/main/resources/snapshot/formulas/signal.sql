-- Signals for targeting.

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
