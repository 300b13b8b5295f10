-- check: one-status-a-day (fail): An organisation has one status per edition on any day.
select a.ods_code || ' ' || a.edition
from (
  select *, lead(known_from) over (partition by ods_code, edition order by known_from) as next_from
  from toolkit_status
) as a
where a.next_from is not null and (a.known_to is null or a.known_to > a.next_from);

-- check: published-stays-published (fail): What an export showed as published is not taken for unpublished later.
select n.ods_code || ' ' || n.edition
from toolkit_status as n
join toolkit_status as p using (ods_code, edition)
where n.outcome = 'not_published' and p.outcome <> 'not_published'
  and (n.known_from >= p.known_from or coalesce(n.known_to, date '9999-12-31') > p.known_from);

-- check: a-type-answers-in-its-time (fail): Nobody whose type answers for a period only is charged for an edition outside it.
select s.ods_code || ' ' || s.edition
from toolkit_status as s
join edition as e using (edition)
join organisation_version as v on v.ods_code = s.ods_code and v.known_from <= s.known_from
  and (v.known_to is null or v.known_to > s.known_from)
join answering_period as p on p.type = v.type
where s.outcome = 'not_published' and (e.deadline < p.first_end or e.deadline > p.last_end);
