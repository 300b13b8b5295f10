-- charge: one row is a version of the time in which an organisation answers, where that time has a bound.
-- reads: organisation_version, organisation_in_ods, answering_period, edition
-- rule: a cycle that ends before first_end or after last_end is not charged: nobody answers for an end on or after the day
--   of closing, nor for one before the opening; some types answer within a period only (domain 3.1). An opening before the
--   first edition bounds nothing. Who closed and opened again does not answer for what ended from gap_from to the day
--   before gap_to.
-- null: the bound that there is not, and its reason; known_to while the version stands.
-- keyed by: content
with earliest as (
  select min(opens_on) as opens_on from edition
),
moment as (
  select ods_code, known_from from organisation_version
  union
  select ods_code, known_from from organisation_in_ods
),
bounded as (
  select v.ods_code, m.known_from,
    case when v.opened_on > e.opens_on then v.opened_on end as opened_on, v.closed_on,
    case when l.last_closed_on <= l.last_opened_on then l.last_closed_on end as gap_from,
    case when l.last_closed_on <= l.last_opened_on then l.last_opened_on end as gap_to,
    cast(p.first_end as date) as type_first, cast(p.last_end as date) as type_last
  from moment as m
  join organisation_version as v
    on v.ods_code = m.ods_code and v.known_from <= m.known_from and (v.known_to is null or v.known_to > m.known_from)
  left join organisation_in_ods as l
    on l.ods_code = m.ods_code and l.known_from <= m.known_from and (l.known_to is null or l.known_to > m.known_from)
  cross join earliest as e
  left join answering_period as p on p.type = v.type
),
stated as (
  select ods_code, known_from,
    struct(greatest(opened_on, type_first) as first_end, least(date_sub(closed_on, 1), type_last) as last_end,
      gap_from, gap_to,
      case
        when opened_on >= type_first or type_first is null then concat('opened on ', opened_on)
        else concat('organisations of this kind answer for what ends on or after ', type_first)
      end as first_reason,
      case
        when date_sub(closed_on, 1) <= type_last or type_last is null then concat('closed on ', closed_on)
        else concat('organisations of this kind answer for what ended by ', type_last)
      end as last_reason) as said
  from bounded
),
compared as (
  select *, lag(said) over (partition by ods_code order by known_from) as before
  from stated
),
version as (
  select ods_code, said.*, known_from, lead(known_from) over (partition by ods_code order by known_from) as known_to
  from compared
  where not (before <=> said)
)
select *
from version
where first_end is not null or last_end is not null or gap_from is not null
