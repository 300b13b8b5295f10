-- One row is a region: organisations of the group by outcome of the toolkit in one edition, most not met first. Reads
-- trend, region.
select r.code, r.name, t.cycle, t.met, t.not_met, t.not_assessed, t.met + t.not_met as assessed,
  t.not_met / nullif(t.met + t.not_met, 0) as share_not_met
from trend_as_at(:as_at) as t
join region as r
  on (t.group_kind = 'region' and :group_kind = 'england' and t.group_code = r.code)
  or (t.group_kind = 'type_region' and :group_kind = 'type' and t.group_code = :group_code || '/' || r.code)
where t.practice = 'toolkit' and t.cycle = :cycle
order by share_not_met desc nulls last, r.name
