-- One row is a cycle of a practice with the organisations of one group by outcome, as known on a day. Reads trend_as_at.
select cycle, cycle_end, met, not_met, not_assessed, share_met, lower, upper
from trend_as_at(:as_at)
where practice = :practice and group_kind = :group_kind and group_code = :group_code
order by cycle_end
