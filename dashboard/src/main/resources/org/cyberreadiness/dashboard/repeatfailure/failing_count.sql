-- One row: how many rows failing.sql and dark.sql have with the same filters, and how many organisations they name.
-- Reads repeat_failure_as_at, trend_as_at, organisation, practice.
with standing as (
  select r.*, n.type, n.region_code, p.cycle_kind
  from repeat_failure_as_at(:as_at) as r
  join organisation as n using (ods_code)
  join practice as p on p.practice = r.practice
  where (:practice = '' or r.practice = :practice)
    and (:type = '' or n.type = :type)
    and (:region = '' or n.region_code = :region)
),
ended as (
  select practice, cycle_end from trend_as_at(:as_at) where group_kind = 'england'
),
dark as (
  select s.ods_code, s.practice
  from standing as s
  join ended as e on e.practice = s.practice and e.cycle_end > s.last_cycle_end
  where s.cycle_kind <> 'inspection'
  group by s.ods_code, s.practice, s.cycle_kind
  having count(*) >= case s.cycle_kind when 'month' then 2 else 1 end
)
select count(*) filter (where repeated) as failing, count(distinct ods_code) filter (where repeated) as organisations,
  count(distinct ods_code) as assessed,
  (select count(*) from dark) as dark, (select count(distinct ods_code) from dark) as dark_organisations
from standing
