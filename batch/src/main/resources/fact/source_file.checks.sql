-- check: rejected-rows-are-counted (fail): The rows set aside of a file are as many as it counts.
select f.source || '/' || f.name
from source_file as f
left join (select source_file_id, count(*) as rows from rejected_row group by all) as r using (source_file_id)
where f.rows_rejected <> coalesce(r.rows, 0);

-- check: coverage-does-not-fall (warn): The newest delivery of a whole list has at least four fifths of the rows of the one before.
select source || ': ' || rows || ' rows on ' || as_at || ', ' || rows_before || ' on ' || before_on
from source_coverage
where is_falling;

-- check: sources-are-fresh (warn): Every source that was ever delivered came again when it was due.
select source || ': newest of ' || as_at || ', ' || days_old || ' days old; due every ' || cadence_days || ' days'
from source_freshness
where is_overdue;
