-- region: one row is an NHS region of England.
-- reads: region_name
-- rule: the seven regions are policy data; Wales is not among them.
-- null: nothing.
select code, name
from region_name
