-- Practices, their outcomes and what follows from them.

create table practice (
  practice varchar primary key,
  title varchar not null,
  question varchar not null,
  applies_to varchar[] not null,
  cycle_kind varchar not null,
  threshold double,
  good varchar not null,
  numerator varchar not null,
  denominator varchar not null,
  why varchar not null,
  rule_source varchar not null,
  repeat_failed integer not null,
  repeat_of integer not null,
  position integer not null,
  silence outcome not null default 'not_assessed',
  debounce integer not null default 1,
  version varchar not null default '',
  check (silence in ('not_assessed', 'not_applicable'))
);
comment on table practice is 'What an organisation must do, one row a practice, as the policy says';
comment on column practice.practice is 'Name of the practice';
comment on column practice.title is 'What a person calls it';
comment on column practice.question is 'The question it answers';
comment on column practice.applies_to is 'Organisation types it applies to; for all others it is not applicable';
comment on column practice.cycle_kind is 'edition, month, quarter or inspection';
comment on column practice.threshold is 'Value at which it is met; null where the outcome is not a share';
comment on column practice.good is 'high or low: which direction of the value is good';
comment on column practice.numerator is 'What is counted above the line, in words; null value where there is none';
comment on column practice.denominator is 'What is counted below the line, in words';
comment on column practice.why is 'Why it matters';
comment on column practice.rule_source is 'Where the rule comes from';
comment on column practice.repeat_failed is 'Repeated failing: at least this many cycles failed …';
comment on column practice.repeat_of is '… of this many newest assessed cycles, the newest among them';
comment on column practice.position is 'Order in lists';
comment on column practice.debounce is 'Assessed cycles in a row that settle an outcome, before a change of it is told';
comment on column practice.version is 'Hash of everything that decides its outcomes: its entry, its .sql, the facts that reads, their parameters';
comment on column practice.silence is 'What no row about an organisation and cycle means: not_assessed, or not_applicable where every duty leaves a trace (no alert or incident fell due)';

create table practice_outcome (
  ods_code varchar not null,
  practice varchar not null,
  cycle varchar not null,
  cycle_end date not null,
  outcome outcome not null,
  value double,
  numerator double,
  denominator double,
  is_late boolean not null,
  reason varchar,
  known_from date not null,
  known_to date,
  source_file_id varchar,
  line bigint,
  primary key (ods_code, practice, cycle, known_from),
  check (known_to is null or known_to > known_from)
);
comment on table practice_outcome is 'Every known version of every outcome, one row an organisation, practice, cycle and version. No row means what practice.silence says: nothing is known, so not assessed; or nothing fell due, so not applicable';
comment on column practice_outcome.ods_code is 'Organisation';
comment on column practice_outcome.practice is 'Practice';
comment on column practice_outcome.cycle is 'Edition (21/22), month (2022-09), quarter (2022-Q3) or inspection id';
comment on column practice_outcome.cycle_end is 'Deadline of the edition, last day of the month or quarter, day of the inspection';
comment on column practice_outcome.outcome is 'met, not_met, not_assessed or not_applicable';
comment on column practice_outcome.value is 'numerator / denominator where there is one, 0..1';
comment on column practice_outcome.numerator is 'What is counted above the line; see practice.numerator';
comment on column practice_outcome.denominator is 'What is counted below the line; see practice.denominator';
comment on column practice_outcome.is_late is 'Met, but only after the deadline';
comment on column practice_outcome.reason is 'Why, as a sentence; always given when not assessed';
comment on column practice_outcome.known_from is 'Day from which this was known';
comment on column practice_outcome.known_to is 'Day from which something else was known; null while it stands';
comment on column practice_outcome.source_file_id is 'File behind the figure';
comment on column practice_outcome.line is 'Line in that file; the first of several';

create table repeat_failure (
  ods_code varchar not null,
  practice varchar not null,
  cycles_assessed integer not null,
  cycles_failed integer not null,
  current_streak integer not null,
  longest_streak integer not null,
  own_streak integer not null,
  inherited_streak integer not null,
  failing_since date,
  since_before boolean not null,
  repeated boolean not null,
  inherited_from varchar,
  last_cycle varchar not null,
  last_cycle_end date not null,
  last_outcome outcome not null,
  primary key (ods_code, practice)
);
comment on table repeat_failure is 'Who fails again and again, one row an organisation in scope and practice with at least one assessed cycle; as at the snapshot''s night. Any other day: repeat_failure_as_at(day)';
comment on column repeat_failure.ods_code is 'Organisation';
comment on column repeat_failure.practice is 'Practice';
comment on column repeat_failure.cycles_assessed is 'Cycles with outcome met or not met, inherited ones included';
comment on column repeat_failure.cycles_failed is 'Of these, not met';
comment on column repeat_failure.current_streak is 'Assessed cycles failed in a row up to the newest; a cycle not assessed neither adds nor ends it';
comment on column repeat_failure.longest_streak is 'Longest such run ever';
comment on column repeat_failure.own_streak is 'Failed in a row under its own code';
comment on column repeat_failure.inherited_streak is 'Longest streak that what it was made of, or took over, had on the day it did; 0 when nothing';
comment on column repeat_failure.failing_since is 'End of the first cycle of the current streak; null when the newest is met';
comment on column repeat_failure.since_before is 'True when the first cycle known of it failed: failing since before';
comment on column repeat_failure.repeated is 'Failed repeat_failed of the newest repeat_of assessed cycles, and the newest';
comment on column repeat_failure.inherited_from is 'Codes of the organisations whose cycles it continues, oldest first, joined by >; null when all cycles are its own';
comment on column repeat_failure.last_cycle is 'Newest assessed cycle';
comment on column repeat_failure.last_cycle_end is 'Its end';
comment on column repeat_failure.last_outcome is 'Its outcome: met or not_met';

create table trend (
  practice varchar not null,
  cycle varchar not null,
  cycle_end date not null,
  group_kind varchar not null,
  group_code varchar not null,
  met bigint not null,
  not_met bigint not null,
  not_assessed bigint not null,
  not_applicable bigint not null,
  share_met double,
  lower double,
  upper double,
  primary key (practice, cycle, group_kind, group_code)
);
comment on table trend is 'Organisations by outcome, one row a practice, cycle and group; as at the snapshot''s night. Any other day: trend_as_at(day). Inspections are counted by quarter';
comment on column trend.practice is 'Practice';
comment on column trend.cycle is 'Cycle';
comment on column trend.cycle_end is 'End of the cycle';
comment on column trend.group_kind is 'england, region, icb, type; type_region and type_icb for one type within a region or board';
comment on column trend.group_code is 'ENGLAND, or the code of the region, board or type; type/code for the last two';
comment on column trend.met is 'Organisations that met it';
comment on column trend.not_met is 'Organisations that did not';
comment on column trend.not_assessed is 'Organisations to which it applies and of which nothing can be said';
comment on column trend.not_applicable is 'Organisations to which it does not apply';
comment on column trend.share_met is 'met / (met + not_met); null when none was assessed';
comment on column trend.lower is 'Lower end of the 95 % Wilson interval of share_met';
comment on column trend.upper is 'Upper end of that interval';

create table series_break (
  practice varchar not null,
  type varchar not null,
  cycle varchar not null,
  reason varchar not null,
  primary key (practice, type, cycle)
);
comment on table series_break is 'Cycles from which the figures of a type cannot be compared with earlier ones, one row a practice, type and cycle (policy data). Breaks for all types at once stand in edition.series';
comment on column series_break.practice is 'Practice';
comment on column series_break.type is 'Organisation type, such as trust, whose evidence changed';
comment on column series_break.cycle is 'First cycle of the new series, such as 24/25';
comment on column series_break.reason is 'What changed, as a sentence, or the recorded decision to re-base';
