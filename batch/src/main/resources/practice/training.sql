-- training: one row is a version of an organisation's outcome for an edition.
-- reads: landed_training, edition
-- rule: staff trained in the twelve months to the period's end / staff >= :threshold (domain 3.2, item 3.2.1). A period
--   belongs to the edition whose deadline is the first on or after its end; the newest period of the edition stands, and
--   of it the newest statement, so a late correction makes a later version. Below the standard there is no judgement up
--   to and including the deadline. Met is late when it had failed before: a return's file does not say when it was sent.
-- null: value where there is no staff; known_to while the version stands.
with placed as (
  select l.*, min(struct(e.deadline, e.edition)) as asked
  from landed_training as l
  join edition as e on e.deadline >= l.period_end
  group by all
),
standing as (
  select ods_code, asked.edition as edition, asked.deadline as deadline, as_at,
    max(struct(period_end, as_at, source_file_id, line, staff, staff_trained_12m))
      over (partition by ods_code, asked order by as_at) as newest
  from placed
),
said as (
  select ods_code, edition, deadline, as_at as said_on, newest
  from standing
  group by all
),
changed as (
  select *
  from said
  qualify row_number() over of_edition = 1
    or not struct(newest.period_end, newest.staff, newest.staff_trained_12m)
      <=> lag(struct(newest.period_end, newest.staff, newest.staff_trained_12m)) over of_edition
  window of_edition as (partition by ods_code, edition order by said_on)
),
version as (
  select ods_code, edition, deadline, said_on, newest.source_file_id as source_file_id, newest.line as line,
    newest.period_end as period_end, newest.staff as staff, newest.staff_trained_12m as trained,
    lead(said_on) over (partition by ods_code, edition order by said_on) as next_on,
    newest.staff > 0 and newest.staff_trained_12m / nullif(newest.staff, 0) < :threshold as is_below
  from changed
),
tracked as (
  select *, min(said_on) filter (where is_below and next_on > deadline) over (partition by ods_code, edition)
    as failed_from
  from version
),
span as (
  select *, inline(
    case when is_below then array(
      struct('not_assessed' as outcome, said_on as known_from,
        least(coalesce(next_on, date_add(deadline, 1)), date_add(deadline, 1)) as known_to),
      struct('not_met' as outcome, greatest(said_on, date_add(deadline, 1)) as known_from, next_on as known_to))
    else array(
      struct(if(staff = 0, 'not_assessed', 'met') as outcome, said_on as known_from, next_on as known_to))
    end)
  from tracked
)
select ods_code, edition as cycle, deadline as cycle_end, outcome,
  trained / nullif(staff, 0) as value, cast(trained as double) as numerator, cast(staff as double) as denominator,
  outcome = 'met' and coalesce(failed_from < known_from, false) as is_late,
  case
    when staff = 0 then 'the return states no staff'
    when outcome = 'not_assessed' then 'below the standard so far; the deadline has not passed'
    when outcome = 'not_met' then concat(staff - trained, ' of ', staff, ' staff were not trained in the twelve months to ', period_end)
    when failed_from < known_from then 'met, after it had failed at the deadline'
  end as reason,
  known_from, known_to, source_file_id, line
from span
where known_to is null or known_to > known_from
