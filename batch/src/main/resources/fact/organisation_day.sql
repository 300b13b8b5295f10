-- organisation_day: one row is a day on which an organisation changes without a list that says so that day.
-- reads: organisation_in_ods, succession, landed_ods
-- rule: an opening or closing day said beforehand comes; a succession takes effect, and closes its predecessor until a
--   list of that day or later names it again. Of several successions in effect the latest counts.
-- null: ended_on where no succession closes the organisation from that day on.
with announced as (
  select ods_code, explode(array(opened_on, closed_on)) as day, known_from, known_to
  from organisation_in_ods
  where opened_on > known_from or closed_on > known_from
),
link as (
  select s.predecessor, s.effective_on, greatest(s.known_from, s.effective_on) as from_day, min(o.as_at) as to_day,
    s.source_file_id, s.line
  from succession as s
  left join landed_ods as o on o.code = s.predecessor and o.kind is not null and o.as_at >= s.effective_on
  where s.effective_on <= :night
  group by all
),
closing as (
  select * from link where to_day is null or to_day > from_day
),
moment as (
  select predecessor, from_day as day from closing
  union
  select predecessor, to_day from closing where to_day is not null
),
ended as (
  select m.predecessor, m.day, max(struct(c.effective_on, c.source_file_id, c.line)) as by
  from moment as m
  left join closing as c
    on c.predecessor = m.predecessor and c.from_day <= m.day and (c.to_day is null or c.to_day > m.day)
  group by all
)
select ods_code, day, false as is_succession, cast(null as date) as ended_on, cast(null as string) as source_file_id,
  cast(null as bigint) as line
from announced
where day > known_from and (known_to is null or day < known_to) and day <= :night
union
select predecessor, day, true, by.effective_on, by.source_file_id, by.line
from ended
