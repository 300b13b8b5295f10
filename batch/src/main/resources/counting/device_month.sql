-- device_month: one row is an agent's and device group's or tag's last inventory of a month, as device_count has it.
-- reads: device_count
-- rule: months that have ended by the night. An organisation's month is the union of what its agents last said, so an
--   agent that reports on another day than the others is not left out.
-- null: as device_count.
select last_day(night) as month_end, *
from device_count
where last_day(night) <= :night
qualify night = max(night) over (partition by source, ods_tag, rbac_group, last_day(night))
