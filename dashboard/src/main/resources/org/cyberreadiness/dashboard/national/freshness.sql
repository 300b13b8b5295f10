-- One row is a source that has sent something or is due; late ones first. Reads source_freshness.
select source, title, cadence_days, as_at, days_old, is_overdue, files, rows_accepted, rows_rejected
from source_freshness
where files > 0 or cadence_days is not null
order by is_overdue desc, title
