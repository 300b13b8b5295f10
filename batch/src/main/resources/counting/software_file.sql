-- software_file: one row is a file of software rows, with its rank among those of the days in :touched.
-- reads: landed_software
-- rule: as inventory_file.
-- null: nothing.
with file as (
  select distinct source_file_id
  from landed_software
  where array_contains(:touched, as_at)
)
select source_file_id, cast(row_number() over (order by source_file_id) as bigint) as rank
from file
