-- One row is a link between an organisation of this one's lineage and its successor, oldest first: everything it came
-- from and everything that came of it. Reads succession, organisation, source_file.
with recursive earlier as (
  select predecessor, successor, effective_on, reason, source_file_id, line, [successor] as seen
  from succession
  where successor = upper(:code) and effective_on <= cast(:as_at as date) and known_from <= cast(:as_at as date)
  union all
  select s.predecessor, s.successor, s.effective_on, s.reason, s.source_file_id, s.line, list_append(e.seen, s.successor)
  from earlier as e
  join succession as s on s.successor = e.predecessor
  where not list_contains(e.seen, s.predecessor) and len(e.seen) < 16 and s.known_from <= cast(:as_at as date)
),
later as (
  select predecessor, successor, effective_on, reason, source_file_id, line, [predecessor] as seen
  from succession
  where predecessor = upper(:code) and effective_on <= cast(:as_at as date) and known_from <= cast(:as_at as date)
  union all
  select s.predecessor, s.successor, s.effective_on, s.reason, s.source_file_id, s.line, list_append(l.seen, s.predecessor)
  from later as l
  join succession as s on s.predecessor = l.successor
  where not list_contains(l.seen, s.successor) and len(l.seen) < 16 and s.effective_on <= cast(:as_at as date)
    and s.known_from <= cast(:as_at as date)
),
links as (
  select *, true as is_earlier from earlier
  union all
  select *, false from later
)
select distinct k.predecessor, p.name as predecessor_name, k.successor, s.name as successor_name, k.effective_on, k.reason,
  k.is_earlier, f.name as file_name, f.source as file_source, k.line
from links as k
left join organisation as p on p.ods_code = k.predecessor
left join organisation as s on s.ods_code = k.successor
left join source_file as f on f.source_file_id = k.source_file_id
order by k.effective_on, k.predecessor, k.successor
