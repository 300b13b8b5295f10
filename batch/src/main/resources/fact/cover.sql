-- cover: one row is an organisation, product, agreement and known version of its days of cover.
-- reads: landed_support_cover, central_agreement
-- rule: the newest statement about an agreement stands. Cover under a central agreement (policy) is 'covered', under
--   any other the organisation's own 'extended' support (domain 4: vendor support, paid extension and central cover are
--   three different facts). All releases of the product are covered.
-- null: covered_to while the cover is open; known_to while the version stands.
-- keyed by: content
with said as (
  select ods_code, product, agreement, covered_from, covered_to, as_at, source_file_id, line
  from landed_support_cover
  qualify row_number() over (
    partition by ods_code, product, agreement, covered_from, as_at
    order by said_at desc, covered_to, source_file_id, line) = 1
),
compared as (
  select *,
    lag(struct(covered_to)) over (partition by ods_code, product, agreement, covered_from order by as_at) as before
  from said
),
changed as (
  select *
  from compared
  where before is null or not before <=> struct(covered_to)
)
select h.ods_code, h.product, h.agreement,
  case when c.agreement is not null then 'covered' else 'extended' end as support,
  h.covered_from, h.covered_to, h.as_at as known_from,
  lead(h.as_at) over (
    partition by h.ods_code, h.product, h.agreement, h.covered_from order by h.as_at) as known_to,
  h.source_file_id, h.line
from changed as h
left join central_agreement as c on lower(c.agreement) = lower(h.agreement)
