-- organisation_in_ods: one row is a version of what ODS lists say of an organisation.
-- reads: landed_ods, ods_kind
-- rule: the newest list decides name, kind, place and dates (domain 2); a GP practice is prescribing setting 4; the opening
--   is the earliest said so far, the last opening the one that the list itself gives, the last closing the latest said so far. A list that leaves the organisation out says nothing. Of rows of one day the content
--   decides, a closed one before an open one.
-- null: what the list leaves empty; known_to while the version stands.
with listed as (
  select o.*,
    case
      when o.kind = 'epraccur' and o.setting = '4' then 'gp_practice'
      when o.kind = 'epraccur' then 'prescribing_cost_centre'
      else k.type
    end as type
  from landed_ods as o
  join ods_kind as k on k.kind = o.kind
),
so_far as (
  select code as ods_code, as_at, name, type, region_code, icb_code, parent_code, closed_on, status, source_file_id, line,
    min(opened_on) over of_organisation as opened_on, opened_on as last_opened_on,
    max(closed_on) over of_organisation as last_closed_on,
    lead(as_at) over of_organisation as next_row_as_at
  from listed
  window of_organisation as (
    partition by code
    order by as_at, said_at, kind desc, closed_on, status, setting, name, region_code, icb_code, parent_code,
      source_file_id, line)
),
last_of_day as (
  select * from so_far where next_row_as_at is null or next_row_as_at > as_at
),
compared as (
  select *,
    lag(struct(name, type, region_code, icb_code, parent_code, opened_on, last_opened_on, last_closed_on, closed_on, status))
      over (partition by ods_code order by as_at) as before
  from last_of_day
),
version as (
  select *
  from compared
  where not (before <=> struct(name, type, region_code, icb_code, parent_code, opened_on, last_opened_on, last_closed_on, closed_on, status))
)
select ods_code, trim(regexp_replace(name, concat('\\s*\\(', ods_code, '\\)\\s*$'), '')) as name, type, region_code,
  icb_code, parent_code, opened_on, last_opened_on, last_closed_on, closed_on, status, as_at as known_from,
  lead(as_at) over (partition by ods_code order by as_at) as known_to, source_file_id, line
from version
