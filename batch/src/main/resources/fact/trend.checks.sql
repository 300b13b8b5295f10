-- check: outcomes-add-up-to-the-population (fail): met + not met + not assessed + not applicable = organisations in scope at the cycle's end.
select t.practice || ' ' || t.cycle || ': ' || (t.met + t.not_met + t.not_assessed + t.not_applicable) || ' of ' || p.organisations
from trend as t
join (
  select c.cycle_end, count(*) as organisations
  from (select distinct cycle_end from trend) as c
  join organisation as n on is_counted(n.scope, n.opened_on, n.closed_on, c.cycle_end)
  group by c.cycle_end
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

-- check: every-group-adds-up (fail): In every region, board and type, met + not met + not assessed + not applicable = its organisations at the cycle's end.
select t.practice || ' ' || t.cycle || ' ' || t.group_kind || ' ' || t.group_code
from trend as t
join (
  select cycle_end, group_kind, group_code, count(*) as organisations
  from (
    select c.cycle_end, unnest(['region', 'icb', 'type']) as group_kind,
      unnest([n.region_code, n.icb_code, n.type]) as group_code
    from (select distinct cycle_end from trend) as c
    join organisation as n on is_counted(n.scope, n.opened_on, n.closed_on, c.cycle_end)
  )
  group by all
) as p using (cycle_end, group_kind, group_code)
where t.met + t.not_met + t.not_assessed + t.not_applicable <> p.organisations;

-- check: numbers-move-with-data (warn): Without a new file or a new rule, no figure of an ended cycle is another than in the snapshot before.
select t.practice || ' ' || t.cycle || ' ' || t.group_kind || ' ' || t.group_code || ': ' || w.met || ' met before, '
  || t.met || ' now'
from trend as t
join was_trend as w using (practice, cycle, group_kind, group_code)
where (t.met, t.not_met) is distinct from (w.met, w.not_met)
  and not exists (select 1 from source_file as f anti join was_file as b using (source_file_id))
  and not exists (select 1 from practice as p anti join was_practice as b using (practice, version));
