-- toolkit_status: one row is a version of an organisation's status for an edition: what was known from when to when.
-- reads: landed_dspt, edition, landed_ods
-- rule: a row of an export names the latest publication only (domain 3.1). It says that edition's outcome; and, taken
--   after the deadline of a newer edition, that the newer one was not published. 'Not Published' names no edition: it
--   charges the newest one whose deadline had passed, not all before it, since it does not say since when the
--   organisation is bound. An organisation is not charged for a deadline before it opened. Equal statements one after
--   the other are one version: it begins with the first file that said so and ends with the first that said otherwise.
-- null: published_on when not published; known_to while the version stands.
with statement as (
  select code as ods_code, edition, outcome, published_on, as_at, source_file_id, line
  from landed_dspt
  qualify row_number() over (
    partition by code, as_at order by said_at desc, source_file_id desc, line desc) = 1
),
opened as (
  select code as ods_code, max_by(opened_on, as_at) as opened_on
  from landed_ods
  where kind is not null
  group by code
),
published as (
  select ods_code, edition, outcome, published_on, as_at, source_file_id, line
  from statement
  where outcome <> 'not_published' and edition is not null
),
missed as (
  select s.ods_code, e.edition, 'not_published' as outcome, cast(null as date) as published_on,
    s.as_at, s.source_file_id, s.line, s.outcome as said, e.deadline
  from statement as s
  join edition as e on e.series = 'dspt' and e.deadline < s.as_at
  left join edition as named on named.edition = s.edition
  left join opened as o on o.ods_code = s.ods_code
  where (s.outcome = 'not_published' or e.deadline > named.deadline)
    and (o.opened_on is null or o.opened_on <= e.deadline)
  qualify s.outcome <> 'not_published'
    or row_number() over (partition by s.ods_code, s.as_at order by e.deadline desc) = 1
),
claim as (
  select * from published
  union all
  select ods_code, edition, outcome, published_on, as_at, source_file_id, line from missed
),
compared as (
  select *,
    lag(struct(outcome, published_on)) over (partition by ods_code, edition order by as_at) as before
  from claim
),
version as (
  select *
  from compared
  where before is null or not (before <=> struct(outcome, published_on))
)
select ods_code, edition, outcome, published_on, as_at as known_from,
  lead(as_at) over (partition by ods_code, edition order by as_at) as known_to,
  source_file_id, line
from version
