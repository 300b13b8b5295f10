-- inventory_file: one row is a file of device rows, with its rank among those of the days in :touched.
-- reads: landed_agents_mde, landed_agents_deviceinfo, landed_agents_osquery
-- rule: a row of the inventories is known by one number, its file's rank and its line, so that the first of many is a
--   smallest number. Ranks are those of the files' ids, whatever the order of taking in.
-- null: nothing.
with file as (
  select source_file_id from landed_agents_mde where array_contains(:touched, as_at)
  union
  select source_file_id from landed_agents_deviceinfo where array_contains(:touched, as_at)
  union
  select source_file_id from landed_agents_osquery where array_contains(:touched, as_at)
)
select source_file_id, cast(row_number() over (order by source_file_id) as bigint) as rank
from file
