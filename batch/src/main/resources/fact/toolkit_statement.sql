-- toolkit_statement: one row is a statement of a toolkit export about an organisation that says something new.
-- reads: landed_dspt, edition
-- rule: a row names the latest publication only, or that nothing is published (domain 3.1); due is the newest deadline that
--   had passed when it was said. What names an edition outside this series, or none that the policy knows, says nothing.
--   Of rows of one day the newest edition named decides, then the newest export, then the content.
-- null: edition, deadline and published_on where nothing is published; due before the first deadline.
with deadlines as (
  select collect_list(deadline) as days
  from edition
  where series = 'dspt'
),
named as (
  select l.code as ods_code, l.as_at, l.said_at, e.edition, e.deadline, l.outcome, l.published_on, l.source_file_id,
    l.line, array_max(filter(d.days, day -> day < l.as_at)) as due
  from landed_dspt as l
  cross join deadlines as d
  left join edition as e on e.series = 'dspt' and e.edition = l.edition and l.outcome <> 'not_published'
  where e.edition is not null or l.outcome = 'not_published'
),
ordered as (
  select *,
    lead(as_at) over (
      partition by ods_code order by as_at, deadline, said_at, outcome, published_on, source_file_id, line)
      as next_row_as_at
  from named
),
compared as (
  select *, lag(struct(edition, outcome, published_on, due)) over (partition by ods_code order by as_at) as before
  from ordered
  where next_row_as_at is null or next_row_as_at > as_at
)
select ods_code, as_at, edition, deadline, outcome, published_on, due, source_file_id, line
from compared
where not (before <=> struct(edition, outcome, published_on, due))
