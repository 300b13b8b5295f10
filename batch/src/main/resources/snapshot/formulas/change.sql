-- Change.

-- One row is an organisation and practice with the outcome it has settled on: met or not met in as many assessed cycles
-- in a row as practice.debounce says, the newest such run. One month out of line settles nothing.
create macro settled_outcome_as_at(day) as table
  with assessed as (
    select ods_code, practice, cycle, cycle_end, outcome
    from outcome_as_at(day)
    where outcome in ('met', 'not_met')
  ),
  island as (
    select *,
      row_number() over (partition by ods_code, practice order by cycle_end, cycle)
        - row_number() over (partition by ods_code, practice, outcome order by cycle_end, cycle) as run
    from assessed
  ),
  counted as (
    select *,
      row_number() over (partition by ods_code, practice, outcome, run order by cycle_end, cycle) as in_a_row
    from island
  )
  select c.ods_code, c.practice, arg_max(c.outcome, c.cycle_end) as outcome, arg_max(c.cycle, c.cycle_end) as cycle,
    max(c.cycle_end) as cycle_end
  from counted as c
  join practice as p using (practice)
  where c.in_a_row >= p.debounce
  group by c.ods_code, c.practice;
comment on macro table settled_outcome_as_at is 'The outcome each organisation has settled on per practice, as known on a day: one cycle out of line does not change it where the practice is debounced';
