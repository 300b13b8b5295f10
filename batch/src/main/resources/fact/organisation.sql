-- organisation: one row is an organisation that an ODS list or a toolkit export names, as it is now.
-- reads: organisation_listed, succession, region_name
-- rule: a predecessor whose newest ODS row is older than its succession is closed by it. Wales (W00) is not England.
--   Peers are alike in type and, where devices are known of 30 or more, in size.
-- null: region and board where nothing says; opened_on and closed_on where ODS gives none.
with ended as (
  select predecessor, max(effective_on) as ended_on
  from succession
  where effective_on <= :night
  group by predecessor
),
known as (
  select l.* except (closed_on),
    coalesce(l.closed_on, case when l.ods_as_at is null or l.ods_as_at < e.ended_on then e.ended_on end) as closed_on
  from organisation_listed as l
  left join ended as e on e.predecessor = l.ods_code
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
    end as scope
  from known as k
  left join region_name as r on r.code = k.any_region_code
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
