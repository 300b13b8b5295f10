-- organisation: one row is an organisation that an ODS list or a toolkit export names, as it is now.
-- reads: organisation_version, landed_expected_devices
-- rule: its newest version. Peers are alike in type and, where devices are known of 30 or more, in size.
-- null: region and board where nothing says; opened_on and closed_on where ODS gives none.
with size as (
  select ods_code, max(struct(as_at, devices)).devices as devices
  from landed_expected_devices
  group by ods_code
),
now as (
  select v.*, case v.state when 'open' then 'in_scope' else v.state end as scope, z.devices
  from organisation_version as v
  left join size as z on z.ods_code = v.ods_code
  where v.known_to is null
),
banded as (
  select *,
    case when scope = 'in_scope' and devices is not null
      then ntile(3) over (
        partition by type, scope = 'in_scope' and devices is not null order by devices, ods_code) end as band,
    count(devices) filter (where scope = 'in_scope') over (partition by type) as sized
  from now
)
select ods_code, name, type, sector, region_code, icb_code, parent_code, opened_on, closed_on,
  scope = 'in_scope' as in_scope, scope,
  case when sized >= 30 and band is not null
    then concat(type, ', ', element_at(array('small', 'medium', 'large'), band))
    else type end as peer_group,
  listed_in_ods, source_file_id, line
from banded
