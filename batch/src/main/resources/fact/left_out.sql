-- left_out: one row is an accepted row, or a group of them, that found no place in any figure.
-- reads: left_out_inventory, left_out_month, left_out_statement, left_out_conflict
-- rule: nothing vanishes unsaid: what a join would drop stands here with its reason.
-- null: source_file_id and line where it is not one file's.
select source, source_file_id, line, code, reason, rows from left_out_inventory
union all
select source, source_file_id, line, code, reason, rows from left_out_month
union all
select source, source_file_id, line, code, reason, rows from left_out_statement
union all
select source, source_file_id, line, code, reason, rows from left_out_conflict
