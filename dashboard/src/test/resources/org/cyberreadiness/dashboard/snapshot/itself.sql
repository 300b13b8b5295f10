select snapshot_id, night, (select count(*) from organisation) as organisations from snapshot
