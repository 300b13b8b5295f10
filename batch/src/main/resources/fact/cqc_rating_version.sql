-- cqc_rating_version: one row is a version of an organisation's own rating in a domain.
-- reads: landed_cqc_ratings
-- rule: the organisation's own rating is the row of group Overall (domain 5); the provider's sheet goes before the
--   locations'. Ratings of individuals and ratings never published are left out. A monthly file that leaves it out says
--   nothing.
-- null: known_to while the version stands.
with said as (
  select ods_code, domain, rating, published_on, coalesce(inherited, false) as inherited, as_at, source_file_id, line
  from landed_cqc_ratings
  where lower(service_group) = 'overall' and published_on is not null
    and coalesce(lower(kind) not like 'individual%', true)
  qualify row_number() over (
    partition by ods_code, domain, as_at
    order by level = 'provider' desc, said_at desc, published_on desc, rating, inherited, source_file_id, line) = 1
),
compared as (
  select *,
    lag(struct(rating, published_on, inherited)) over (partition by ods_code, domain order by as_at) as before
  from said
),
version as (
  select *
  from compared
  where before is null or not (before <=> struct(rating, published_on, inherited))
)
select ods_code, domain, rating, published_on, inherited, as_at as known_from,
  lead(as_at) over (partition by ods_code, domain order by as_at) as known_to, source_file_id, line
from version
