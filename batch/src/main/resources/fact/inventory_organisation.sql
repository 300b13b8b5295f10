-- inventory_organisation: one row is an organisation that a list names and that an inventory speaks of.
-- reads: inventory_code, organisation_version
-- rule: ODS lists and toolkit exports name organisations; devices under any other code count in no figure (left_out).
-- null: nothing.
-- keyed by: content
select distinct c.ods_code
from inventory_code as c
left semi join organisation_version as o on o.ods_code = c.ods_code
