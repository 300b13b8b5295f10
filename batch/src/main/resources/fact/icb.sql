-- icb: one row is an integrated care board that an organisation in scope or the look-up of boards names.
-- reads: landed_ods, organisation, region_name
-- rule: the look-up of boards names it; where it does not, its code stands for its name. One board belongs to one
--   region (domain 2): the look-up's, else that of most of its organisations.
-- null: region where nothing says.
with looked_up as (
  select icb_code as code, icb_name as name, region_code
  from landed_ods
  where icb_name is not null and icb_code is not null
  qualify row_number() over (partition by icb_code order by as_at desc, source_file_id desc, line desc) = 1
),
used as (
  select icb_code as code, mode(region_code) as region_code
  from organisation
  where icb_code is not null and scope = 'in_scope'
  group by icb_code
),
joined as (
  select coalesce(l.code, u.code) as code, coalesce(l.name, u.code) as name,
    coalesce(l.region_code, u.region_code) as any_region_code
  from looked_up as l
  full outer join used as u on u.code = l.code
)
select j.code, j.name, r.code as region_code
from joined as j
left join region_name as r on r.code = j.any_region_code
