-- Sources.

-- One row is a source: the newest day any of its files speaks of, and how many days old that is, as known on a day.
create macro source_freshness_as_at(day) as table
  with told as (
    select * from source_file where status = 'accepted' and as_at <= day
  )
  select s.source, s.title, s.cadence_days,
    max(f.as_at) as as_at, max(f.night) as taken_in_on, count(f.source_file_id) as files,
    coalesce(sum(f.rows_accepted), 0) as rows_accepted, coalesce(sum(f.rows_rejected), 0) as rows_rejected,
    date_diff('day', max(f.as_at), day) as days_old,
    coalesce(date_diff('day', max(f.as_at), day) > s.cadence_days, false) as is_overdue
  from source as s
  left join told as f on f.source = s.source
  group by s.source, s.title, s.cadence_days;
comment on macro table source_freshness_as_at is 'How fresh each source was on a day';

create view source_freshness as from source_freshness_as_at((select night from snapshot));
comment on view source_freshness is 'How fresh each source is on the snapshot''s night';

-- One row is a source that delivers whole lists: the rows of its newest day and of the one before, as known on a day.
-- Falling: more than a fifth of the rows are gone. A partial list is no fault, but its silence is told.
create macro source_coverage_as_at(day) as table
  with delivered as (
    select f.source, f.as_at, sum(f.rows_accepted) as rows
    from source_file as f
    join source as s using (source)
    where f.status = 'accepted' and f.as_at <= day and s.is_whole and s.cadence_days is not null
    group by f.source, f.as_at
  ),
  compared as (
    select source, as_at, rows,
      lag(as_at) over (partition by source order by as_at) as before_on,
      lag(rows) over (partition by source order by as_at) as rows_before
    from delivered
    qualify row_number() over (partition by source order by as_at desc) = 1
  )
  select source, as_at, rows, before_on, rows_before, coalesce(rows < 0.8 * rows_before, false) as is_falling
  from compared;
comment on macro table source_coverage_as_at is 'Rows of each source''s newest delivery known on a day beside those of the one before';

create view source_coverage as from source_coverage_as_at((select night from snapshot));
comment on view source_coverage is 'Rows of each source''s newest delivery beside those of the one before';
