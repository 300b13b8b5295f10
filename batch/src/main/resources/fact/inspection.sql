-- inspection: one row is a cyber inspection.
-- reads: inspection_finding
-- rule: what its findings have in common; where rows disagree, the newest stands.
-- null: published_on while the findings are not published.
with finding as (
  select *, struct(as_at, practice) as said
  from inspection_finding
)
select inspection_id,
  max_by(ods_code, said) as ods_code,
  max_by(inspected_on, said) as inspected_on,
  max(published_on) as published_on,
  max_by(kind, said) as kind,
  max_by(selection, said) as selection,
  min(struct(source_file_id, line)).source_file_id as source_file_id,
  min(struct(source_file_id, line)).line as line
from finding
group by inspection_id
