-- check: devices-add-up (warn): On the newest inventory day the rows of the agents, less repeats, are the devices of organisations and those left out.
select s.rows - l.repeats || ' devices of ' || n.night || ' counted, ' || e.devices || ' with organisations and '
  || l.left_out || ' left out'
from (select max(night) as night from estate) as n
join (
  select as_at as night, sum(rows_accepted) as rows
  from source_file
  where source in ('agents-mde', 'agents-deviceinfo', 'agents-osquery') and status = 'accepted'
  group by as_at
) as s using (night)
join (select night, sum(devices) as devices from estate group by night) as e using (night)
join (
  select d.night,
    coalesce(sum(l.rows) filter (where l.code = 'repeated_device'), 0) as repeats,
    coalesce(sum(l.rows) filter (where l.code in ('unmapped_group', 'unknown_organisation')), 0) as left_out
  from (select max(night) as night from estate) as d
  left join left_out as l
    on l.source in ('agents-mde', 'agents-deviceinfo', 'agents-osquery')
    and regexp_extract(l.reason, '[0-9]{4}-[0-9]{2}-[0-9]{2}') = strftime(d.night, '%Y-%m-%d')
  group by d.night
) as l using (night)
where s.rows - l.repeats <> e.devices + l.left_out;

-- check: every-device-has-its-organisation (warn): Every device of the newest inventory day belongs to an organisation that a list names.
select format('{:,} devices ({:.1f} %) of {} belong to no known organisation', l.devices,
  100.0 * l.devices / (l.devices + e.devices), n.night)
from (select max(night) as night from estate) as n
join (select night, sum(devices) as devices from estate group by night) as e using (night)
join (
  select cast(regexp_extract(reason, '[0-9]{4}-[0-9]{2}-[0-9]{2}') as date) as night, sum(rows)::bigint as devices
  from left_out
  where source like 'agents-%' and code in ('unmapped_group', 'unknown_organisation')
    and regexp_matches(reason, '[0-9]{4}-[0-9]{2}-[0-9]{2}')
  group by 1
) as l using (night);

-- check: every-edition-is-known (warn): Every row that speaks of an edition speaks of one that the policy has.
select format('{:,} rows of {}: {}', rows, source, reason)
from left_out
where code = 'unknown_edition';

-- check: every-code-is-listed (warn): Every code that a return, answer or finding names is named by a list.
select format('{:,} rows of {}: {}', rows, source, reason)
from left_out
where code = 'unknown_organisation' and source not like 'agents-%';

-- check: no-rows-contradict-each-other (warn): No two rows of one day say different things of the same.
select format('{}: {}', source, reason)
from left_out
where code = 'conflict';
