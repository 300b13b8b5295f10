-- check: every-alert-says-how-severe (warn): Some page says of every alert how severe it is; without, nobody has to answer it.
select threat_id
from alert
where severity is null;
