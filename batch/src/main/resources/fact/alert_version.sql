-- alert_version: one row is an alert and a known version of what its pages say.
-- reads: landed_alerts
-- rule: the newest statement stands; a page that leaves the severity out does not take it away. An alert is known from its
--   first page, its severity from the first page that says it.
-- null: severity where no page says it; known_to while the version stands.
with said as (
  select threat_id, severity, published_at, title, as_at, source_file_id, line
  from landed_alerts
  qualify row_number() over (
    partition by threat_id, as_at
    order by said_at desc, severity nulls last, published_at, title, source_file_id, line) = 1
),
filled as (
  select threat_id, published_at, title, as_at, source_file_id, line,
    last_value(severity, true) over (partition by threat_id order by as_at) as severity
  from said
),
changed as (
  select *
  from filled
  qualify row_number() over of_alert = 1
    or not struct(severity, published_at, title) <=> lag(struct(severity, published_at, title)) over of_alert
  window of_alert as (partition by threat_id order by as_at)
)
select threat_id, severity, published_at, title, as_at as known_from,
  lead(as_at) over (partition by threat_id order by as_at) as known_to, source_file_id, line
from changed
