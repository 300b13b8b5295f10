-- One row is an organisation whose code, name or former name holds the text; codes first, then names that begin with
-- it. Reads organisation, succession, vocabulary. formerly: the predecessor's name that matched, null where its own did.
with asked as (
  select lower(cast(:text as varchar)) as text
),
own as (
  select o.ods_code, o.name, o.type, cast(null as varchar) as formerly,
    case when lower(o.ods_code) = a.text then 0 when starts_with(lower(o.name), a.text) then 1 else 2 end as place
  from organisation as o
  cross join asked as a
  where starts_with(lower(o.ods_code), a.text) or contains(lower(o.name), a.text)
),
former as (
  select o.ods_code, o.name, o.type, p.name as formerly, 3 as place
  from succession as s
  join organisation as o on o.ods_code = s.successor
  join organisation as p on p.ods_code = s.predecessor
  cross join asked as a
  where (starts_with(lower(p.ods_code), a.text) or contains(lower(p.name), a.text)) and p.name <> o.name
),
found as (
  select * from own
  union all
  select * from former where ods_code not in (select ods_code from own)
)
select f.ods_code, f.name, coalesce(v.label, f.type) as kind, any_value(f.formerly) as formerly
from found as f
left join vocabulary as v on v.vocabulary = 'organisation_type' and v.code = f.type
group by f.ods_code, f.name, kind
order by min(f.place), f.name, f.ods_code
limit cast(:at_most as integer)
