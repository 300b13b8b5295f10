-- What may tell whom to inspect.

create table targeting_signal (
  as_of date not null,
  ods_code varchar not null,
  signal varchar not null,
  value double not null,
  primary key (as_of, ods_code, signal)
);
comment on table targeting_signal is 'What was known of an organisation at a month''s end that may tell whom to inspect, one row a day, organisation and signal';
comment on column targeting_signal.as_of is 'Day: only what was known then goes in';
comment on column targeting_signal.ods_code is 'Organisation';
comment on column targeting_signal.signal is 'Name of the signal; the words stand in vocabulary signal';
comment on column targeting_signal.value is 'Its value; the unit stands in the vocabulary';

create table signal (
  signal varchar primary key,
  practice varchar not null,
  what varchar not null,
  check (what in ('failing', 'streak', 'value', 'gap', 'missed_share', 'denominator', 'failing_despite_claim'))
);
comment on table signal is 'Which practice a signal for targeting is taken from and how, one row a signal (policy data)';
comment on column signal.signal is 'Name of the signal; the words stand in vocabulary signal';
comment on column signal.practice is 'Practice whose known outcomes it is taken from';
comment on column signal.what is 'failing (1 when the newest assessed cycle is not met, else 0), streak (cycles failed in a row), value and denominator (of the newest), gap (1 - value), missed_share (1 - numerator / denominator of a year), failing_despite_claim (failing while the toolkit return claims the standard)';
