from (
  from cycle_outcome_as_at(:day, 'incident-reporting', '2022-Q1')
  union all
  from cycle_outcome_as_at(:day, 'toolkit', '20/21')
) where ods_code in ('RC1', 'RC5', 'PH1')
