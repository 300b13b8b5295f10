-- Gone dark.

-- One row is an organisation of the population and practice that was assessed once and is not in the newest ended
-- cycle, though it was asked about it: it has gone dark. Not applicable is never dark: neither a practice or cycle that
-- does not apply to it, nor a type that does not answer for the cycle, nor silence that means nothing fell due. An
-- inspection is nobody's to miss. A successor that never answered is dark since its parts last did.
create macro dark_as_at(day) as table
  with heard as (
    select organisation, practice, places[-1] as place, last_cycle from own_line_as_at(day)
    union all
    select organisation, practice, places[-1], last_cycle from inherited_line_as_at(day)
  ),
  lit as (
    select h.organisation, h.practice, any_value(n.type) as type, any_value(n.opened_on) as opened_on,
      any_value(p.applies_to) as applies_to, ends_of([max(h.place)])[1] as last_cycle_end,
      arg_max(h.last_cycle, h.place) as last_cycle,
      cast(if(max(h.place) % 2 = 1, 'not_met', 'met') as outcome) as last_outcome
    from heard as h
    join practice as p using (practice)
    join population_as_at(day, day) as n on n.ods_code = h.organisation
    where p.cycle_kind <> 'inspection' and p.silence = 'not_assessed'
    group by h.organisation, h.practice
  ),
  cycles as (
    select *, max(cycle_end) over (partition by practice) = cycle_end as is_newest from cycle_as_at(day)
  ),
  excused as (
    select ods_code, practice, cycle from outcome_as_at(day) where outcome = 'not_applicable'
  ),
  missed as (
    select l.organisation, l.practice, l.last_cycle, l.last_cycle_end, l.last_outcome, c.cycle_end, c.is_newest
    from lit as l
    join cycles as c
      on c.practice = l.practice and c.cycle_end > l.last_cycle_end
      and c.cycle_end >= coalesce(l.opened_on, c.cycle_end)
    anti join excused as e
      on e.ods_code = l.organisation and e.practice = l.practice and e.cycle = c.cycle
    where asks(l.applies_to, l.type, c.cycle_end)
  )
  select organisation as ods_code, practice, last_cycle, last_cycle_end, last_outcome,
    min(cycle_end) as dark_since, cast(count(*) as integer) as cycles_dark,
    cast(date_diff('day', last_cycle_end, day) as integer) as days_dark
  from missed
  group by organisation, practice, last_cycle, last_cycle_end, last_outcome
  having bool_or(is_newest);
comment on macro table dark_as_at is 'Organisations that were assessed once and are silent in the newest ended cycles, and for how long';
