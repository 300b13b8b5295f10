-- One row: how many rows failing.sql and dark.sql have with the same filters, and how many organisations they name.
-- Reads repeat_failure_as_at, dark_as_at, organisation_as_at, practice.
with standing as (
  select r.ods_code, r.repeated
  from repeat_failure_as_at(:as_at) as r
  join organisation_as_at(:as_at) as n using (ods_code)
  where (:practice = '' or r.practice = :practice)
    and (:type = '' or n.type = :type)
    and (:region = '' or n.region_code = :region)
),
dark as (
  select d.ods_code
  from dark_as_at(:as_at) as d
  join organisation_as_at(:as_at) as n using (ods_code)
  join practice as p on p.practice = d.practice
  where d.cycles_dark >= case p.cycle_kind when 'month' then 2 else 1 end
    and (:practice = '' or d.practice = :practice)
    and (:type = '' or n.type = :type)
    and (:region = '' or n.region_code = :region)
)
select count(*) filter (where repeated) as failing, count(distinct ods_code) filter (where repeated) as organisations,
  count(distinct ods_code) as assessed,
  (select count(*) from dark) as dark, (select count(distinct ods_code) from dark) as dark_organisations
from standing
