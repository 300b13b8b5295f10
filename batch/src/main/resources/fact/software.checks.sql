-- check: software-stands-on-devices (fail): Every software figure counts at least one device, and says no support that has ended.
select ods_code || ' ' || product || ' on ' || night
from software
where devices < 1 or (support = 'supported' and support_ends_on < night);

-- check: software-of-known-organisation (fail): Every software figure belongs to a known organisation.
select s.ods_code || ' ' || s.product
from software as s
anti join organisation as o using (ods_code);
