-- check: closed-after-acknowledged (fail): No answer is closed before it was first acknowledged.
select threat_id || ' ' || ods_code
from alert_response
where closed_at < acknowledged_at;

-- check: answered-after-publication (warn): Nobody answers an alert before it was published.
select r.threat_id || ' ' || r.ods_code || ' at ' || r.acknowledged_at
from alert_response as r
join alert as a using (threat_id)
where r.acknowledged_at < a.published_at;

-- check: answers-a-known-alert (warn): Every answer is to an alert that some page lists.
select r.threat_id || ' ' || r.ods_code
from alert_response as r
anti join alert as a using (threat_id);
