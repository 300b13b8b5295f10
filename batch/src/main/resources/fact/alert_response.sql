-- alert_response: one row is an alert and organisation that answered it.
-- reads: landed_alert_responses
-- rule: any stage acknowledges; the first remediation or 'not applicable' closes, else the first 'closed' (domain 6).
--   Responses to alerts that no page lists stay: the alert may come later.
-- null: closed_at and closed_as while open.
with stage as (
  select threat_id, ods_code,
    min(reached_at) as acknowledged_at,
    min(reached_at) filter (where stage = 'remediated') as remediated_at,
    min(reached_at) filter (where stage = 'not_applicable') as not_applicable_at,
    min(reached_at) filter (where stage = 'closed') as ended_at,
    min(struct(reached_at, responded_by, source_file_id, line)) as first_answer
  from landed_alert_responses
  group by threat_id, ods_code
)
select threat_id, ods_code, acknowledged_at,
  coalesce(least(remediated_at, not_applicable_at), ended_at) as closed_at,
  case
    when remediated_at is not null and (not_applicable_at is null or remediated_at <= not_applicable_at) then 'remediated'
    when not_applicable_at is not null then 'not_applicable'
    when ended_at is not null then 'closed'
  end as closed_as,
  first_answer.responded_by as responded_by,
  first_answer.source_file_id as source_file_id, first_answer.line as line
from stage
