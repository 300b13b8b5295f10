-- icb_version: one row is a version of what is known of an integrated care board.
-- reads: landed_ods, organisation_in_ods
-- rule: every code that a list names as board is one, from the first list on. The newest look-up gives its name; its code
--   stands for a name that nobody gave. A board belongs to one region (domain 2): the newest look-up's, else that of most
--   of its open organisations by their newest rows; of equals the lower code.
-- null: region where nothing says; known_to while the version stands.
with named as (
  select icb_code as code, min(as_at) as day
  from landed_ods
  where icb_code is not null
  group by icb_code
),
looked_up as (
  select icb_code as code, as_at as day, struct(icb_name as name, region_code) as said
  from landed_ods
  where icb_name is not null and icb_code is not null
  qualify row_number() over (
    partition by icb_code, as_at order by said_at desc, icb_name, region_code, source_file_id, line) = 1
),
member as (
  select icb_code as code, region_code, known_from, known_to
  from organisation_in_ods
  where icb_code is not null and region_code is not null and closed_on is null and not status <=> 'C'
),
step as (
  select code, region_code, day, sum(step) as step
  from (
    select code, region_code, known_from as day, 1 as step from member
    union all
    select code, region_code, known_to, -1 from member where known_to is not null
  )
  group by all
),
counted as (
  select d.code, d.day, r.region_code,
    sum(s.step) over (partition by d.code, r.region_code order by d.day) as members
  from (select distinct code, day from step) as d
  join (select distinct code, region_code from step) as r on r.code = d.code
  left join step as s on s.code = d.code and s.day = d.day and s.region_code = r.region_code
),
most as (
  select code, day, struct(case when members > 0 then region_code end as region_code) as most
  from counted
  qualify row_number() over (partition by code, day order by coalesce(members, 0) desc, region_code) = 1
),
event as (
  select code, day, null as said, null as most from named
  union all
  select code, day, said, null from looked_up
  union all
  select code, day, null, most from most
),
known as (
  select code, day, last_value(said, true) over of_board as said, last_value(most, true) over of_board as most
  from event
  window of_board as (partition by code order by day)
),
state as (
  select code, day, coalesce(said.name, code) as name, said is not null as is_looked_up,
    coalesce(said.region_code, most.region_code) as region_code
  from known
),
compared as (
  select *, lag(struct(name, is_looked_up, region_code)) over (partition by code order by day) as before
  from state
),
version as (
  select * from compared where not (before <=> struct(name, is_looked_up, region_code))
)
select code, name, is_looked_up, region_code, day as known_from,
  lead(day) over (partition by code order by day) as known_to
from version
