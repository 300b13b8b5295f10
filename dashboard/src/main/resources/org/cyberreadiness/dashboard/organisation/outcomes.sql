-- One row is an outcome of the organisation as known on a day, newest first, with the file and line it came from.
-- Reads practice_outcome, practice, vocabulary, source_file. An empty practice or cycle means all.
select o.ods_code, o.practice, p.title, p.cycle_kind, o.cycle, o.cycle_end, cast(o.outcome as varchar) as outcome, o.value,
  o.numerator, o.denominator, p.numerator as numerator_words, p.denominator as denominator_words, p.threshold, p.good,
  o.is_late, o.reason, o.known_from, f.source as file_source, f.name as file_name, o.line, f.as_at as file_as_at,
  cast(:as_at as date) as as_at
from practice_outcome as o
join practice as p using (practice)
left join source_file as f on f.source_file_id = o.source_file_id
where o.ods_code = upper(:code)
  and o.known_from <= cast(:as_at as date) and (o.known_to is null or o.known_to > cast(:as_at as date))
  and o.cycle_end <= cast(:as_at as date)
  and (:practice = '' or o.practice = :practice)
order by p.position, o.cycle_end desc, o.cycle desc
