-- alert-acknowledgement: one row is a high-severity alert that an organisation had to answer, as known through some days.
-- reads: alert_duty, landed_alert_responses
-- rule: acknowledged within :clock_hours hours from publication; any stage acknowledges (domain 6). The clock runs over
--   nights and weekends. An organisation that closed by the day the clock ended had no duty. Silence is failure from the
--   first answer on, of anybody to any alert, that was given after the clock; but an alert that nobody at all answered is
--   one whose answers were never delivered.
-- null: answered_at and answered_on where it did not answer; heard_on while silence cannot be judged.
with duty as (
  select *, timestampadd(hour, :clock_hours, published_at) as due_at
  from alert_duty
  where practice = 'alert-acknowledgement'
),
answer as (
  select threat_id, ods_code, min(struct(reached_at, as_at, source_file_id, line)) as first_answer
  from landed_alert_responses
  group by threat_id, ods_code
),
clock as (
  select distinct threat_id, due_at from duty
),
heard as (
  select c.threat_id, c.due_at, greatest(min(a.as_at), min(l.as_at)) as heard_on
  from clock as c
  join (select threat_id, min(as_at) as as_at from landed_alert_responses group by threat_id) as a
    on a.threat_id = c.threat_id
  join (select as_at, max(reached_at) as reached_at from landed_alert_responses group by as_at) as l
    on l.reached_at > c.due_at
  group by c.threat_id, c.due_at
)
select d.ods_code, d.threat_id as duty, d.due_at, true as is_due, d.known_from, d.known_to,
  a.first_answer.reached_at as answered_at, a.first_answer.as_at as answered_on,
  a.first_answer.source_file_id as answer_file_id, a.first_answer.line as answer_line, h.heard_on,
  concat('alerts were not acknowledged within ', :clock_hours, ' hours') as missed_words,
  'answers have not been delivered for' as unheard_words, cast(null as string) as nothing_words,
  d.source_file_id, d.line
from duty as d
left join answer as a on a.threat_id = d.threat_id and a.ods_code = d.ods_code
left join heard as h on h.threat_id = d.threat_id and h.due_at = d.due_at
where d.closed_on is null or d.closed_on > to_date(d.due_at)
