-- One row is an organisation with its outcome for one practice and cycle, as known on a day: the list and its CSV.
-- Reads cycle_outcome_as_at, organisation_as_at, repeat_failure_as_at, lineage_as_at, vocabulary, region, icb.
-- :scope is 'counted' for those that count at the cycle's end, else why an organisation is left out (scope, not_yet_open).
-- An empty text as filter means all. found_as: the former name or code that the search found; null otherwise.
with counted as (
  select ods_code, name, type, region_code, icb_code, 'counted' as scope, outcome, value, numerator, denominator, is_late,
    reason
  from cycle_outcome_as_at(:as_at, :practice, :cycle)
),
left_out as (
  select n.ods_code, n.name, n.type, n.region_code, n.icb_code,
    case when n.in_scope then 'not_yet_open' else cast(n.scope as varchar) end as scope,
    null as outcome, null as value, null as numerator, null as denominator, false as is_late, null as reason
  from organisation_as_at(:as_at) as n
  where :scope <> 'counted' and n.ods_code not in (select ods_code from counted)
),
listed as (
  select * from counted union all select * from left_out
),
former as (
  select l.organisation, n.name, n.ods_code
  from (select organisation, unnest(members[2:]) as member from lineage_as_at(:as_at)) as l
  join organisation as n on n.ods_code = l.member
  where :search <> '' and (contains(lower(n.name), lower(:search)) or n.ods_code = upper(:search))
),
found as (
  select organisation, min(name || ' (' || ods_code || ')') as found_as
  from former
  group by organisation
),
matching as (
  select l.*, f.found_as
  from listed as l
  left join found as f on f.organisation = l.ods_code
  where l.scope = :scope
    and (:outcome = '' or cast(l.outcome as varchar) = :outcome)
    and (:type = '' or l.type = :type)
    and (:region = '' or l.region_code = :region)
    and (:icb = '' or l.icb_code = :icb)
    and (:search = '' or starts_with(l.ods_code, upper(:search))
      or list_bool_and(list_transform(string_split(lower(trim(:search)), ' '), lambda word: contains(lower(l.name), word)))
      or f.found_as is not null)
)
select m.ods_code, m.name, m.type, coalesce(t.label, m.type) as type_label,
  m.region_code, g.name as region, m.icb_code, i.name as icb, m.scope,
  :practice as practice, :cycle as cycle, m.outcome, m.value, m.numerator, m.denominator, m.is_late, m.reason,
  coalesce(r.current_streak, 0) as current_streak, coalesce(r.own_streak, 0) as own_streak,
  coalesce(r.inherited_streak, 0) as inherited_streak, r.failing_since, r.since_before, coalesce(r.repeated, false) as repeated,
  m.found_as, cast(:as_at as date) as as_at
from matching as m
left join vocabulary as t on t.vocabulary = 'organisation_type' and t.code = m.type
left join region as g on g.code = m.region_code
left join icb as i on i.code = m.icb_code
left join repeat_failure_as_at(:as_at) as r on r.ods_code = m.ods_code and r.practice = :practice
order by
  case when :sort = '-name' then m.name end desc,
  case when :sort = 'type' then t.position end,
  case when :sort = '-type' then t.position end desc,
  case when :sort = 'region' then g.name end nulls last,
  case when :sort = '-region' then g.name end desc nulls last,
  case when :sort = 'outcome' then cast(m.outcome as varchar) end,
  case when :sort = '-outcome' then cast(m.outcome as varchar) end desc,
  case when :sort = 'streak' then r.current_streak end nulls first,
  case when :sort = '-streak' then r.current_streak end desc nulls last,
  m.name, m.ods_code
limit :rows offset :first
