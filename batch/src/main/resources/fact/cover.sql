-- cover: one row is an organisation, product and agreement with its days of cover.
-- reads: landed_support_cover, central_agreement
-- rule: the newest statement about an agreement stands. Cover under a central agreement (policy) is 'covered', under
--   any other the organisation's own 'extended' support (domain 4: vendor support, paid extension and central cover are
--   three different facts). All releases of the product are covered.
-- null: covered_to while the cover is open.
select l.ods_code, l.product, l.agreement,
  case when c.agreement is not null then 'covered' else 'extended' end as support,
  l.covered_from, l.covered_to, l.source_file_id, l.line
from landed_support_cover as l
left join central_agreement as c on lower(c.agreement) = lower(l.agreement)
qualify row_number() over (
  partition by l.ods_code, l.product, l.agreement, l.covered_from
  order by l.as_at desc, l.source_file_id desc, l.line desc) = 1
