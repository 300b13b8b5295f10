-- assurance: one row is a version of an organisation's outcome for edition 17/18.
-- reads: landed_dspr, organisation, assurance_body, edition
-- rule: all ten data security requirements fully implemented and assured to the body that the organisation's type
--   answers to (domain 3.5). Assured to the other body is not assured. With fewer than ten requirements stated: not met
--   if one of them is not fully implemented, else not assessed. A requirement stated again replaces what was said of it.
--   Below the standard there is no judgement up to and including the deadline.
-- null: known_to while the version stands.
with stated as (
  select l.ods_code, e.edition, e.deadline, b.body, o.type, l.requirement, l.implementation, l.assured_to,
    to_date(l.submitted_at) as said_on, struct(l.submitted_at, l.source_file_id, l.line) as row
  from landed_dspr as l
  join edition as e on e.series = 'ig_toolkit' and e.edition = substr(l.year, 3)
  join organisation as o on o.ods_code = l.ods_code
  join assurance_body as b on b.type = o.type
),
standing as (
  select d.ods_code, d.edition, d.said_on, s.deadline, s.body, s.type, s.requirement,
    max(struct(s.row, s.implementation, s.assured_to)) as newest
  from (select distinct ods_code, edition, said_on from stated) as d
  join stated as s on s.ods_code = d.ods_code and s.edition = d.edition and s.said_on <= d.said_on
  group by all
),
said as (
  select ods_code, edition, deadline, said_on, body, type, min(newest.row) as row, count(*) as stated,
    count_if(newest.implementation = 'fully implemented') as implemented,
    count_if(newest.assured_to <> body) as assured_elsewhere,
    array_join(array_sort(collect_set(case when newest.implementation <> 'fully implemented' then requirement end)), ', ')
      as lacking
  from standing
  group by all
),
version as (
  select *, lead(said_on) over (partition by ods_code, edition order by said_on) as next_on,
    case
      when assured_elsewhere > 0
        then concat('assured to ', if(body = 'NHS England', 'NHS Improvement', 'NHS England'), ', but this kind of organisation answers to ', body)
      when implemented < stated then concat('not fully implemented: requirement ', lacking)
    end as falls_short
  from said
),
placed as (
  select *,
    min(said_on) filter (where falls_short is not null and next_on > deadline) over (partition by ods_code, edition)
      as failed_from
  from version
),
span as (
  select *, inline(
    case when falls_short is not null then array(
      struct('not_assessed' as outcome, said_on as known_from,
        least(coalesce(next_on, date_add(deadline, 1)), date_add(deadline, 1)) as known_to),
      struct('not_met' as outcome, greatest(said_on, date_add(deadline, 1)) as known_from, next_on as known_to))
    else array(
      struct(if(stated < 10, 'not_assessed', 'met') as outcome, said_on as known_from, next_on as known_to))
    end)
  from placed
)
select ods_code, edition as cycle, deadline as cycle_end, outcome,
  implemented / 10 as value, cast(implemented as double) as numerator, cast(10 as double) as denominator,
  outcome = 'met' and (said_on > deadline or coalesce(failed_from < known_from, false)) as is_late,
  case
    when outcome = 'not_assessed' and falls_short is not null
      then concat(falls_short, ' so far; the deadline has not passed')
    when outcome = 'not_assessed' then concat('only ', stated, ' of the ten requirements are stated')
    when outcome = 'not_met' then falls_short
    when said_on > deadline then 'met, submitted after the deadline'
    when failed_from < known_from then 'met, after it had failed at the deadline'
  end as reason,
  known_from, known_to, row.source_file_id as source_file_id, row.line as line
from span
where known_to is null or known_to > known_from
