-- check: nobody-succeeds-itself (fail): An organisation does not succeed itself.
select predecessor
from succession
where predecessor = successor;

-- check: successor-is-known (warn): A successor in office is an organisation that an ODS list or a toolkit export names.
select s.predecessor || ' to ' || s.successor
from succession as s
join organisation as p on p.ods_code = s.predecessor and p.in_scope
anti join organisation as o on o.ods_code = s.successor;
