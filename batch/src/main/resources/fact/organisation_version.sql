-- organisation_version: one row is a version of what was known of an organisation that an ODS list or an export names.
-- reads: organisation_in_ods, organisation_in_toolkit, organisation_day, organisation_place, icb_version, sector_type, region_name
-- rule: ODS decides (domain 2); a succession closes a predecessor of which no newer list speaks. Only where no ODS list
--   names it: a code that lists name as board is one, a code among the sub-ICB locations is one, then the declared sector
--   counts, but not for kinds of which a list was received: who calls itself a trust and stands on no list of trusts is
--   none (domain 3.1: 411 rows say NHS Trust, about 213 are). Wales (W00) is not England.
-- null: what nothing says; known_to while the version stands.
with listed_kind as (
  select type, min(known_from) as listed_from
  from organisation_in_ods
  group by type
  union all
  select 'icb', min(known_from)
  from icb_version
  having count(*) > 0
),
declared as (
  select t.*, s.type as declared_type
  from organisation_in_toolkit as t
  left join sector_type as s on s.sector = t.sector
),
event as (
  select ods_code, known_from as day,
    struct(known_from, name, type, region_code, icb_code, parent_code, opened_on, closed_on, status,
      struct(source_file_id, line) as row) as ods,
    null as toolkit, null as succession
  from organisation_in_ods
  union all
  select ods_code, known_from, null,
    struct(known_from, name, sector, declared_type, place_code, struct(source_file_id, line) as row), null
  from declared
  union all
  select ods_code, day, null, null,
    case when is_succession then struct(day as known_from, ended_on,
      case when ended_on is not null then struct(source_file_id, line) end as row) end
  from organisation_day
  union all
  -- what was learnt of lists, boards and locations moves those whom only the toolkit names
  select d.ods_code, l.listed_from, null, null, null
  from declared as d
  join listed_kind as l on l.type = d.declared_type
  where l.listed_from > d.known_from and (d.known_to is null or l.listed_from < d.known_to)
  union all
  select d.ods_code, p.known_from, null, null, null
  from declared as d
  join organisation_place as p on p.code = d.place_code
  where p.known_from > d.known_from and (d.known_to is null or p.known_from < d.known_to)
  union all
  select code, known_from, null, null, null from organisation_place
  union all
  select code, known_from, null, null, null from icb_version
),
known as (
  select ods_code, day, last_value(ods, true) over so_far as ods, last_value(toolkit, true) over so_far as toolkit,
    last_value(succession, true) over so_far as succession
  from event
  window so_far as (partition by ods_code order by day)
),
placed as (
  select k.*,
    case
      when k.ods is not null then k.ods.type
      when b.code is not null then 'icb'
      when own.code is not null then 'sub_icb'
      when l.type is not null then 'other'
      else coalesce(k.toolkit.declared_type, 'other')
    end as type,
    coalesce(k.ods.region_code, b.region_code, own.region_code, p.region_code) as any_region_code,
    coalesce(k.ods.icb_code, b.code, own.icb_code, p.icb_code) as icb_code,
    coalesce(k.ods.closed_on, k.succession.ended_on) as closed_on
  from known as k
  left join icb_version as b
    on k.ods is null and b.code = k.ods_code and b.known_from <= k.day and (b.known_to is null or b.known_to > k.day)
  left join organisation_place as own
    on k.ods is null and own.code = k.ods_code and own.known_from <= k.day
    and (own.known_to is null or own.known_to > k.day)
  left join organisation_place as p
    on k.ods is null and p.code = k.toolkit.place_code and p.known_from <= k.day
    and (p.known_to is null or p.known_to > k.day)
  left join listed_kind as l on k.ods is null and l.type = k.toolkit.declared_type and l.listed_from <= k.day
  where k.ods is not null or k.toolkit is not null
),
stated as (
  select ods_code, day,
    struct(coalesce(ods.name, toolkit.name, ods_code) as name, type, toolkit.sector as sector, r.code as region_code,
      icb_code, ods.parent_code as parent_code, ods.opened_on as opened_on, closed_on,
      case
        when any_region_code = 'W00' then 'welsh'
        when type = 'prescribing_cost_centre' then 'other_kind'
        when closed_on <= day or ods.status = 'C' then 'closed'
        when ods.status = 'D' then 'dormant'
        when ods.status = 'P' or ods.opened_on > day then 'proposed'
        else 'open'
      end as state,
      ods is not null as listed_in_ods) as said,
    case day
      when ods.known_from then ods.row
      when toolkit.known_from then toolkit.row
      when succession.known_from then coalesce(succession.row, ods.row, toolkit.row)
      else coalesce(ods.row, toolkit.row)
    end as row
  from placed
  left join region_name as r on r.code = any_region_code
),
compared as (
  select *, lag(said) over (partition by ods_code order by day) as before
  from stated
),
version as (
  select * from compared where not (before <=> said)
)
select ods_code, said.*, day as known_from, lead(day) over (partition by ods_code order by day) as known_to,
  row.source_file_id as source_file_id, row.line as line
from version
