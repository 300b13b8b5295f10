-- One row is a type of organisation that counted in a cycle of the toolkit, in the order people read them. Reads
-- trend, vocabulary.
select distinct t.group_code as type, v.label as one, coalesce(v.label_plural, v.label) as many, v.position
from trend_as_at(:as_at) as t
join vocabulary as v on v.vocabulary = 'organisation_type' and v.code = t.group_code
where t.group_kind = 'type' and t.practice = 'toolkit' and t.met + t.not_met > 0 and t.cycle_end <= :as_at
order by v.position
