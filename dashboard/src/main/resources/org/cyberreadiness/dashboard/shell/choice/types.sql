-- One row is a kind of organisation that occurs among those in scope. Reads organisation, vocabulary.
select v.code, v.label, v.label_plural
from vocabulary as v
where v.vocabulary = 'organisation_type' and v.code in (select type from organisation where in_scope)
order by v.position
