-- check: outcomes-add-up-to-the-population (fail): met + not met + not assessed + not applicable = organisations in scope at the cycle's end.
select t.practice || ' ' || t.cycle || ': ' || (t.met + t.not_met + t.not_assessed + t.not_applicable) || ' of ' || p.organisations
from trend as t
join (
  select c.cycle_end, (select count(*) from population_as_at(c.cycle_end)) as organisations
  from (select distinct cycle_end from trend) as c
) as p using (cycle_end)
where t.group_kind = 'england' and t.met + t.not_met + t.not_assessed + t.not_applicable <> p.organisations;

-- check: no-negative-count (fail): No count of organisations is below zero.
select practice || ' ' || cycle || ' ' || group_code
from trend
where least(met, not_met, not_assessed, not_applicable) < 0;

-- check: types-add-up-to-england (fail): The organisations of all types together are England's.
select e.practice || ' ' || e.cycle
from trend as e
join (
  select practice, cycle, sum(met) as met, sum(not_met) as not_met
  from trend
  where group_kind = 'type'
  group by all
) as t using (practice, cycle)
where e.group_kind = 'england' and (e.met <> t.met or e.not_met <> t.not_met);
