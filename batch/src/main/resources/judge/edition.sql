-- edition: one row is a version of an organisation's outcome for an edition.
-- reads: said, edition, edition_past, charge
-- rule: met at once; below the standard there is no judgement up to and including the deadline, and not met from the day
--   after it (domain 3.1). Met is late when it was handed in after the deadline, or when something less was known once the
--   deadline had passed. Who does not answer for an edition, as known then, is not charged with it: not applicable; what
--   was met stays met. Equal outcomes one after the other are one version: it begins with the row that first said so.
-- null: value where the outcome is not a share; known_to while the version stands.
with spared as (
  select c.ods_code, e.edition, c.known_from, c.known_to,
    case
      when e.deadline < c.first_end then c.first_reason
      when e.deadline > c.last_end then c.last_reason
      else concat('closed from ', c.gap_from, ' to ', c.gap_to)
    end as reason
  from charge as c
  join edition as e
    on e.deadline < c.first_end or e.deadline > c.last_end or e.deadline >= c.gap_from and e.deadline < c.gap_to
),
told as (
  select s.ods_code, s.edition,
    explode(array(
      struct(s.said_on as day,
        struct(s.said_on, s.answer, s.published_on, s.value, s.numerator, s.denominator, s.reason, s.source_file_id,
          s.line) as said),
      struct(if(s.answer = 'not_met' and s.said_on < p.past_from, p.past_from, null) as day, null as said))) as event
  from said as s
  left join edition_past as p on p.edition = s.edition
),
event as (
  select ods_code, edition, event.day as day, event.said as said
  from told
  union all
  select ods_code, edition, explode(array(known_from, known_to)), null
  from spared
),
standing as (
  select ods_code, edition, day, last_value(said, true) over so_far as said,
    lead(day) over (partition by ods_code, edition order by day, said.said_on) as next_day
  from event
  where day is not null
  window so_far as (partition by ods_code, edition order by day)
),
placed as (
  select s.*, e.deadline, p.reason as spared,
    max(s.said.answer = 'not_met' and coalesce(s.next_day > e.deadline, true)) over (
      partition by s.ods_code, s.edition order by s.day rows between unbounded preceding and 1 preceding) as has_failed
  from standing as s
  join edition as e on e.edition = s.edition
  left join spared as p
    on p.ods_code = s.ods_code and p.edition = s.edition and p.known_from <= s.day
    and (p.known_to is null or p.known_to > s.day)
  where s.said is not null
),
judged as (
  select *,
    case
      when said.answer = 'met' then 'met'
      when said.answer = 'not_applicable' or spared is not null then 'not_applicable'
      when said.answer = 'none' or day <= deadline then 'not_assessed'
      else 'not_met'
    end as outcome,
    said.answer = 'met' and (coalesce(said.published_on > deadline, false) or coalesce(has_failed, false)) as is_late
  from placed
),
stated as (
  select ods_code, edition, deadline, day, said.source_file_id, said.line,
    struct(outcome, said.value as value, said.numerator as numerator, said.denominator as denominator, is_late,
      case
        when outcome = 'met' and said.published_on > deadline then 'met, handed in after the deadline'
        when is_late then 'met, after it had failed at the deadline'
        when said.answer in ('not_applicable', 'met') then said.reason
        when spared is not null then spared
        when said.answer = 'not_met' and outcome = 'not_assessed'
          then 'below the standard so far; the deadline has not passed'
        else said.reason
      end as reason) as judgement
  from judged
),
compared as (
  select *, lag(judgement) over (partition by ods_code, edition order by day) as before
  from stated
),
version as (
  select * from compared where not (before <=> judgement)
)
select ods_code, edition as cycle, deadline as cycle_end, judgement.*, day as known_from,
  lead(day) over (partition by ods_code, edition order by day) as known_to, source_file_id, line
from version
