-- One row is an organisation and a cycle of one practice: the squares of its strip, as known on a day.
-- Reads outcome_as_at, lineage_as_at, followed_line_as_at, organisation_as_at, practice, source_file.
-- A new code shows the cycles of the line it continues, those of its parts as inherited; who existed before its own. An organisation
-- has no square for cycles that ended before it opened; of an inspection there is one only where one took place.
-- :codes, :cycles and :ends are lists with blanks between.
-- outcome: what practice.silence says where nothing was received. cycles of different series cannot be compared.
with asked as (
  select unnest(string_split(:codes, ' ')) as ods_code
),
axis as (
  select unnest(string_split(:cycles, ' ')) as cycle, cast(unnest(string_split(:ends, ' ')) as date) as cycle_end
),
line as (
  select l.organisation, l.members, l.handovers
  from lineage_as_at(:as_at) as l
  join followed_line_as_at(:as_at) as r on r.organisation = l.organisation and r.line = l.line
  where r.practice = :practice and l.organisation in (select ods_code from asked)
),
tenure as (
  select ods_code as organisation, ods_code as member, cast(null as date) as until_on, cast(null as date) as from_on
  from asked
  where ods_code not in (select organisation from line)
  union all
  select organisation, unnest(members), unnest(list_prepend(null, handovers)), unnest(list_append(handovers, null))
  from line
),
known as (
  select *
  from outcome_as_at(:as_at)
  where practice = :practice and cycle in (select cycle from axis)
    and ods_code in (select member from tenure)
)
select t.organisation as ods_code, x.cycle, x.cycle_end,
  case
    when not asks(p.applies_to, n.type, x.cycle_end) then 'not_applicable'
    else cast(coalesce(o.outcome, p.silence) as varchar)
  end as outcome,
  o.value, o.numerator, o.denominator,
  coalesce(o.is_late, false) as is_late,
  case
    when not list_contains(p.applies_to, n.type) then 'does not apply to this kind of organisation'
    when not asks(p.applies_to, n.type, x.cycle_end) then 'this kind of organisation does not answer for this cycle'
    when o.outcome is null and p.silence = 'not_applicable' then 'nothing fell due in this cycle'
    when o.outcome is null then 'nothing received about this cycle'
    else o.reason
  end as reason,
  f.as_at as file_as_at,
  case when t.member <> t.organisation then n.name end as inherited_from,
  e.series
from tenure as t
join axis as x
  on (t.until_on is null or x.cycle_end < t.until_on) and (t.from_on is null or x.cycle_end >= t.from_on)
join organisation_as_at(:as_at) as n on n.ods_code = t.member
join practice as p on p.practice = :practice
left join known as o on o.ods_code = t.member and o.cycle = x.cycle
left join source_file as f on f.source_file_id = o.source_file_id
left join edition as e on e.edition = x.cycle
where (n.opened_on is null or n.opened_on <= x.cycle_end)
  and (n.closed_on is null or n.closed_on > x.cycle_end)
  and (p.cycle_kind <> 'inspection' or o.outcome is not null)
order by t.organisation, x.cycle_end
