-- organisation: one row is an organisation that an ODS list or a toolkit export names, as it is now.
-- reads: landed_ods, landed_dspt, succession, ods_kind, sector_type, region_name, landed_expected_devices
-- rule: the newest ODS row decides name, kind, place and dates (domain 2); the declared sector is only a fallback
--   for organisations that no ODS list names (domain 3.1). A GP practice is prescribing setting 4. A predecessor
--   whose newest ODS row is older than its succession is closed by it. Wales (W00) is not England.
-- null: region and board where nothing says; opened_on and closed_on where ODS gives none.
with ods_row as (
  select *
  from landed_ods
  where kind is not null
  qualify row_number() over (partition by code order by as_at desc, kind, source_file_id desc, line desc) = 1
),
dspt_row as (
  select *
  from landed_dspt
  qualify row_number() over (partition by code order by as_at desc, said_at desc, source_file_id desc, line desc) = 1
),
place as (
  -- the sub-ICB a toolkit row names stands in brackets-free form at its end: 'NHS … ICB - 91Q (CCG)'
  select code, region_code, icb_code
  from ods_row
  where kind = 'eccg'
),
ended as (
  select predecessor, max(effective_on) as ended_on
  from succession
  where effective_on <= :night
  group by predecessor
),
size as (
  select ods_code, max_by(devices, as_at) as devices
  from landed_expected_devices
  group by ods_code
),
known as (
  select coalesce(o.code, d.code) as ods_code,
    coalesce(o.name, d.name, coalesce(o.code, d.code)) as raw_name,
    o.code is not null as listed_in_ods,
    case
      when o.kind = 'epraccur' and o.setting = '4' then 'gp_practice'
      when o.kind = 'epraccur' then 'prescribing_cost_centre'
      when o.code is not null then k.type
      else coalesce(s.type, 'other')
    end as type,
    d.sector,
    coalesce(o.region_code, p.region_code) as any_region_code,
    coalesce(o.icb_code, p.icb_code) as icb_code,
    o.parent_code,
    o.opened_on,
    coalesce(o.closed_on, case when o.as_at is null or o.as_at < e.ended_on then e.ended_on end) as closed_on,
    o.status,
    coalesce(o.source_file_id, d.source_file_id) as source_file_id,
    coalesce(o.line, d.line) as line
  from ods_row as o
  full outer join dspt_row as d on d.code = o.code
  left join ods_kind as k on k.kind = o.kind
  left join sector_type as s on s.sector = d.sector
  left join place as p
    on o.code is null and p.code = regexp_extract(d.commissioner, ' - ([A-Z0-9]+)( \\(CCG\\))?$', 1)
  left join ended as e on e.predecessor = coalesce(o.code, d.code)
),
scoped as (
  select k.*,
    r.code as region_code,
    case
      when k.any_region_code = 'W00' then 'welsh'
      when k.type = 'prescribing_cost_centre' then 'other_kind'
      when k.closed_on <= :night or k.status = 'C' then 'closed'
      when k.status = 'D' then 'dormant'
      when k.status = 'P' or k.opened_on > :night then 'proposed'
      else 'in_scope'
    end as scope,
    z.devices as size
  from known as k
  left join region_name as r on r.code = k.any_region_code
  left join size as z on z.ods_code = k.ods_code
),
banded as (
  select *,
    case when scope = 'in_scope' and size is not null
      then ntile(3) over (
        partition by type, scope = 'in_scope' and size is not null order by size, ods_code) end as band,
    count(size) filter (where scope = 'in_scope') over (partition by type) as sized
  from scoped
)
select ods_code,
  trim(regexp_replace(raw_name, concat('\\s*\\(', ods_code, '\\)\\s*$'), '')) as name,
  type, sector, region_code, icb_code, parent_code, opened_on, closed_on,
  scope = 'in_scope' as in_scope, scope,
  case when sized >= 30 and band is not null
    then concat(type, ', ', element_at(array('small', 'medium', 'large'), band))
    else type end as peer_group,
  listed_in_ods, source_file_id, line
from banded
