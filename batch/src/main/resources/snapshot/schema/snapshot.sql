-- The file itself: what it is, its words, its dictionary, its checks and what changed since the one before.

create table snapshot (
  snapshot_id varchar primary key,
  night date not null,
  schema_version integer not null,
  policy_version varchar not null,
  published_at timestamp not null,
  synthetic boolean not null
);
comment on table snapshot is 'This file: what it is, when it was made and from which policy. One row.';
comment on column snapshot.snapshot_id is 'Name of the snapshot: its night and the start of the hash of its content';
comment on column snapshot.night is 'Day the night was run for: nothing known later is in the file';
comment on column snapshot.schema_version is 'Version of this contract; it grows when a column goes or changes its meaning';
comment on column snapshot.policy_version is 'Version of the rules: a hash of practices.yaml and of the .sql files and tables of the policy that decide an outcome';
comment on column snapshot.published_at is 'When the file was made (UTC)';
comment on column snapshot.synthetic is 'True when every file taken in is made up: no real organisation is described';

create table vocabulary (
  vocabulary varchar not null,
  code varchar not null,
  label varchar not null,
  label_plural varchar,
  position integer not null,
  meaning varchar not null,
  source varchar,
  primary key (vocabulary, code)
);
comment on table vocabulary is 'The words people read for the codes in the other tables';
comment on column vocabulary.vocabulary is 'Which list of codes, such as outcome or organisation_type';
comment on column vocabulary.code is 'The code as it stands in the tables';
comment on column vocabulary.label is 'What a person reads, for one';
comment on column vocabulary.label_plural is 'What a person reads, for several; null where counting makes no sense';
comment on column vocabulary.position is 'Order in lists and charts';
comment on column vocabulary.meaning is 'One sentence that explains the word';
comment on column vocabulary.source is 'Where the meaning comes from';

create table change (
  night date not null,
  ods_code varchar,
  kind varchar not null,
  practice varchar,
  detail varchar not null
);
comment on table change is 'What changed since the night before, one row a thing';
comment on column change.night is 'Night that brought it';
comment on column change.ods_code is 'Organisation; null for a change of method';
comment on column change.kind is 'newly_failing, recovered, newly_repeated, late_correction, merged, dark or method';
comment on column change.practice is 'Practice; null where it concerns none or all';
comment on column change.detail is 'The change as a sentence';

create table check_result (
  name varchar primary key,
  fact varchar not null,
  severity varchar not null,
  statement varchar not null,
  violations bigint not null,
  example varchar
);
comment on table check_result is 'Checks made before this snapshot was published, one row each';
comment on column check_result.name is 'Name of the check';
comment on column check_result.fact is 'Table it looks at';
comment on column check_result.severity is 'fail (with a violation nothing is published) or warn (published, and told)';
comment on column check_result.statement is 'What must hold, as a sentence';
comment on column check_result.violations is 'Rows that break it; 0 when it holds';
comment on column check_result.example is 'One of them; null when it holds';

create table dataset (
  dataset varchar primary key,
  title varchar not null,
  grain varchar not null,
  description varchar not null
);
comment on table dataset is 'Tables of this file that people take away, one row each';
comment on column dataset.dataset is 'Name of the table';
comment on column dataset.title is 'What a person calls it';
comment on column dataset.grain is 'What one row is';
comment on column dataset.description is 'What it holds';

create table dataset_column (
  dataset varchar not null,
  column_name varchar not null,
  position integer not null,
  type varchar not null,
  unit varchar,
  description varchar not null,
  sensitivity sensitivity not null,
  primary key (dataset, column_name)
);
comment on table dataset_column is 'Data dictionary, one row a column of a dataset';
comment on column dataset_column.dataset is 'Name of the table';
comment on column dataset_column.column_name is 'Name of the column';
comment on column dataset_column.position is 'Order in the table, from 1';
comment on column dataset_column.type is 'Type in DuckDB';
comment on column dataset_column.unit is 'Unit of the values; null where there is none';
comment on column dataset_column.description is 'What it says';
comment on column dataset_column.sensitivity is 'public, internal (needs a sign-in) or restricted (planners)';
