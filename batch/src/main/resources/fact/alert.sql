-- alert: one row is a cyber alert.
-- reads: alert_version
-- rule: the version that stands.
-- null: severity where no page says it.
select threat_id, severity, published_at, title, source_file_id, line
from alert_version
where known_to is null
