-- device: one row is a device on an inventory day, whatever agent reported it.
-- reads: landed_agents_mde, landed_agents_deviceinfo, landed_agents_osquery
-- rule: the days in :touched only. source is the agent that saw it last. A device that stands in several files or events
--   of one day counts once, as last seen; of two moments alike the content decides. Fleet names system, edition and release in one text; its host is onboarded, and healthy unless Fleet has lost
--   it or has not seen it for 7 days (as Defender calls a device inactive). A build is kept where it says the revision.
-- null: what the inventory does not say.
with fleet as (
  select *,
    case
      when platform = 'windows' then
        case
          when os_version like 'Windows Server%' then
            concat('WindowsServer', regexp_replace(regexp_extract(os_version, '^Windows Server ([0-9]{4}( R2)?)', 1), ' ', ''))
          when os_version rlike '^Windows (XP|Vista)' then
            concat('Windows', regexp_extract(os_version, '^Windows (XP|Vista)', 1))
          when os_version rlike '^Windows [0-9]' then
            concat('Windows', regexp_extract(os_version, '^Windows ([0-9.]+)', 1))
          else os_version
        end
      when platform = 'darwin' then 'macOS'
      else platform
    end as os_platform,
    case
      when platform = 'windows' then nullif(regexp_extract(os_version, '([12][0-9]H[12]|\\b(?:1[5-9]|20)[0-9]{2})$', 1), '')
      else nullif(regexp_extract(os_version, '([0-9]+(\\.[0-9]+)*)$', 1), '')
    end as version
  from landed_agents_osquery
),
reported as (
  select 'agents-mde' as source, as_at, device_id, last_seen, os_platform, version, edition_tag, os_build, onboarding,
    health, ods_tag, rbac_group, source_file_id, line
  from landed_agents_mde
  union all
  select 'agents-deviceinfo', as_at, device_id, last_seen, os_platform, version, edition_tag,
    case when os_revision is null then os_build else concat(os_build, '.', os_revision) end,
    onboarding, health, ods_tag, rbac_group, source_file_id, line
  from landed_agents_deviceinfo
  union all
  select 'agents-osquery', as_at, device_id, last_seen, os_platform,
    case when os_platform like 'WindowsServer%' then null else version end,
    case when os_version rlike '(?i)lts[cb]' then 'LTSC' end,
    case when os_build rlike '^[0-9]+(\\.[0-9]+)*$' then os_build end,
    'Onboarded',
    case
      when status in ('mia', 'missing') or date_diff(as_at, to_date(last_seen)) > 7 then 'Inactive'
      else 'Active'
    end,
    cast(null as string), cast(team as string), source_file_id, line
  from fleet
),
asked as (
  select *
  from reported
  where array_contains(:touched, as_at)
),
-- two devices of one hash are few, and told apart below
repeated as (
  select as_at, xxhash64(device_id) as device_hash
  from asked
  group by all
  having count(*) > 1
),
newest as (
  -- nearly all devices are reported once: only the others are sorted
  select /*+ broadcast(r) */ a.*
  from asked as a
  left anti join repeated as r on r.as_at = a.as_at and r.device_hash = xxhash64(a.device_id)
  union all
  select /*+ broadcast(r) */ a.*
  from asked as a
  join repeated as r on r.as_at = a.as_at and r.device_hash = xxhash64(a.device_id)
  qualify row_number() over (
    partition by a.as_at, a.device_id
    order by a.last_seen desc, a.source, a.ods_tag, a.rbac_group, a.os_platform, a.version, a.edition_tag, a.os_build,
      a.onboarding, a.health, a.source_file_id, a.line) = 1
)
select source, as_at, device_id, last_seen, os_platform,
  nullif(upper(trim(regexp_replace(version, '(?i)lts[cb]', ''))), '') as version,
  coalesce(edition_tag, case when version rlike '(?i)lts[cb]' then 'LTSC' end) as edition_tag,
  case when os_build like '%.%' then os_build end as os_build,
  onboarding, health, ods_tag, rbac_group, source_file_id, line
from newest
