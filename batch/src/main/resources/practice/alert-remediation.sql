-- alert-remediation: one row is an organisation that had to answer an alert, and the quarter its clock ended in.
-- reads: alert, alert_response, organisation, applies_to
-- rule: every high-severity alert whose :clock_days days from publication ended in the quarter was remediated, or
--   closed as not applicable, within them (domain 6). Closed without saying either is not remediated.
--   An organisation had to answer when the practice applies to its type and it was open from the day of publication to
--   the day the clock ended. Silence is failure; but an alert that nobody at all answered is one whose answers were never
--   delivered: it is not assessed. Only quarters that have ended by the night.
-- null: value when no alert with delivered answers was due; known_to, for a quarter is judged once.
with due as (
  select threat_id, published_at, timestampadd(day, :clock_days, published_at) as due_at, source_file_id, line
  from alert
  where severity = 'high'
),
answered as (
  select distinct threat_id from alert_response
),
duty as (
  select o.ods_code, d.threat_id, n.threat_id is not null as is_delivered,
    last_day(add_months(trunc(d.due_at, 'quarter'), 2)) as cycle_end,
    case when r.closed_as <> 'closed' then r.closed_at end as answered_at, d.due_at,
    case when r.threat_id is null then struct(d.source_file_id, d.line) else struct(r.source_file_id, r.line) end as row
  from due as d
  join applies_to as t on t.practice = 'alert-remediation'
  join organisation as o
    on o.type = t.type and (o.scope = 'in_scope' or (o.scope = 'closed' and o.closed_on is not null))
    and (o.opened_on is null or o.opened_on <= to_date(d.published_at))
    and (o.closed_on is null or o.closed_on > to_date(d.due_at))
  left join answered as n on n.threat_id = d.threat_id
  left join alert_response as r on r.threat_id = d.threat_id and r.ods_code = o.ods_code
),
judged as (
  select *, coalesce(answered_at <= due_at, false) as is_in_time
  from duty
  where cycle_end <= :night
),
counted as (
  select ods_code, cycle_end,
    count_if(is_delivered) as due, count_if(is_in_time) as in_time,
    array_sort(collect_list(threat_id) filter (where is_delivered and not is_in_time)) as missed,
    array_sort(collect_list(threat_id) filter (where not is_delivered)) as undelivered,
    min_by(row, struct(is_in_time or not is_delivered, due_at, threat_id)) as row
  from judged
  group by ods_code, cycle_end
)
select ods_code, concat(year(cycle_end), '-Q', quarter(cycle_end)) as cycle, cycle_end,
  case when in_time < due then 'not_met' when size(undelivered) > 0 then 'not_assessed' else 'met' end as outcome,
  case when due > 0 then in_time / due end as value,
  cast(in_time as double) as numerator, cast(due as double) as denominator,
  false as is_late,
  case
    when in_time < due
      then concat(size(missed), ' of ', due, ' alerts were neither remediated nor found not applicable within ', :clock_days, ' days: ',
        array_join(slice(missed, 1, 5), ', '), if(size(missed) > 5, concat(' and ', size(missed) - 5, ' more'), ''))
    when size(undelivered) > 0
      then concat('nobody''s answers were delivered for ', array_join(slice(undelivered, 1, 5), ', '),
        if(size(undelivered) > 5, concat(' and ', size(undelivered) - 5, ' more'), ''))
  end as reason,
  cycle_end as known_from, cast(null as date) as known_to, row.source_file_id as source_file_id, row.line as line
from counted
