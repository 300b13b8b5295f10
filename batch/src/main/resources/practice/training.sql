-- training: one row is what was said of an organisation's training for an edition, from a day on.
-- reads: landed_training, edition
-- rule: staff trained in the twelve months to the period's end / staff >= :threshold (domain 3.2, item 3.2.1). A period
--   belongs to the edition whose deadline is the first on or after its end; the newest period of the edition stands, and
--   of it the newest statement; of two of one day the content decides.
-- null: value where there is no staff; published_on, for a return's file does not say when it was handed in.
with placed as (
  select l.ods_code, l.period_end, l.as_at, l.staff, l.staff_trained_12m as trained, l.source_file_id, l.line,
    min(struct(e.deadline, e.edition)).edition as edition
  from landed_training as l
  join edition as e on e.deadline >= l.period_end
  group by all
),
standing as (
  select distinct ods_code, edition, as_at as said_on,
    max(struct(period_end, as_at, staff, trained, source_file_id, line))
      over (partition by ods_code, edition order by as_at) as newest
  from placed
)
select ods_code, edition, said_on,
  case
    when newest.staff = 0 then 'none'
    when newest.trained / newest.staff >= :threshold then 'met'
    else 'not_met'
  end as answer,
  cast(null as date) as published_on, newest.trained / nullif(newest.staff, 0) as value,
  cast(newest.trained as double) as numerator, cast(newest.staff as double) as denominator,
  case
    when newest.staff = 0 then 'the return states no staff'
    when newest.trained / newest.staff < :threshold then concat(newest.staff - newest.trained, ' of ', newest.staff,
      ' staff were not trained in the twelve months to ', newest.period_end)
  end as reason,
  newest.source_file_id as source_file_id, newest.line as line
from standing
