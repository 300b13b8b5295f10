-- incident-reporting: one row is an incident of an organisation, as known through some days.
-- reads: landed_incidents, landed_nis_scope
-- rule: reported within :clock_hours hours from discovery (GDPR article 33; the clock runs over weekends). It had to be: to
--   the Information Commissioner; under the NIS Regulations only while the organisation is in their scope on the day of
--   discovery, by what was said of that so far (domain 7). The newest statement of an incident stands. Not reported is
--   failure from the first delivery of incidents on that is as at a day after the clock.
-- null: answered_at and answered_on where it is not reported; heard_on while silence cannot be judged.
with statement as (
  select incident_id, ods_code, discovered_at, reported_at, ico_reportable, nis_reportable, as_at, source_file_id, line
  from landed_incidents
  qualify row_number() over (
    partition by incident_id, as_at
    order by said_at desc, reported_at nulls last, discovered_at, ods_code, ico_reportable desc, nis_reportable desc,
      source_file_id, line) = 1
),
changed as (
  select *
  from statement
  qualify row_number() over of_incident = 1
    or not struct(ods_code, discovered_at, reported_at, ico_reportable, nis_reportable)
      <=> lag(struct(ods_code, discovered_at, reported_at, ico_reportable, nis_reportable)) over of_incident
  window of_incident as (partition by incident_id order by as_at)
),
incident as (
  select *, lead(as_at) over (partition by incident_id order by as_at) as known_to,
    timestampadd(hour, :clock_hours, discovered_at) as due_at
  from changed
),
nis_said as (
  select ods_code, in_scope_from, in_scope_to, as_at
  from landed_nis_scope
  qualify row_number() over (
    partition by ods_code, in_scope_from, as_at order by said_at desc, in_scope_to, source_file_id, line) = 1
),
nis_version as (
  select *, lead(as_at) over (partition by ods_code, in_scope_from order by as_at) as known_to
  from nis_said
),
nis as (
  select ods_code, collect_list(struct(in_scope_from, in_scope_to, as_at as known_from, known_to)) as spans
  from nis_version
  group by ods_code
),
delivery as (
  select collect_set(as_at) as days from landed_incidents
),
placed as (
  select i.*, array_min(filter(d.days, x -> x > to_date(i.due_at))) as heard_on,
    filter(n.spans, x -> to_date(i.discovered_at) >= x.in_scope_from
      and (x.in_scope_to is null or to_date(i.discovered_at) <= x.in_scope_to)) as spans
  from incident as i
  cross join delivery as d
  left join nis as n on n.ods_code = i.ods_code
),
pointed as (
  select *,
    array_distinct(array(as_at) || coalesce(filter(
      flatten(transform(spans, x -> array(x.known_from, x.known_to))),
      d -> d > as_at and (known_to is null or d < known_to)), array())) as points
  from placed
),
piece as (
  select *, explode(points) as point
  from pointed
)
select ods_code, incident_id as duty, due_at,
  ico_reportable or (nis_reportable
    and coalesce(exists(spans, x -> x.known_from <= point and (x.known_to is null or point < x.known_to)), false)) as is_due,
  point as known_from, coalesce(array_min(filter(points, p -> p > point)), known_to) as known_to,
  reported_at as answered_at, case when reported_at is not null then as_at end as answered_on,
  source_file_id as answer_file_id, line as answer_line, heard_on,
  concat('incidents were not reported within ', :clock_hours, ' hours') as missed_words,
  'no delivery from after the clock says whether it was reported:' as unheard_words,
  'no incident of the quarter had to be reported' as nothing_words,
  source_file_id, line
from piece
