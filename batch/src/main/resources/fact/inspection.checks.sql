-- check: finding-belongs-to-an-inspection (fail): Every finding belongs to an inspection.
select f.inspection_id
from inspection_finding as f
anti join inspection as i using (inspection_id);
