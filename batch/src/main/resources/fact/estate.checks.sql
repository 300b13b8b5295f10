-- check: supported-until-its-end (fail): What is called supported has not reached its end, and what is past its end is not.
select ods_code || ' ' || product || ' ' || release || ' on ' || night
from estate
where support = 'supported' and support_ends_on < night
  or support in ('unsupported', 'covered', 'extended') and support_ends_on >= night;
