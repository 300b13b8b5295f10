-- cqc_rating: one row is an organisation and domain.
-- reads: landed_cqc_ratings
-- rule: the organisation's own rating is the row of group Overall (domain 5), of the newest file that names it; the
--   provider's sheet goes before the locations'. Ratings of individuals and ratings never published are left out.
-- null: nothing.
select ods_code, domain, rating, published_on, coalesce(inherited, false) as inherited, source_file_id, line
from landed_cqc_ratings
where lower(service_group) = 'overall' and published_on is not null
  and coalesce(lower(kind) not like 'individual%', true)
qualify row_number() over (
  partition by ods_code, domain
  order by as_at desc, level desc, published_on desc, source_file_id desc, line desc) = 1
