-- One row: how many organisations the list has, and how many of each outcome it would have without the outcome filter.
-- Reads the same as organisations.sql, with the same filters, so that the count above a list equals its rows.
with counted as (
  select ods_code, name, type, region_code, icb_code, 'counted' as scope, outcome, cycle_end
  from cycle_outcome_as_at(:as_at, :practice, :cycle)
),
left_out as (
  select n.ods_code, n.name, n.type, n.region_code, n.icb_code,
    case when n.in_scope then 'not_yet_open' else cast(n.scope as varchar) end as scope,
    null as outcome, cast(null as date) as cycle_end
  from organisation_as_at(:as_at) as n
  where :scope <> 'counted' and n.ods_code not in (select ods_code from counted)
),
listed as (
  select * from counted union all select * from left_out
),
found as (
  select distinct l.organisation
  from (select organisation, unnest(members[2:]) as member from lineage_as_at(:as_at)) as l
  join organisation as n on n.ods_code = l.member
  where :search <> '' and (contains(lower(n.name), lower(:search)) or n.ods_code = upper(:search))
),
matching as (
  select *
  from listed
  where scope = :scope
    and (:type = '' or type = :type)
    and (:region = '' or region_code = :region)
    and (:icb = '' or icb_code = :icb)
    and (:search = '' or starts_with(ods_code, upper(:search))
      or list_bool_and(list_transform(string_split(lower(trim(:search)), ' '), lambda word: contains(lower(name), word)))
      or ods_code in (select organisation from found))
)
select count(*) as organisations,
  count(*) filter (where :outcome = '' or cast(outcome as varchar) = :outcome) as listed,
  count(*) filter (where cast(outcome as varchar) = 'met') as met,
  count(*) filter (where cast(outcome as varchar) = 'not_met') as not_met,
  count(*) filter (where cast(outcome as varchar) = 'not_assessed') as not_assessed,
  count(*) filter (where cast(outcome as varchar) = 'not_applicable') as not_applicable,
  wilson_lower(count(*) filter (where cast(outcome as varchar) = 'not_met'),
    count(*) filter (where cast(outcome as varchar) in ('met', 'not_met'))) as not_met_lower,
  wilson_upper(count(*) filter (where cast(outcome as varchar) = 'not_met'),
    count(*) filter (where cast(outcome as varchar) in ('met', 'not_met'))) as not_met_upper
from matching
