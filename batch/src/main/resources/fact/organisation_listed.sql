-- organisation_listed: one row is an organisation that an ODS list or a toolkit export names.
-- reads: landed_ods, landed_dspt, ods_kind, sector_type, landed_expected_devices
-- rule: the newest ODS row decides name, kind, place and dates (domain 2); the declared sector is only a fallback
--   for organisations that no ODS list names, and only for kinds of which no list was received: who calls itself a
--   trust and stands on no list of trusts is none (domain 3.1: 411 rows say NHS Trust, about 213 are). A GP practice is
--   prescribing setting 4. Boards stand on no list of their own: a code that ODS rows name as their board is one.
-- null: region, board and dates where nothing says; ods_as_at of organisations that no ODS list names.
with ods_row as (
  select *
  from landed_ods
  where kind is not null
  qualify row_number() over (partition by code order by as_at desc, kind, source_file_id desc, line desc) = 1
),
first_opening as (
  select code, min(opened_on) as opened_on
  from landed_ods
  where kind is not null
  group by code
),
dspt_row as (
  select *
  from landed_dspt
  qualify row_number() over (partition by code order by as_at desc, said_at desc, source_file_id desc, line desc) = 1
),
listed_type as (
  select distinct k.type
  from ods_row as o
  join ods_kind as k on k.kind = o.kind
  union
  select 'gp_practice' from ods_row where kind = 'epraccur'
),
place as (
  -- the sub-ICB a toolkit row names stands in brackets-free form at its end: 'NHS … ICB - 91Q (CCG)'
  select code, region_code, icb_code
  from ods_row
  where kind = 'eccg'
),
board as (
  select icb_code as code, mode(region_code) as region_code
  from landed_ods
  where icb_code is not null
  group by icb_code
),
size as (
  select ods_code, max_by(devices, struct(as_at, source_file_id, line)) as devices
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
      when b.code is not null then 'icb'
      when l.type is not null then 'other'
      else coalesce(s.type, 'other')
    end as type,
    d.sector,
    coalesce(o.region_code, b.region_code, p.region_code) as any_region_code,
    coalesce(o.icb_code, b.code, p.icb_code) as icb_code,
    o.parent_code,
    f.opened_on,
    o.closed_on,
    o.as_at as ods_as_at,
    o.status,
    z.devices as size,
    coalesce(o.source_file_id, d.source_file_id) as source_file_id,
    coalesce(o.line, d.line) as line
  from ods_row as o
  full outer join dspt_row as d on d.code = o.code
  left join ods_kind as k on k.kind = o.kind
  left join first_opening as f on f.code = o.code
  left join sector_type as s on s.sector = d.sector
  left join listed_type as l on l.type = s.type
  left join place as p
    on o.code is null and p.code = regexp_extract(d.commissioner, ' - ([A-Z0-9]+)( \\(CCG\\))?$', 1)
  left join board as b on o.code is null and b.code = d.code
  left join size as z on z.ods_code = coalesce(o.code, d.code)
)
select *
from known
