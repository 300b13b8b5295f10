-- senior-lead: one row is what was said of an organisation's senior lead for an edition, from a day on.
-- reads: landed_dspr, landed_dspt_assertions, landed_caf, edition
-- rule: 17/18: data security requirement 1 fully implemented, with the executive's role and day of appointment (domain
--   3.5). From 18/19: assertion :assertion of the final submission confirmed (3.2); 'not applicable' is not applicable.
--   From the day of a final return on the Cyber Assessment Framework that return decides instead: outcome :caf_outcome
--   achieved (3.3). Baselines neither pass nor fail. Of two answers of one moment the content decides.
-- null: value, for the outcome is not a share; reason when met.
with answer as (
  select ods_code, 'ig_toolkit' as series, substr(year, 3) as edition, as_at, 1 as kind, requirement = 1 as is_asked,
    false as is_exempt,
    case
      when implementation <> 'fully implemented' then concat('requirement 1 is ', implementation)
      when executive_role is null or appointed_on is null
        then 'requirement 1 is fully implemented, but role or day of appointment is not given'
    end as shortfall,
    submitted_at, source_file_id, line
  from landed_dspr
  union all
  select ods_code, 'dspt', edition, as_at, 1, assertion = :assertion, outcome = 'not_applicable',
    case when outcome = 'not_confirmed' then concat('assertion ', assertion, ' is not confirmed') end,
    submitted_at, source_file_id, line
  from landed_dspt_assertions
  where submission = 'final'
  union all
  select ods_code, 'dspt', edition, as_at, 2, outcome_id = :caf_outcome, false,
    case when achievement <> 'achieved' then concat('outcome ', outcome_id, ' is ', achievement) end,
    submitted_at, source_file_id, line
  from landed_caf
  where submission = 'final'
),
-- what each day's return says, by the newest answer up to it; of the two kinds the framework's goes first
day as (
  select ods_code, series, edition, as_at, kind, min(struct(source_file_id, line)) as first_row,
    max(case when is_asked then struct(submitted_at, shortfall, is_exempt, source_file_id, line) end) as newest
  from answer
  group by ods_code, series, edition, as_at, kind
),
deciding as (
  select *, max(kind) over (partition by ods_code, series, edition order by as_at) as deciding_kind
  from day
),
standing as (
  select ods_code, series, edition, as_at, first_row,
    max(newest) over (partition by ods_code, series, edition, kind order by as_at) as newest
  from deciding
  where kind = deciding_kind
)
select s.ods_code, s.edition, s.as_at as said_on,
  case
    when s.newest is null then 'none'
    when s.newest.is_exempt then 'not_applicable'
    when s.newest.shortfall is not null then 'not_met'
    else 'met'
  end as answer,
  to_date(s.newest.submitted_at) as published_on,
  cast(null as double) as value, cast(null as double) as numerator, cast(null as double) as denominator,
  case
    when s.newest is null then 'the return does not answer the question'
    when s.newest.is_exempt then 'the organisation answered that it does not apply'
    else s.newest.shortfall
  end as reason,
  coalesce(s.newest.source_file_id, s.first_row.source_file_id) as source_file_id,
  coalesce(s.newest.line, s.first_row.line) as line
from standing as s
join edition as e on e.edition = s.edition and e.series = s.series
