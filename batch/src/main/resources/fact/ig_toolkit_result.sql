-- ig_toolkit_result: one row is an organisation and edition of the IG Toolkit, with a version for each final submission.
-- reads: landed_ig_toolkit, edition
-- rule: level 2 on every requirement of the final submission is Satisfactory (domain 3.4); baseline and update neither
--   pass nor fail. A final submission sent again replaces requirement by requirement what it restates.
-- null: known_to while the version stands.
with final as (
  select l.ods_code, e.edition, e.deadline, l.requirement, l.level, to_date(l.submitted_at) as said_on,
    l.submitted_at, l.source_file_id, l.line
  from landed_ig_toolkit as l
  join edition as e on e.ig_version = l.version
  where l.submission = 'final'
),
said as (
  select distinct ods_code, edition, said_on from final
),
standing as (
  select s.ods_code, s.edition, f.deadline, s.said_on, f.requirement,
    max_by(f.level, struct(f.submitted_at, f.source_file_id, f.line)) as level,
    max_by(struct(f.source_file_id, f.line), struct(f.submitted_at, f.source_file_id, f.line)) as row
  from said as s
  join final as f on f.ods_code = s.ods_code and f.edition = s.edition and f.said_on <= s.said_on
  group by all
)
select ods_code, edition, deadline, said_on as known_from,
  lead(said_on) over (partition by ods_code, edition order by said_on) as known_to,
  count(*) as requirements, count_if(level >= 2) as at_level_2,
  min(row).source_file_id as source_file_id, min(row).line as line
from standing
group by ods_code, edition, deadline, said_on
