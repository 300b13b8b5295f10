-- senior-lead: one row is a version of an organisation's outcome for an edition.
-- reads: landed_dspr, landed_dspt_assertions, landed_caf, edition
-- rule: 17/18: data security requirement 1 fully implemented, with the executive's role and day of appointment (domain
--   3.5). From 18/19: assertion :assertion of the final submission confirmed (3.2); 'not applicable' is not applicable.
--   From the day of a final return on the Cyber Assessment Framework that return decides instead: outcome :caf_outcome
--   achieved (3.3). Baselines neither pass nor fail. Below the standard there is no judgement up to and including the
--   deadline. A return that leaves the question out is not assessed.
-- null: value, for the outcome is not a share.
with answer as (
  select l.ods_code, e.edition, e.deadline, to_date(l.submitted_at) as said_on,
    struct(l.submitted_at, l.source_file_id, l.line) as row, 1 as kind, l.requirement = 1 as is_asked,
    case
      when l.implementation <> 'fully implemented' then concat('requirement 1 is ', l.implementation)
      when l.executive_role is null or l.appointed_on is null
        then 'requirement 1 is fully implemented, but role or day of appointment is not given'
      else 'met'
    end as answer
  from landed_dspr as l
  join edition as e on e.series = 'ig_toolkit' and e.edition = substr(l.year, 3)
  union all
  select l.ods_code, e.edition, e.deadline, to_date(l.submitted_at),
    struct(l.submitted_at, l.source_file_id, l.line), 1, l.assertion = :assertion,
    case l.outcome
      when 'confirmed' then 'met'
      when 'not_applicable' then 'not_applicable'
      else concat('assertion ', l.assertion, ' is not confirmed')
    end
  from landed_dspt_assertions as l
  join edition as e on e.series <> 'ig_toolkit' and e.edition = l.edition
  where l.submission = 'final'
  union all
  select l.ods_code, e.edition, e.deadline, to_date(l.submitted_at),
    struct(l.submitted_at, l.source_file_id, l.line), 2, l.outcome_id = :caf_outcome,
    case l.achievement
      when 'achieved' then 'met'
      else concat('outcome ', l.outcome_id, ' is ', l.achievement)
    end
  from landed_caf as l
  join edition as e on e.series <> 'ig_toolkit' and e.edition = l.edition
  where l.submission = 'final'
),
-- what each day's return says, by the newest answer up to it; of the two kinds the framework's goes first
day as (
  select ods_code, edition, deadline, kind, said_on, min(row) as first_row,
    max(struct(row, answer)) filter (where is_asked) as newest
  from answer
  group by all
),
deciding as (
  select *, max(kind) over (partition by ods_code, edition order by said_on) as deciding_kind
  from day
),
standing as (
  select ods_code, edition, deadline, said_on, first_row,
    max(newest) over (partition by ods_code, edition, kind order by said_on) as newest
  from deciding
  where kind = deciding_kind
),
said as (
  select ods_code, edition, deadline, said_on, coalesce(newest.row, first_row) as row,
    coalesce(newest.answer, 'none') as answer
  from standing
  qualify not newest.answer <=> lag(newest.answer) over (partition by ods_code, edition order by said_on)
    or row_number() over (partition by ods_code, edition order by said_on) = 1
),
version as (
  select *, lead(said_on) over (partition by ods_code, edition order by said_on) as next_on,
    answer not in ('met', 'not_applicable', 'none') as is_below
  from said
),
placed as (
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
      struct(case answer when 'none' then 'not_assessed' else answer end as outcome, said_on as known_from,
        next_on as known_to))
    end)
  from placed
)
select ods_code, edition as cycle, deadline as cycle_end, outcome,
  cast(null as double) as value, cast(null as double) as numerator, cast(null as double) as denominator,
  outcome = 'met' and (said_on > deadline or coalesce(failed_from < known_from, false)) as is_late,
  case
    when answer = 'none' then 'the return does not answer the question'
    when outcome = 'not_assessed' then concat(answer, ' so far; the deadline has not passed')
    when outcome = 'not_met' then answer
    when outcome = 'not_applicable' then 'the organisation answered that it does not apply'
    when said_on > deadline then 'met, submitted after the deadline'
    when failed_from < known_from then 'met, after it had failed at the deadline'
  end as reason,
  known_from, known_to, row.source_file_id as source_file_id, row.line as line
from span
where known_to is null or known_to > known_from
