-- One row is a finding of an inspection of the organisation, newest inspection first, worst finding first.
-- Reads inspection, inspection_finding, source_file. Only inspections whose findings were known on the day.
select i.inspection_id, i.inspected_on, i.published_on, i.kind, i.selection, f.practice, f.finding, f.severity,
  s.name as file_name, s.source as file_source, f.line
from inspection as i
join inspection_finding as f using (inspection_id)
left join source_file as s on s.source_file_id = f.source_file_id
where i.ods_code = upper(:code) and coalesce(i.published_on, i.inspected_on) <= cast(:as_at as date)
order by i.inspected_on desc, i.inspection_id,
  case f.finding when 'not_met' then 0 when 'not_tested' then 2 else 1 end,
  case f.severity when 'critical' then 0 when 'high' then 1 when 'medium' then 2 else 3 end, f.practice
