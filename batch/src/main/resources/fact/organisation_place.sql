-- organisation_place: one row is a version of where a sub-ICB location lies.
-- reads: landed_ods
-- rule: as the newest list of sub-ICB locations, or look-up of boards, says; of one day the list before the look-up.
-- null: region and board where none is given; known_to while the version stands.
with ordered as (
  select code, as_at, region_code, icb_code,
    lead(as_at) over (
      partition by code order by as_at, said_at, kind, region_code, icb_code, source_file_id, line) as next_row_as_at
  from landed_ods
  where kind = 'eccg' or kind is null
),
compared as (
  select *, lag(struct(region_code, icb_code)) over (partition by code order by as_at) as before
  from ordered
  where next_row_as_at is null or next_row_as_at > as_at
),
version as (
  select * from compared where not (before <=> struct(region_code, icb_code))
)
select code, region_code, icb_code, as_at as known_from,
  lead(as_at) over (partition by code order by as_at) as known_to
from version
