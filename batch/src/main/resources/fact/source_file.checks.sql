-- check: rejected-rows-are-counted (fail): The rows set aside of a file are as many as it counts.
select f.source || '/' || f.name
from source_file as f
left join (select source_file_id, count(*) as rows from rejected_row group by all) as r using (source_file_id)
where f.rows_rejected <> coalesce(r.rows, 0);
