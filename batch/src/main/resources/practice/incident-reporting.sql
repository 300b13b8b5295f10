-- incident-reporting: one row is a version of an organisation's outcome for a quarter.
-- reads: landed_incidents, landed_nis_scope
-- rule: every reportable incident whose :clock_hours hours from discovery ended in the quarter was reported within them
--   (GDPR article 33; the clock runs over weekends). Reportable: to the Information Commissioner; under the NIS
--   Regulations only while the organisation is in their scope on the day of discovery, by the newest statement of that
--   (domain 7). Not reported when the clock has run out is failed. Incidents of which none is reportable: not
--   applicable. A later statement about an incident makes a later version. Only quarters that have ended by the night.
-- null: value when no incident was reportable; known_to while the version stands.
with nis_scope as (
  select ods_code, in_scope_from, in_scope_to
  from landed_nis_scope
  qualify row_number() over (
    partition by ods_code, in_scope_from order by as_at desc, source_file_id desc, line desc) = 1
),
statement as (
  select l.as_at, l.incident_id, l.source_file_id, l.line, l.ods_code, l.reported_at,
    timestampadd(hour, :clock_hours, l.discovered_at) as due_at,
    l.ico_reportable or (l.nis_reportable and exists (
      select 1 from nis_scope as n
      where n.ods_code = l.ods_code and to_date(l.discovered_at) >= n.in_scope_from
        and (n.in_scope_to is null or to_date(l.discovered_at) <= n.in_scope_to))) as is_reportable
  from landed_incidents as l
  qualify row_number() over (partition by incident_id, as_at order by source_file_id desc, line desc) = 1
),
changed as (
  select *
  from statement
  qualify row_number() over of_incident = 1
    or not struct(ods_code, reported_at, due_at, is_reportable)
      <=> lag(struct(ods_code, reported_at, due_at, is_reportable)) over of_incident
  window of_incident as (partition by incident_id order by as_at)
),
incident as (
  select *, last_day(add_months(trunc(due_at, 'quarter'), 2)) as cycle_end,
    coalesce(reported_at <= due_at, false) as is_in_time,
    lead(as_at) over (partition by incident_id order by as_at) as until_on
  from changed
),
boundary as (
  select ods_code, cycle_end, as_at as on_day from incident
  union
  select ods_code, cycle_end, until_on from incident where until_on is not null
),
period as (
  select *, lead(on_day) over (partition by ods_code, cycle_end order by on_day) as next_day
  from boundary
),
counted as (
  select p.ods_code, p.cycle_end, greatest(p.on_day, p.cycle_end) as known_from, p.next_day as known_to,
    count_if(i.is_reportable) as reportable, count_if(i.is_reportable and i.is_in_time) as in_time,
    array_sort(collect_list(i.incident_id) filter (where i.is_reportable and not i.is_in_time)) as missed,
    min_by(struct(i.source_file_id, i.line), struct(i.is_in_time or not i.is_reportable, i.due_at, i.incident_id)) as row
  from period as p
  join incident as i
    on i.ods_code = p.ods_code and i.cycle_end = p.cycle_end
    and i.as_at <= p.on_day and (i.until_on is null or i.until_on > p.on_day)
  where p.cycle_end <= :night and (p.next_day is null or p.next_day > p.cycle_end)
  group by all
)
select ods_code, concat(year(cycle_end), '-Q', quarter(cycle_end)) as cycle, cycle_end,
  case when reportable = 0 then 'not_applicable' when in_time < reportable then 'not_met' else 'met' end as outcome,
  case when reportable > 0 then in_time / reportable end as value,
  cast(in_time as double) as numerator, cast(reportable as double) as denominator,
  false as is_late,
  case
    when reportable = 0 then 'no incident of the quarter had to be reported'
    when in_time < reportable
      then concat(size(missed), ' of ', reportable, ' incidents were not reported within ', :clock_hours, ' hours: ',
        array_join(slice(missed, 1, 5), ', '), if(size(missed) > 5, concat(' and ', size(missed) - 5, ' more'), ''))
  end as reason,
  known_from, known_to, row.source_file_id as source_file_id, row.line as line
from counted
