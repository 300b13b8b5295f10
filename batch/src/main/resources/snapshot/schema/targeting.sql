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
