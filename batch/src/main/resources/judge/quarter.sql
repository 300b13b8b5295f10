-- quarter: one row is a version of an organisation's outcome for a quarter.
-- reads: said, charge
-- rule: the quarter is that in which a duty's clock ended; it is judged when it has ended. Done in time, or known to be
--   late, decides at once. Silence decides only from heard_on: the day of a delivery from after the clock (design 6);
--   until then the duty is not assessed. A duty learned of, restated or gone makes a later version from the day that is
--   known. Who closed or had not opened by the quarter's end is not charged with a failing (domain 3.1): not applicable.
-- null: value when no duty was judged; known_to while the version stands.
with due as (
  select *, last_day(add_months(trunc(due_at, 'quarter'), 2)) as cycle_end
  from said
),
pointed as (
  select *,
    array_distinct(filter(flatten(collect_list(array(cycle_end, known_from, known_to, answered_on, heard_on))
      over (partition by ods_code, cycle_end)), p -> p >= cycle_end)) as points
  from due
  where cycle_end <= :night
),
at_point as (
  select *, explode(points) as point
  from pointed
),
answered as (
  select *, known_from <= point and (known_to is null or point < known_to) as stands,
    coalesce(answered_on <= point, false) as is_answered,
    coalesce(heard_on <= point, false) as is_heard
  from at_point
),
assessed as (
  select *,
    case
      when not is_due then 'nothing'
      when is_answered and answered_at <= due_at then 'in_time'
      when is_answered or is_heard then 'missed'
      else 'unheard'
    end as state,
    case when is_answered then struct(answer_file_id as source_file_id, answer_line as line)
      else struct(source_file_id, line) end as row
  from answered
),
counted as (
  select ods_code, cycle_end, point,
    count_if(stands) as duties,
    count_if(stands and state in ('in_time', 'missed')) as due,
    count_if(stands and state = 'in_time') as in_time,
    array_sort(collect_set(duty) filter (where stands and state = 'missed')) as missed,
    array_sort(collect_set(duty) filter (where stands and state = 'unheard')) as unheard,
    max(missed_words) as missed_words, max(unheard_words) as unheard_words, max(nothing_words) as nothing_words,
    min_by(row, struct(array_position(array('missed', 'unheard', 'in_time', 'nothing'), state), due_at, duty))
      filter (where stands) as row
  from assessed
  group by ods_code, cycle_end, point
),
concluded as (
  select *,
    case
      when duties = 0 then null
      when in_time < due then 'not_met'
      when size(unheard) > 0 then 'not_assessed'
      when due = 0 then 'not_applicable'
      else 'met'
    end as concluded,
    lead(point) over (partition by ods_code, cycle_end order by point) as next_point
  from counted
),
worded as (
  select *,
    case concluded
      when 'not_met' then concat(size(missed), ' of ', due, ' ', missed_words, ': ',
        array_join(slice(missed, 1, 5), ', '), if(size(missed) > 5, concat(' and ', size(missed) - 5, ' more'), ''))
      when 'not_assessed' then concat(unheard_words, ' ',
        array_join(slice(unheard, 1, 5), ', '), if(size(unheard) > 5, concat(' and ', size(unheard) - 5, ' more'), ''))
      when 'not_applicable' then nothing_words
    end as said_reason
  from concluded
),
spared as (
  select ods_code, collect_list(struct(known_from, known_to, first_end, last_end, first_reason, last_reason)) as spans
  from charge
  group by ods_code
),
spanned as (
  select w.*,
    filter(c.spans, x -> w.cycle_end < x.first_end or w.cycle_end > x.last_end) as spans
  from worded as w
  left join spared as c on c.ods_code = w.ods_code
),
piece as (
  select *,
    explode(array_distinct(array(point) || coalesce(filter(
      flatten(transform(spans, x -> array(x.known_from, x.known_to))),
      d -> d > point and (next_point is null or d < next_point)), array()))) as known_from
  from spanned
),
charged as (
  select *,
    try_element_at(filter(spans, x -> x.known_from <= known_from and (x.known_to is null or known_from < x.known_to)), 1)
      as span
  from piece
),
judged as (
  select ods_code, cycle_end, known_from, row,
    case when span is not null and concluded in ('not_met', 'not_assessed') then 'not_applicable' else concluded end
      as outcome,
    case when due > 0 then in_time / due end as value,
    cast(in_time as double) as numerator, cast(due as double) as denominator,
    case
      when span is null or concluded not in ('not_met', 'not_assessed') then said_reason
      when cycle_end > span.last_end then span.last_reason
      else span.first_reason
    end as reason
  from charged
),
changed as (
  select *
  from judged
  qualify row_number() over of_cycle = 1
    or not struct(outcome, value, numerator, denominator, reason)
      <=> lag(struct(outcome, value, numerator, denominator, reason)) over of_cycle
  window of_cycle as (partition by ods_code, cycle_end order by known_from)
),
version as (
  select *, lead(known_from) over (partition by ods_code, cycle_end order by known_from) as known_to
  from changed
)
select ods_code, concat(year(cycle_end), '-Q', quarter(cycle_end)) as cycle, cycle_end, outcome, value, numerator,
  denominator, false as is_late, reason, known_from, known_to, row.source_file_id as source_file_id, row.line as line
from version
where outcome is not null
