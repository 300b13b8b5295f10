-- check: one-version-a-day (fail): An organisation has one version on any day.
select a.ods_code
from (
  select *, lead(known_from) over (partition by ods_code order by known_from) as next_from
  from organisation_version
) as a
where a.next_from is not null and (a.known_to is null or a.known_to > a.next_from);

-- check: organisation-is-its-newest-version (fail): What an organisation is now is its newest version, and every organisation has one.
select coalesce(o.ods_code, v.ods_code)
from organisation as o
full join (select * from organisation_version where known_to is null) as v on v.ods_code = o.ods_code
where o.ods_code is null or v.ods_code is null or o.type <> v.type
  or (o.region_code, o.icb_code, o.closed_on) is distinct from (v.region_code, v.icb_code, v.closed_on);

-- check: state-agrees-with-its-days (fail): Nobody is open after its closing day or before its opening day.
select ods_code || ' from ' || known_from
from organisation_version
where state = 'open' and (closed_on <= known_from or opened_on > known_from);
