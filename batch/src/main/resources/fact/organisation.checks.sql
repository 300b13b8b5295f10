-- check: organisations-exist (warn): There are organisations in scope.
select 'no organisation is in scope: were ODS lists or toolkit exports delivered?'
where not exists (select 1 from organisation where in_scope);

-- check: region-is-known (fail): An organisation's region is one of the regions.
select ods_code
from organisation as o
anti join region as r on r.code = o.region_code
where o.region_code is not null;

-- check: board-is-known (warn): The board of an organisation in scope is one of the boards.
select ods_code || ': ' || icb_code
from organisation as o
anti join icb as i on i.code = o.icb_code
where o.icb_code is not null and o.in_scope;
