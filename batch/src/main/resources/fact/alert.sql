-- alert: one row is a cyber alert.
-- reads: landed_alerts
-- rule: the newest statement stands; a page that leaves the severity out does not take it away.
-- null: severity and kind where no page says them.
select threat_id,
  max_by(severity, struct(as_at, source_file_id, line)) filter (where severity is not null) as severity,
  max_by(published_at, struct(as_at, source_file_id, line)) as published_at,
  max_by(title, struct(as_at, source_file_id, line)) as title,
  max_by(struct(source_file_id, line), struct(as_at, source_file_id, line)).source_file_id as source_file_id,
  max_by(struct(source_file_id, line), struct(as_at, source_file_id, line)).line as line
from landed_alerts
group by threat_id
