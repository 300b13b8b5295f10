-- Twelve made-up trusts in two regions: XA0 to XA3 fail 21/22, XA0 and XA1 failed 20/21 too.
insert into vocabulary values
  ('organisation_type', 'trust', 'trust', 'trusts', 1, 'NHS trust or care trust.', null),
  ('outcome', 'met', 'Met', null, 1, 'The organisation did what the practice asks in this cycle.', null),
  ('outcome', 'not_met', 'Not met', null, 2, 'It was assessed, and it did not.', null),
  ('outcome', 'not_assessed', 'Not assessed', null, 3, 'Nothing that was received lets us say.', null),
  ('outcome', 'not_applicable', 'Not applicable', null, 4, 'The practice does not apply.', null),
  ('cycle_kind', 'edition', 'edition', 'editions', 1, 'Yearly edition of the toolkit.', null);
insert into region values ('Y01', 'Upper Region'), ('Y02', 'Lower Region');
insert into source values ('dspt', 'Toolkit search results', 31, 'Status', true);
insert into source_file values
  ('f1', 'dspt', 'search.csv', 'aa', '2022-09-09', '2022-09-10', 'accepted', 'v4', 24, 24, 0, 0, null, true),
  ('f0', 'dspt', 'search-old.csv', 'ab', '2021-07-01', '2021-07-01', 'accepted', 'v4', 24, 24, 0, 0, null, true);
insert into edition values
  ('20/21', '2020-10-01', '2021-06-30', 'dspt'), ('21/22', '2021-08-01', '2022-06-30', 'dspt');
insert into practice values ('toolkit', 'Toolkit return at the standard',
  'Did the organisation publish this edition of the toolkit at Standards Met or better?', ['trust'], 'edition', null,
  'high', 'organisations that published at Standards Met or better', 'organisations whose status is known',
  'It is the measure of basic practice.', 'DSPT', 2, 3, 1, 'not_assessed', 1, '');
insert into organisation_version
select 'XA' || n, 'Made-up Trust ' || n, 'trust', null, 'Y0' || (1 + n % 2), null, null, null, null, 'open', true,
  date '2014-04-01', null, 'f1', n + 2
from range(12) as t(n);
insert into organisation by name select * from organisation_as_at(date '2022-09-10');
insert into practice_outcome
select 'XA' || n, 'toolkit', e.edition, e.deadline,
  cast(case when n < 4 and e.edition = '21/22' or n < 2 or n = 7 and e.edition = '20/21' then 'not_met' else 'met' end
    as outcome),
  null, null, null, false, null, e.deadline + 1, null, 'f1', n + 2
from range(12) as t(n), edition as e;
insert into repeat_failure by name select * from repeat_failure_as_at(date '2022-09-10');
insert into trend by name select * from trend_as_at(date '2022-09-10');
