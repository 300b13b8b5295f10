-- One row is a reason why organisations do not count in a practice's cycle, and how many. Reads cycle_outcome_as_at,
-- organisation_as_at, vocabulary. not_yet_open: counts today, but opened after the cycle ended.
with reasons as (
  select case when n.in_scope then 'not_yet_open' else cast(n.scope as varchar) end as scope, count(*) as organisations
  from organisation_as_at(:as_at) as n
  where n.ods_code not in (select ods_code from cycle_outcome_as_at(:as_at, :practice, :cycle))
    and (:type = '' or n.type = :type) and (:region = '' or n.region_code = :region) and (:icb = '' or n.icb_code = :icb)
  group by all
)
select r.scope, coalesce(v.label, 'Not open yet at the time') as label,
  coalesce(v.meaning, 'Counts today, but opened after this cycle ended.') as meaning, r.organisations
from reasons as r
left join vocabulary as v on v.vocabulary = 'scope' and v.code = r.scope
order by r.organisations desc, r.scope
