-- check: one-membership-a-day (fail): An organisation has one version of kind and place on any day.
select a.ods_code
from organisation_version as a
join organisation_version as b on b.ods_code = a.ods_code and b.known_from > a.known_from
where a.known_to is null or a.known_to > b.known_from;
