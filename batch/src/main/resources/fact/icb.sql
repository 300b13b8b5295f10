-- icb: one row is an integrated care board that an organisation in scope or the look-up of boards names.
-- reads: icb_version, organisation, region_name
-- rule: as known now; a region that is none of England's is left out.
-- null: region where nothing says.
with used as (
  select distinct icb_code as code
  from organisation
  where scope = 'in_scope'
)
select v.code, v.name, r.code as region_code
from icb_version as v
left join used as u on u.code = v.code
left join region_name as r on r.code = v.region_code
where v.known_to is null and (v.is_looked_up or u.code is not null)
