-- toolkit: one row is a version of an organisation's outcome for an edition.
-- reads: toolkit_status, ig_toolkit_result, edition
-- rule: met when published at Standards Met or Exceeded, also before the deadline; below that there is no judgement up
--   to and including the deadline, and not met from the day after it (domain 3.1). Met is late when it was published
--   after the deadline, or when something else was known once the deadline had passed. To 17/18 the IG Toolkit's final
--   submission: level 2 on every requirement.
-- null: value, for the outcome is not a share.
with said as (
  select s.ods_code, s.edition, e.deadline, s.outcome in ('exceeded', 'met') as is_met, s.outcome as status,
    s.published_on, s.known_from, s.known_to, s.source_file_id, s.line
  from toolkit_status as s
  join edition as e on e.edition = s.edition
  union all
  select ods_code, edition, deadline, at_level_2 = requirements, concat(requirements - at_level_2, ' of ', requirements),
    cast(null as date), known_from, known_to, source_file_id, line
  from ig_toolkit_result
),
status as (
  select *,
    min(known_from) filter (where not is_met and known_to > deadline) over (partition by ods_code, edition)
      as failed_from
  from said
),
judged as (
  select ods_code, edition, deadline, is_met,
    case when is_met then 'met' else 'not_met' end as outcome,
    case when is_met then known_from else greatest(known_from, date_add(deadline, 1)) end as known_from,
    known_to, status, published_on, failed_from, source_file_id, line
  from status
  where is_met or known_to is null or known_to > date_add(deadline, 1)
),
waiting as (
  select ods_code, edition, deadline, is_met, 'not_assessed' as outcome, known_from,
    least(coalesce(known_to, date_add(deadline, 1)), date_add(deadline, 1)) as known_to,
    status, published_on, failed_from, source_file_id, line
  from status
  where not is_met and known_from <= deadline
),
joined as (
  select * from judged
  union all
  select * from waiting
)
select ods_code, edition as cycle, deadline as cycle_end, outcome,
  cast(null as double) as value, cast(null as double) as numerator, cast(null as double) as denominator,
  outcome = 'met' and (coalesce(published_on > deadline, false) or coalesce(failed_from < known_from, false)) as is_late,
  case
    when outcome = 'not_assessed' then 'below the standard so far; the deadline has not passed'
    when status = 'not_published' then 'this edition was not published by its deadline'
    when status = 'approaching' then 'published as Approaching Standards, which is below the standard'
    when status = 'entry_level' then 'published at Entry Level, which is below the standard'
    when status = 'not_met' then 'published as Standards Not Met'
    when outcome = 'not_met' then concat('below level 2 on ', status, ' requirements of the IG Toolkit')
    when published_on > deadline then 'met, published after the deadline'
    when failed_from < known_from then 'met, after it had failed at the deadline'
  end as reason,
  known_from, known_to, source_file_id, line
from joined
