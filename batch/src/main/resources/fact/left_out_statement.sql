-- left_out_statement: one row is what a source says of an edition or code that no figure knows.
-- reads: landed_dspt, landed_dspt_assertions, landed_caf, landed_dspr, landed_ig_toolkit, landed_training, landed_incidents, landed_alert_responses, landed_cyber_inspections, landed_expected_devices, landed_cqc_ratings, edition, organisation_version
-- rule: an edition that the policy does not have, or has in another series, has no deadline to judge it by; a training
--   period that ends after the last deadline has none yet. A code that no list names is nobody's.
-- null: nothing.
with belonging as (
  select 'dspt' as source, 'dspt' as series, edition, source_file_id, line from landed_dspt where edition is not null
  union all
  select 'dspt-assertions', 'dspt', edition, source_file_id, line from landed_dspt_assertions
  union all
  select 'caf', 'dspt', edition, source_file_id, line from landed_caf
  union all
  select 'dspr', 'ig_toolkit', substr(year, 3), source_file_id, line from landed_dspr
),
editionless as (
  select b.source, concat('edition ', b.edition) as thing, count(*) as rows,
    min(struct(b.source_file_id, b.line)) as first_row
  from belonging as b
  left anti join edition as e on e.edition = b.edition and e.series = b.series
  group by b.source, b.edition
  union all
  select 'ig-toolkit', concat('edition of version ', l.version, ' of the IG Toolkit'), count(*),
    min(struct(l.source_file_id, l.line))
  from landed_ig_toolkit as l
  left anti join edition as e on e.ig_version = l.version
  group by l.version
  union all
  select 'training', concat('edition for the period to ', l.period_end), count(*), min(struct(l.source_file_id, l.line))
  from landed_training as l
  cross join (select max(deadline) as deadline from edition) as e
  where l.period_end > e.deadline
  group by l.period_end
),
said as (
  select 'dspt-assertions' as source, ods_code, source_file_id, line from landed_dspt_assertions
  union all
  select 'caf', ods_code, source_file_id, line from landed_caf
  union all
  select 'dspr', ods_code, source_file_id, line from landed_dspr
  union all
  select 'ig-toolkit', ods_code, source_file_id, line from landed_ig_toolkit
  union all
  select 'training', ods_code, source_file_id, line from landed_training
  union all
  select 'incidents', ods_code, source_file_id, line from landed_incidents
  union all
  select 'alert-responses', ods_code, source_file_id, line from landed_alert_responses
  union all
  select 'cyber-inspections', ods_code, source_file_id, line from landed_cyber_inspections
  union all
  select 'expected-devices', ods_code, source_file_id, line from landed_expected_devices
),
nobody as (
  select s.source, s.ods_code, count(*) as rows, min(struct(s.source_file_id, s.line)) as first_row
  from said as s
  left anti join organisation_version as o on o.ods_code = s.ods_code
  group by s.source, s.ods_code
),
unrated as (
  select count(*) as rows, count(distinct r.ods_code) as codes, min(r.ods_code) as example,
    min(struct(r.source_file_id, r.line)) as first_row
  from landed_cqc_ratings as r
  left anti join organisation_version as o on o.ods_code = r.ods_code
  where lower(r.service_group) = 'overall'
)
select source, first_row.source_file_id as source_file_id, first_row.line as line, 'unknown_edition' as code,
  concat('The policy has no ', thing, '.') as reason, rows
from editionless
union all
select source, first_row.source_file_id, first_row.line, 'unknown_organisation', concat('No list names ', ods_code, '.'),
  rows
from nobody
union all
select 'cqc-ratings', first_row.source_file_id, first_row.line, 'unknown_organisation',
  concat('No list names ', codes, ' codes that are rated, such as ', example, '.'), rows
from unrated
where rows > 0
