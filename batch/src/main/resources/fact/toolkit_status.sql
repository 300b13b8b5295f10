-- toolkit_status: one row is a version of an organisation's status for an edition: what was known from when to when.
-- reads: toolkit_statement, edition, charge
-- rule: a row of an export names the latest publication only (domain 3.1). It says that edition's outcome; and, taken
--   after the deadline of a newer edition, that the newer one was not published. 'Not Published' charges the newest edition
--   whose deadline had passed (decision 1). What an earlier export showed as published stays published: only a row that
--   names the edition changes it. Nobody is charged for a deadline outside the time in which it answers, as known then.
-- null: published_on when not published; known_to while the version stands.
with published as (
  select ods_code, edition, deadline, outcome, published_on, as_at, source_file_id, line,
    lag(struct(outcome, published_on)) over (partition by ods_code, edition order by as_at) as before
  from toolkit_statement
  where edition is not null
),
shown as (
  select *, lead(as_at) over (partition by ods_code, edition order by as_at) as known_to
  from published
  where not (before <=> struct(outcome, published_on))
),
missed as (
  select s.ods_code, e.edition, e.deadline, min(struct(s.as_at, s.source_file_id, s.line)) as first
  from toolkit_statement as s
  join edition as e on e.series = 'dspt' and e.deadline <= s.due and (e.deadline = s.due or s.edition is not null)
  where s.edition is null or e.deadline > s.deadline
  group by all
),
unshown as (
  select m.*, min(p.as_at) as shown_on
  from missed as m
  left join published as p on p.ods_code = m.ods_code and p.edition = m.edition
  group by all
),
spared as (
  select u.ods_code, u.edition, c.known_from, c.known_to
  from unshown as u
  join charge as c on c.ods_code = u.ods_code
    and (u.deadline < c.first_end or u.deadline > c.last_end or u.deadline >= c.gap_from and u.deadline < c.gap_to)
),
moment as (
  select ods_code, edition, first.as_at as day from unshown
  union
  select ods_code, edition, explode(array(known_from, known_to)) from spared
),
owed as (
  select u.*, m.day, s.known_from is not null as is_spared,
    least(u.shown_on, lead(m.day) over (partition by u.ods_code, u.edition order by m.day)) as until
  from unshown as u
  join moment as m on m.ods_code = u.ods_code and m.edition = u.edition and m.day >= u.first.as_at
    and (u.shown_on is null or m.day < u.shown_on)
  left join spared as s on s.ods_code = u.ods_code and s.edition = u.edition and s.known_from <= m.day
    and (s.known_to is null or s.known_to > m.day)
)
select ods_code, edition, outcome, published_on, as_at as known_from, known_to, source_file_id, line
from shown
union all
select ods_code, edition, 'not_published', cast(null as date), day, until, first.source_file_id, first.line
from owed
where not is_spared
