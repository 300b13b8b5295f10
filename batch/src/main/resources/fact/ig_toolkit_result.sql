-- ig_toolkit_result: one row is a version of an organisation's final return in an edition of the IG Toolkit.
-- reads: landed_ig_toolkit, edition
-- rule: level 2 on every requirement of the final submission is Satisfactory (domain 3.4); baseline and update neither
--   pass nor fail. A final submission sent again replaces requirement by requirement what it restates; of two of one moment
--   the lower level counts. Version 12.0 is version 12. The row named is that of the first requirement below level 2, else
--   of the first requirement.
-- null: known_to while the version stands.
with final as (
  select l.ods_code, e.edition, l.as_at, l.requirement,
    struct(l.submitted_at, -l.level as minus_level, l.source_file_id, l.line) as row
  from landed_ig_toolkit as l
  join edition as e
    on regexp_replace(e.ig_version, '\\.0+$', '') = regexp_replace(l.version, '\\.0+$', '')
  where l.submission = 'final'
),
day as (
  select distinct ods_code, edition, as_at from final
),
standing as (
  select d.ods_code, d.edition, d.as_at, f.requirement, max(f.row) as row
  from day as d
  join final as f on f.ods_code = d.ods_code and f.edition = d.edition and f.as_at <= d.as_at
  group by all
),
counted as (
  select ods_code, edition, as_at, count(*) as requirements, count_if(row.minus_level <= -2) as at_level_2,
    min(struct(row.minus_level <= -2 as is_reached, requirement, row.source_file_id, row.line)) as deciding
  from standing
  group by all
)
select ods_code, edition, as_at as known_from,
  lead(as_at) over (partition by ods_code, edition order by as_at) as known_to,
  requirements, at_level_2, deciding.source_file_id as source_file_id, deciding.line as line
from counted
