-- One row is a known version of the organisation's toolkit status, newest edition first. Reads toolkit_status, edition,
-- vocabulary, source_file.
select t.edition, e.deadline, cast(t.outcome as varchar) as outcome, v.label as outcome_label, v.meaning, t.published_on, t.known_from, t.known_to,
  f.name as file_name, f.source as file_source, t.line
from toolkit_status as t
left join edition as e using (edition)
left join vocabulary as v on v.vocabulary = 'toolkit_outcome' and v.code = cast(t.outcome as varchar)
left join source_file as f on f.source_file_id = t.source_file_id
where t.ods_code = upper(:code) and t.known_from <= cast(:as_at as date)
order by e.deadline desc, t.known_from desc
