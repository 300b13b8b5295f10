-- Persistence.

-- One row is a practice, type and pair of consecutive cycles: the two-state chain of failing. Of the organisations
-- assessed in both on the line they follow (in the population at the later one's end): how many of those that failed the
-- earlier failed the later again. A new code failed the earlier cycle if the line it continues did. `base_share` is what
-- a guess without knowledge of the past would hit, `lift` how much better 'failed last time' hits, `recall` the part of
-- the later failures it names.
create macro persistence_as_at(day) as table
  with cycles as (
    select practice, cycle, cycle_end, lead(cycle) over later as next_cycle, lead(cycle_end) over later as next_end
    from cycle_as_at(day)
    join practice as p using (practice)
    where p.cycle_kind <> 'inspection'
    window later as (partition by practice order by cycle_end)
  ),
  pairs as (
    select organisation, practice, joined_on,
      unnest(list_transform(range(1, len(marks)), lambda position: {
        'ends_on': ends_on[position], 'next_on': ends_on[position + 1],
        'failed_before': marks[position] = '1', 'failed_after': marks[position + 1] = '1'})) as pair
    from followed_line_as_at(day)
  ),
  counted as (
    select c.practice, n.type, c.cycle as from_cycle, c.next_cycle as to_cycle, c.next_end as to_cycle_end,
      count(*) as organisations,
      count(*) filter (where pair.failed_before) as failed_before,
      count(*) filter (where pair.failed_after) as failed_after,
      count(*) filter (where pair.failed_before and pair.failed_after) as failed_again
    from pairs as m
    join cycles as c on c.practice = m.practice and c.cycle_end = pair.ends_on and c.next_end = pair.next_on
    join practice as p on p.practice = m.practice
    join organisation_as_at(day) as n on n.ods_code = m.organisation
    where is_counted(n.scope, n.opened_on, n.closed_on, c.next_end) and asks(p.applies_to, n.type, c.next_end)
      and (m.joined_on is null or pair.next_on >= m.joined_on)
    group by all
  )
  select practice, type, from_cycle, to_cycle, to_cycle_end, organisations, failed_before, failed_after, failed_again,
    failed_again / nullif(failed_before, 0) as persistence,
    wilson_lower(failed_again, failed_before) as lower, wilson_upper(failed_again, failed_before) as upper,
    (failed_after - failed_again) / nullif(organisations - failed_before, 0) as failed_anew,
    failed_after / organisations as base_share,
    (failed_again / nullif(failed_before, 0)) / nullif(failed_after / organisations, 0) as lift,
    failed_again / nullif(failed_after, 0) as recall
  from counted;
comment on macro table persistence_as_at is 'Of those that failed a cycle, how many failed the next again: the two-state chain per practice, type and pair of cycles';
