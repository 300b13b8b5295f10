-- organisation_version: one row is a version of what ODS lists said of an organisation's kind and place.
-- reads: landed_ods, ods_kind, region_name
-- rule: equal statements one after the other are one version: it begins with the first list that said so and ends with
--   the first that said otherwise. A list that leaves the organisation out says nothing.
-- null: region and board where the list gives none; known_to while the version stands.
with said as (
  select o.code as ods_code, o.as_at,
    case
      when o.kind = 'epraccur' and o.setting = '4' then 'gp_practice'
      when o.kind = 'epraccur' then 'prescribing_cost_centre'
      else k.type
    end as type,
    r.code as region_code, o.icb_code, o.parent_code,
    case
      when o.closed_on is not null or o.status = 'C' then 'closed'
      when o.status = 'D' then 'dormant'
      when o.status = 'P' then 'proposed'
      else 'open'
    end as state,
    o.source_file_id, o.line
  from landed_ods as o
  left join ods_kind as k on k.kind = o.kind
  left join region_name as r on r.code = o.region_code
  where o.kind is not null
  qualify row_number() over (
    partition by o.code, o.as_at order by o.kind, o.source_file_id desc, o.line desc) = 1
),
compared as (
  select *,
    lag(struct(type, region_code, icb_code, parent_code, state)) over (partition by ods_code order by as_at) as before
  from said
),
version as (
  select *
  from compared
  where before is null or not (before <=> struct(type, region_code, icb_code, parent_code, state))
)
select ods_code, type, region_code, icb_code, parent_code, state, as_at as known_from,
  lead(as_at) over (partition by ods_code order by as_at) as known_to, source_file_id, line
from version
