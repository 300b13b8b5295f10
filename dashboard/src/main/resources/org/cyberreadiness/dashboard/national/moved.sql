-- One row is a change that the newest night brought. Reads change, organisation, practice. Null organisation: a change
-- of method.
select c.ods_code, o.name, c.kind, p.title as practice, c.detail, count(*) over () as changes
from change as c
left join organisation as o using (ods_code)
left join practice as p on p.practice = c.practice
where c.night = cast(:as_at as date)
order by case c.kind when 'method' then 0 when 'newly_repeated' then 1 when 'newly_failing' then 2
  when 'dark' then 3 when 'merged' then 4 when 'late_correction' then 5 else 6 end, o.name, c.practice
limit 5
