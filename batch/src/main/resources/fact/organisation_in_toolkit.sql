-- organisation_in_toolkit: one row is a version of how toolkit exports describe an organisation.
-- reads: landed_dspt
-- rule: the newest row decides. The sub-ICB location it names stands at the end of its commissioner:
--   'NHS … ICB - 91Q (CCG)'. Of rows of one day the newest export decides, then the content.
-- null: what the export leaves empty; place_code where it names no location; known_to while the version stands.
with ordered as (
  select code as ods_code, as_at, name, sector, commissioner, source_file_id, line,
    lead(as_at) over (
      partition by code order by as_at, said_at, sector, commissioner, name, source_file_id, line) as next_row_as_at
  from landed_dspt
),
last_of_day as (
  select * from ordered where next_row_as_at is null or next_row_as_at > as_at
),
compared as (
  select *, lag(struct(name, sector, commissioner)) over (partition by ods_code order by as_at) as before
  from last_of_day
),
version as (
  select * from compared where not (before <=> struct(name, sector, commissioner))
)
select ods_code, trim(regexp_replace(name, concat('\\s*\\(', ods_code, '\\)\\s*$'), '')) as name, sector,
  nullif(regexp_extract(commissioner, ' - ([A-Z0-9]+)( \\(CCG\\))?$', 1), '') as place_code, as_at as known_from,
  lead(as_at) over (partition by ods_code order by as_at) as known_to, source_file_id, line
from version
