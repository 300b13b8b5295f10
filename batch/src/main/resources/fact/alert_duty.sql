-- alert_duty: one row is a practice about alerts, a high-severity alert, an organisation that may have to answer it, and
--   the days through which that was known.
-- reads: alert_version, organisation_version, applies_to
-- rule: the practice applies to the organisation's type, it is one of England, open on the day of publication; whether it
--   was still open when a clock ended says closed_on (domain 6).
-- null: closed_on while open; known_to while it stands.
select t.practice, a.threat_id, a.published_at, o.ods_code, o.closed_on,
  greatest(a.known_from, o.known_from) as known_from, least(a.known_to, o.known_to) as known_to,
  a.source_file_id, a.line
from alert_version as a
join applies_to as t on t.practice in ('alert-acknowledgement', 'alert-remediation')
join organisation_version as o
  on o.type = t.type
  and (o.state = 'open' or (o.state = 'closed' and o.closed_on is not null))
  and (o.opened_on is null or o.opened_on <= to_date(a.published_at))
  and (o.closed_on is null or o.closed_on > to_date(a.published_at))
  and (o.known_to is null or o.known_to > a.known_from)
  and (a.known_to is null or a.known_to > o.known_from)
where a.severity = 'high'
