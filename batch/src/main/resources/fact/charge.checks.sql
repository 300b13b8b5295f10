-- check: nobody-is-failed-outside-its-time (fail): Nobody has failed an edition whose deadline came on or after its closing or before its opening, as known now.
select o.practice || ' ' || o.cycle || ' of ' || o.ods_code
from practice_outcome as o
join practice as p on p.practice = o.practice and p.cycle_kind = 'edition'
join organisation_version as v on v.ods_code = o.ods_code and v.known_to is null
where o.known_to is null and o.outcome = 'not_met' and (v.closed_on <= o.cycle_end or v.opened_on > o.cycle_end);
