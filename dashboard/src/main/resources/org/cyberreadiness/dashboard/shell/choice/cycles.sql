-- One row is a practice and an ended cycle, oldest first, as known on a day. Reads trend_as_at.
select practice, cycle, cycle_end
from trend_as_at(:as_at)
where group_kind = 'england'
order by practice, cycle_end
