-- windows-migration: one row is an organisation, month and known version of its estate.
-- reads: estate_month
-- rule: active Windows clients on a release in the vendor's own support / active Windows clients >= :threshold. Paid
--   extension and central cover are not vendor support (domain 4). Not met when even with all unknown releases the share
--   would stay below; between the two the unknown could decide, so not assessed.
-- null: value when there is no active client; known_to while the version stands.
with judged as (
  select *,
    case
      when clients = 0 then 'not_assessed'
      when clients_supported / clients >= :threshold then 'met'
      when (clients_supported + clients_unknown) / clients < :threshold then 'not_met'
      else 'not_assessed'
    end as outcome
  from estate_month
)
select ods_code, month_end as cycle_end, known_from, known_to, outcome,
  case when clients > 0 then clients_supported / clients end as value,
  cast(clients_supported as double) as numerator, cast(clients as double) as denominator,
  case
    when clients = 0 then 'no active Windows client in the inventory'
    when outcome = 'not_assessed'
      then concat(clients_unknown, ' clients do not say their release, and they could decide')
    when outcome = 'not_met'
      then concat(clients - clients_supported - clients_unknown, ' clients are past vendor support, ', clients_unknown,
        ' do not say their release')
  end as reason,
  source_file_id, line
from judged
