-- One row is a practice in one group (England or a type): its newest ended cycle, and the one before it for editions
-- or the one a year earlier for the rest. Reads trend, practice. Null earlier figures: there was no such cycle.
with ended as (
  select t.practice, p.title, p.question, p.numerator, p.denominator, p.cycle_kind, p.position,
    t.cycle, t.cycle_end, t.met, t.not_met, t.not_assessed, t.met + t.not_met as assessed,
    t.share_met, t.lower, t.upper
  from trend_as_at(:as_at) as t
  join practice as p using (practice)
  where t.group_kind = :group_kind and t.group_code = :group_code and t.cycle_end <= :as_at
    and t.met + t.not_met > 0
),
newest as (
  select *
  from ended
  qualify row_number() over (partition by practice order by cycle_end desc, cycle desc) = 1
),
earlier as (
  select e.*
  from ended as e
  join newest as n using (practice)
  where e.cycle_end < n.cycle_end
    and (e.cycle_kind = 'edition' or e.cycle_end <= n.cycle_end - interval 1 year)
  qualify row_number() over (partition by e.practice order by e.cycle_end desc, e.cycle desc) = 1
)
select n.practice, n.title, n.question, n.numerator, n.denominator, n.cycle_kind, n.cycle, n.cycle_end,
  n.met, n.not_met, n.not_assessed, n.assessed, n.share_met, n.lower, n.upper,
  e.cycle as earlier_cycle, e.met as earlier_met, e.not_met as earlier_not_met, e.assessed as earlier_assessed,
  e.share_met as earlier_share_met
from newest as n
left join earlier as e using (practice)
order by n.share_met, n.position
