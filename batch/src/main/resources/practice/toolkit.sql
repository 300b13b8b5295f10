-- toolkit: one row is what was said of an organisation's return for an edition, from a day on.
-- reads: toolkit_status, ig_toolkit_result
-- rule: met when published at Standards Met or Exceeded (domain 3.1). To 17/18 the IG Toolkit's final submission: level 2
--   on every requirement (3.4).
-- null: value, for the outcome is not a share.
select ods_code, edition, known_from as said_on, if(outcome in ('exceeded', 'met'), 'met', 'not_met') as answer,
  published_on, cast(null as double) as value, cast(null as double) as numerator, cast(null as double) as denominator,
  case outcome
    when 'not_published' then 'this edition was not published by its deadline'
    when 'approaching' then 'published as Approaching Standards, which is below the standard'
    when 'entry_level' then 'published at Entry Level, which is below the standard'
    when 'not_met' then 'published as Standards Not Met'
  end as reason,
  source_file_id, line
from toolkit_status
union all
select ods_code, edition, known_from, if(at_level_2 = requirements, 'met', 'not_met'), null, null, null, null,
  case when at_level_2 < requirements then concat(
    'below level 2 on ', requirements - at_level_2, ' of ', requirements, ' requirements of the IG Toolkit') end,
  source_file_id, line
from ig_toolkit_result
