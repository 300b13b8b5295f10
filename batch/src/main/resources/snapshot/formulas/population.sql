-- Population.

-- What an organisation is on a day to England's figures: in_scope, or why it is left out. A closing date counts from that
-- day on; without one, closed by its state is always closed.
create macro scope_on(state, opened_on, closed_on, day) as
  cast(case
    when state in ('welsh', 'other_kind') then state
    when closed_on <= day or state = 'closed' then 'closed'
    when state = 'dormant' then 'dormant'
    when state = 'proposed' or opened_on > day then 'proposed'
    else 'in_scope'
  end as scope);
comment on macro scope_on is 'What an organisation is on a day to the figures of England: in_scope, or why it is left out';

-- Whether an organisation is England's to count while it is open: a closed one without closing date never is.
create macro is_english(scope, closed_on) as scope = 'in_scope' or (scope = 'closed' and closed_on is not null);
comment on macro is_english is 'Whether an organisation is England''s to count while it is open';

-- Whether an organisation counts in a cycle: England's to count, and open on the day the cycle ended. Without opening
-- date it was always there.
create macro is_counted(scope, opened_on, closed_on, cycle_end) as
  is_english(scope, closed_on)
  and coalesce(opened_on <= cycle_end, true) and coalesce(closed_on > cycle_end, true);
comment on macro is_counted is 'Whether an organisation counts in the figures of England of a cycle that ended on a day';

-- Whether a type of organisation answers for cycles that end on a day (answering_period; a type not listed always does).
create macro answers(type, cycle_end) as
  coalesce(cycle_end >= (select map(list(p.type), list(p.first_end)) from answering_period as p)[type], true)
  and coalesce(cycle_end <= (select map(list(p.type), list(p.last_end)) from answering_period as p)[type], true);
comment on macro answers is 'Whether a type of organisation answers for cycles that end on a day: sub-ICB locations to 21/22, boards from 22/23';

-- Whether a practice asks a type of organisation about a cycle: it applies to the type, and the type answers then.
create macro asks(applies_to, type, cycle_end) as list_contains(applies_to, type) and answers(type, cycle_end);
comment on macro asks is 'Whether a practice asks a type of organisation about a cycle that ended on a day';

-- One row is an organisation as known on a day, and as it stood on that day.
create macro organisation_as_at(day) as table
  with known as (
    select ods_code, name, type, sector, region_code, icb_code, parent_code, opened_on, closed_on,
      scope_on(state, opened_on, closed_on, day) as scope, listed_in_ods, source_file_id, line
    from organisation_version
    where known_from <= day and (known_to is null or known_to > day)
  ),
  sized as (
    select k.*, e.devices
    from known as k
    left join (
      select ods_code, devices
      from expected_devices
      where known_from <= day and (known_to is null or known_to > day)
    ) as e using (ods_code)
  ),
  banded as (
    select *,
      case when scope = 'in_scope' and devices is not null then ntile(3) over (
        partition by type, scope = 'in_scope' and devices is not null order by devices, ods_code) end as band,
      count(devices) filter (where scope = 'in_scope') over (partition by type) as sized
    from sized
  )
  select ods_code, name, type, sector, region_code, icb_code, parent_code, opened_on, closed_on,
    scope = 'in_scope' as in_scope, scope,
    case when sized >= 30 and band is not null then type || ', ' || ['small', 'medium', 'large'][band] else type end
      as peer_group,
    listed_in_ods, source_file_id, line
  from banded;
comment on macro table organisation_as_at is 'Organisations as known on a day: name, kind, place, dates, scope and peers';

-- One row is an organisation that counted in England's figures of a cycle, as known on a day.
create macro population_as_at(day, cycle_end) as table
  select * from organisation_as_at(day) where is_counted(scope, opened_on, closed_on, cycle_end);
comment on macro table population_as_at is 'Organisations that counted in the figures of England when a cycle ended, as known on a day';
