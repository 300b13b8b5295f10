-- edition_past: one row is an edition whose deadline has passed.
-- reads: edition
-- rule: from the day after its deadline on.
-- null: nothing.
select edition, series, deadline, date_add(deadline, 1) as past_from
from edition
where deadline < :night
