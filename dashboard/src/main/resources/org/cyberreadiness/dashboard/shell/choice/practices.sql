-- One row is a practice as the policy has it. Reads practice.
select practice, title, question, applies_to, cycle_kind, threshold, numerator, denominator, why, repeat_failed, repeat_of
from practice
order by position
