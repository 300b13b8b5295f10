-- One row: organisations of the group that fail at least one practice again and again, and how many there are. Reads
-- repeat_failure, organisation. failures counts practices: an organisation may fail several.
with population as (
  select ods_code
  from population_as_at(:as_at, :as_at)
  where :group_kind = 'england' or type = :group_code
),
repeated as (
  select r.ods_code, r.practice
  from repeat_failure_as_at(:as_at) as r
  join population as p using (ods_code)
  where r.repeated
)
select count(distinct r.ods_code) as organisations, count(r.practice) as failures,
  (select count(*) from population) as population
from repeated as r
