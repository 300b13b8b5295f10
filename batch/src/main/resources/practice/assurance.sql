-- assurance: one row is what was said of an organisation's assurance for edition 17/18, from a day on.
-- reads: landed_dspr, organisation_version, assurance_body, edition
-- rule: all ten data security requirements fully implemented and assured to the body that the organisation's type, as known
--   then, answers to (domain 3.5). Assured to the other body is not assured. With fewer than ten stated: not met if one of
--   them is not fully implemented, else not assessed. A requirement stated again replaces what was said of it. The row
--   named is that of the first requirement that decides.
-- null: published_on, for the requirements may come on several days; reason when met.
with stated as (
  select l.ods_code, e.edition, l.as_at, l.requirement,
    struct(l.submitted_at, l.implementation, l.assured_to, l.source_file_id, l.line) as row
  from landed_dspr as l
  join edition as e on e.series = 'ig_toolkit' and e.edition = substr(l.year, 3)
),
day as (
  select ods_code, edition, as_at as said_on from stated
  union
  select s.ods_code, s.edition, v.known_from
  from stated as s
  join organisation_version as v on v.ods_code = s.ods_code and v.known_from > s.as_at
),
standing as (
  select d.ods_code, d.edition, d.said_on, s.requirement, max(s.row) as row
  from day as d
  join stated as s on s.ods_code = d.ods_code and s.edition = d.edition and s.as_at <= d.said_on
  group by all
),
overseen as (
  select s.*, b.body, row.implementation = 'fully implemented' as is_implemented, row.assured_to = b.body as is_assured_there
  from standing as s
  join organisation_version as v on v.ods_code = s.ods_code and v.known_from <= s.said_on
    and (v.known_to is null or v.known_to > s.said_on)
  left join assurance_body as b on b.type = v.type
),
counted as (
  select ods_code, edition, said_on, body, count(*) as stated, count_if(is_implemented) as implemented,
    count_if(not is_assured_there) as assured_elsewhere, max(to_date(row.submitted_at)) as submitted_on,
    array_join(array_sort(collect_set(if(is_implemented, null, requirement))), ', ') as lacking,
    min(struct(coalesce(is_assured_there, true) as is_assured_there, is_implemented, requirement, row)).row as row
  from overseen
  group by all
)
select ods_code, edition, said_on,
  case
    when body is null then 'not_applicable'
    when assured_elsewhere > 0 or implemented < stated then 'not_met'
    when stated < 10 then 'none'
    else 'met'
  end as answer,
  submitted_on as published_on,
  implemented / 10 as value, cast(implemented as double) as numerator, cast(10 as double) as denominator,
  case
    when body is null then 'neither body oversees organisations of this kind'
    when assured_elsewhere > 0 then concat('assured to ', row.assured_to, ', but this kind of organisation answers to ', body)
    when implemented < stated then concat('not fully implemented: requirement ', lacking)
    when stated < 10 then concat('only ', stated, ' of the ten requirements are stated')
  end as reason,
  row.source_file_id as source_file_id, row.line as line
from counted
