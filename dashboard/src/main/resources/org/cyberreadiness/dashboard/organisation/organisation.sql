-- One row is the organisation asked for as known on a day, with the file and line of the newest row about it. None where the code is
-- unknown. Reads organisation_as_at, organisation, vocabulary, region, icb, source_file.
select n.ods_code, n.name, n.type, coalesce(t.label, n.type) as type_label, coalesce(t.label_plural, n.type) as type_plural,
  n.region_code, g.name as region, n.icb_code, i.name as icb, n.parent_code, p.name as parent,
  n.opened_on, n.closed_on, n.in_scope, cast(n.scope as varchar) as scope, s.label as scope_label, s.meaning as scope_meaning,
  n.peer_group, n.listed_in_ods, f.name as file_name, f.source as file_source, n.line
from organisation_as_at(:as_at) as n
left join vocabulary as t on t.vocabulary = 'organisation_type' and t.code = n.type
left join vocabulary as s on s.vocabulary = 'scope' and s.code = cast(n.scope as varchar)
left join region as g on g.code = n.region_code
left join icb as i on i.code = n.icb_code
left join organisation as p on p.ods_code = n.parent_code
left join source_file as f on f.source_file_id = n.source_file_id
where n.ods_code = upper(:code)
