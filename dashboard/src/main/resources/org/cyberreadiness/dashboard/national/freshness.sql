-- One row is a source that has sent something or is due; late ones first. Reads source_freshness_as_at.
select source, title, cadence_days, as_at, days_old, is_overdue, files, rows_accepted, rows_rejected
from source_freshness_as_at(:as_at)
where files > 0 or cadence_days is not null
order by is_overdue desc, title
