-- system_support: one row is an operating system that the policy lists and a known version of its vendor's support.
-- reads: inventory_system, os_platform, landed_support_catalogue
-- rule: the catalogue's cycle is the release's: for LTSC the one that ends in -e-lts, else in -lts; for any other the one
--   that ends in -e, else the plain one (service pack not said: the newest). Whatever cycles it lists, a system is judged
--   once, by the newest statement known. Before its catalogue's first file a system is not catalogued.
-- null: version and edition_tag where the inventory does not say; ends_on without a known end; known_to while it stands.
-- keyed by: content
with statement as (
  select product as catalogue, lower(cycle) as cycle, ends_on, end_stated, as_at
  from landed_support_catalogue
  qualify row_number() over (
    partition by product, lower(cycle), as_at
    order by said_at desc, end_stated, ends_on, cycle, source_file_id, line) = 1
),
catalogued as (
  select catalogue, min(as_at) as first_on
  from statement
  group by catalogue
),
listed as (
  select distinct s.os_platform, s.version, s.edition_tag, p.product, p.family, p.catalogue,
    p.cycle like '%{version}%' as is_by_version,
    replace(p.cycle, '{version}', coalesce(lower(s.version), '?')) as cycle,
    concat_ws('/', s.os_platform, coalesce(s.version, '-'), coalesce(s.edition_tag, '-')) as name
  from inventory_system as s
  join os_platform as p on lower(p.os_platform) = lower(s.os_platform)
),
named as (
  select *,
    case
      when not is_by_version then ''
      when edition_tag = 'LTSC' then 'LTSC'
      else 'Enterprise (assumed)'
    end as edition,
    case
      when is_by_version and edition_tag = 'LTSC' then array('-e-lts', '-lts')
      else array('-e', '')
    end as endings,
    case
      when is_by_version and version is null then ''
      when cycle like '%-%' and product in ('Windows 10', 'Windows 11') then upper(substr(cycle, 4))
      else coalesce(version, '')
    end as release
  from listed
),
candidate as (
  select n.name, s.as_at, s.ends_on, s.end_stated,
    array_position(n.endings, substr(s.cycle, length(n.cycle) + 1)) as place
  from named as n
  join statement as s
    on s.catalogue = n.catalogue and startswith(s.cycle, n.cycle)
    and array_contains(n.endings, substr(s.cycle, length(n.cycle) + 1))
),
point as (
  select name, date'1900-01-01' as known_from from named
  union
  select n.name, c.first_on from named as n join catalogued as c on c.catalogue = n.catalogue
  union
  select name, as_at from candidate
),
state as (
  select p.name, p.known_from,
    max_by(struct(c.ends_on, c.end_stated), struct(-c.place, c.as_at)) as stated,
    count(c.as_at) > 0 as is_listed
  from point as p
  left join candidate as c on c.name = p.name and c.as_at <= p.known_from
  group by p.name, p.known_from
),
changed as (
  select s.*, p.first_on is not null and p.first_on <= s.known_from as is_catalogued,
    n.os_platform, n.version, n.edition_tag, n.product, n.family, n.release, n.edition
  from state as s
  join named as n on n.name = s.name
  left join catalogued as p on p.catalogue = n.catalogue
),
version_of as (
  select *
  from changed
  qualify not struct(stated, is_listed, is_catalogued)
    <=> lag(struct(stated, is_listed, is_catalogued)) over (partition by name order by known_from)
)
select os_platform, version, edition_tag, product, family, release, edition, is_catalogued, is_listed,
  stated.ends_on as ends_on, stated.end_stated as end_stated, known_from,
  lead(known_from) over (partition by name order by known_from) as known_to
from version_of
