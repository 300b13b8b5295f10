from (select peer_group, count(*) as organisations from organisation_as_at(:day) group by all)
