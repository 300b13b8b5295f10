-- One row is a region or an integrated care board. Reads region, icb.
select 'region' as kind, code, name, cast(null as varchar) as region_code from region
union all
select 'icb', code, name, region_code from icb
order by kind desc, name
