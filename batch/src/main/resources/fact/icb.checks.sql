-- check: board-has-a-region (warn): A board of England lies in a region.
select i.code
from icb as i
where i.region_code is null
  and exists (select 1 from organisation as o where o.icb_code = i.code and o.in_scope);
