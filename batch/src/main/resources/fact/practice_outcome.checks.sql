-- check: outcome-of-known-organisation (warn): Every outcome belongs to an organisation that an ODS list or a toolkit export names.
select o.practice || ' ' || o.cycle || ': ' || o.ods_code
from practice_outcome as o
anti join organisation as n using (ods_code);

-- check: versions-do-not-overlap (fail): The versions of an outcome follow each other without overlap.
select a.practice || ' ' || a.cycle || ' of ' || a.ods_code
from (
  select *, lead(known_from) over (partition by ods_code, practice, cycle order by known_from) as next_from
  from practice_outcome
) as a
where a.next_from is not null and (a.known_to is null or a.known_to > a.next_from);

-- check: value-is-a-share (fail): A value lies between 0 and 1 and is numerator / denominator.
select practice || ' ' || cycle || ' of ' || ods_code || ': ' || value
from practice_outcome
where value is not null and (value not between 0 and 1 or abs(value - numerator / denominator) > 1e-9);

-- check: not-assessed-says-why (fail): An outcome that is not assessed says why.
select practice || ' ' || cycle || ' of ' || ods_code
from practice_outcome
where outcome = 'not_assessed' and reason is null;

-- check: outcome-leads-to-its-file (fail): Every outcome names a file that was taken in.
select o.practice || ' ' || o.cycle || ' of ' || o.ods_code
from practice_outcome as o
anti join source_file as f on f.source_file_id = o.source_file_id and f.status = 'accepted';

-- check: known-when-its-cycle-has-ended (fail): No month, quarter or inspection is judged before it has ended.
select o.practice || ' ' || o.cycle || ' of ' || o.ods_code || ', known from ' || o.known_from
from practice_outcome as o
join practice as p using (practice)
where p.cycle_kind <> 'edition' and o.known_from < o.cycle_end;

-- check: not-failed-by-a-whole-type (warn): A practice that all assessed organisations of a type failed is a data fault until shown otherwise.
select o.practice || ' ' || o.cycle || ': all ' || count(*) || ' assessed organisations of type ' || n.type || ' failed'
from practice_outcome as o
join organisation as n on n.ods_code = o.ods_code and n.in_scope
where o.known_to is null and o.outcome in ('met', 'not_met')
group by o.practice, o.cycle, n.type
having count(*) >= 3 and count(*) filter (where o.outcome = 'met') = 0;
