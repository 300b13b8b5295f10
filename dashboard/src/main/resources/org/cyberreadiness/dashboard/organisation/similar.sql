-- One row is an organisation whose code or name is near what was asked for. Reads organisation, vocabulary.
select n.ods_code, n.name, coalesce(t.label, n.type) as type_label
from organisation as n
left join vocabulary as t on t.vocabulary = 'organisation_type' and t.code = n.type
where levenshtein(n.ods_code, upper(:code)) <= 1 or contains(lower(n.name), lower(:code))
order by levenshtein(n.ods_code, upper(:code)), n.name
limit 8
