-- windows-migration: one row is an organisation and month, judged on the month's last inventory of the organisation.
-- reads: device_support, organisation
-- rule: active Windows clients on a release in the vendor's own support / active Windows clients >= :threshold. Paid
--   extension and central cover are not vendor support (domain 4). Not met when even with all unknown releases the share
--   would stay below; between the two the unknown could decide, so not assessed.
-- null: value when there is no active client; known_to, for a month is judged once.
with inventory as (
  select d.ods_code, d.night,
    coalesce(sum(d.active_devices) filter (where d.family = 'client'), 0) as clients,
    coalesce(sum(d.active_devices) filter (where d.family = 'client' and d.support = 'supported'), 0) as supported,
    coalesce(sum(d.active_devices) filter (where d.family = 'client' and coalesce(d.support, 'unknown') = 'unknown'), 0)
      as unknown,
    min(d.first_row) as first_row
  from device_support as d
  join organisation as o on o.ods_code = d.ods_code
  group by d.ods_code, d.night
),
last_of_month as (
  select *
  from inventory
  qualify row_number() over (partition by ods_code, date_trunc('month', night) order by night desc) = 1
),
judged as (
  select *,
    case
      when clients = 0 then 'not_assessed'
      when supported / clients >= :threshold then 'met'
      when (supported + unknown) / clients < :threshold then 'not_met'
      else 'not_assessed'
    end as outcome
  from last_of_month
)
select ods_code, date_format(night, 'yyyy-MM') as cycle, last_day(night) as cycle_end, outcome,
  case when clients > 0 then supported / clients end as value,
  cast(supported as double) as numerator, cast(clients as double) as denominator,
  false as is_late,
  case
    when clients = 0 then 'no active Windows client in the inventory'
    when outcome = 'not_assessed' then concat(unknown, ' clients do not say their release, and they could decide')
    when outcome = 'not_met'
      then concat(clients - supported - unknown, ' clients are past vendor support, ', unknown, ' do not say their release')
  end as reason,
  night as known_from, cast(null as date) as known_to,
  first_row.source_file_id as source_file_id, first_row.line as line
from judged
