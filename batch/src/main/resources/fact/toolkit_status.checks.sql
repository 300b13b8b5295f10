-- check: one-status-a-day (fail): An organisation has one status per edition on any day.
select a.ods_code || ' ' || a.edition
from toolkit_status as a
join toolkit_status as b
  on b.ods_code = a.ods_code and b.edition = a.edition and b.known_from > a.known_from
where a.known_to is null or a.known_to > b.known_from;
