-- cqc_rating: one row is an organisation and domain.
-- reads: cqc_rating_version
-- rule: the newest known version of its own rating.
-- null: nothing.
select ods_code, domain, rating, published_on, inherited, source_file_id, line
from cqc_rating_version
where known_to is null
