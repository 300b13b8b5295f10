-- One row is a month: the newest with an inventory that has ended, and the one a year before. Sums the last inventory
-- of that month of every organisation of the group. Reads estate_summary, trend, organisation.
with newest as (
  select max(cycle_end) as month_end
  from trend_as_at(:as_at)
  where practice = 'supported-systems' and cycle_end <= :as_at and met + not_met > 0
),
months as (
  select month_end, true as is_newest from newest
  union all
  select last_day(cast(month_end - interval 1 year as date)), false from newest
),
inventories as (
  select m.month_end, m.is_newest, e.ods_code, e.unsupported_devices, e.judged_devices
  from months as m
  join estate_summary as e on e.night > m.month_end - interval 1 month and e.night <= m.month_end
  join population_as_at(:as_at, :as_at) as n on n.ods_code = e.ods_code
  where :group_kind = 'england' or n.type = :group_code
  qualify row_number() over (partition by m.month_end, e.ods_code order by e.night desc) = 1
)
select month_end, is_newest, count(*) as organisations, cast(sum(unsupported_devices) as bigint) as unsupported,
  cast(sum(judged_devices) as bigint) as judged
from inventories
group by all
order by month_end desc
