-- What came in: landing files and the rows set aside.

create table source (
  source varchar primary key,
  title varchar not null,
  cadence_days integer,
  description varchar not null,
  is_whole boolean not null
);
comment on table source is 'Kinds of landing files, one row a source';
comment on column source.source is 'Name of the folder below landing/';
comment on column source.title is 'What a person calls it';
comment on column source.cadence_days is 'Days after which a new file is due; null where none is expected regularly';
comment on column source.is_whole is 'True when a delivery lists everything there is on its day; false when it lists what happened';
comment on column source.description is 'What the source says, in one sentence';

create table source_file (
  source_file_id varchar primary key,
  source varchar not null,
  name varchar not null,
  sha256 varchar not null,
  as_at date,
  night date not null,
  status file_status not null,
  layout varchar,
  rows_read bigint not null,
  rows_accepted bigint not null,
  rows_rejected bigint not null,
  rows_normalised bigint not null,
  message varchar,
  synthetic boolean not null,
  check (rows_read = rows_accepted + rows_rejected)
);
comment on table source_file is 'Landing files taken in or refused, one row a file';
comment on column source_file.source_file_id is 'Id of the file, made from its source and content';
comment on column source_file.source is 'Source it belongs to: the folder below landing/';
comment on column source_file.name is 'Path below landing/<source>/ when it was first seen';
comment on column source_file.sha256 is 'SHA-256 of the bytes as delivered';
comment on column source_file.as_at is 'Day the file speaks of; null when it was refused before that was known';
comment on column source_file.night is 'Night that took it in';
comment on column source_file.status is 'accepted, refused (no row taken in) or duplicate (the same bytes came before)';
comment on column source_file.layout is 'Vintage of the layout it was read with; null when refused or duplicate';
comment on column source_file.rows_read is 'Data rows in the file; rows_accepted + rows_rejected';
comment on column source_file.rows_accepted is 'Rows taken in';
comment on column source_file.rows_rejected is 'Rows set aside, each in rejected_row with its reason';
comment on column source_file.rows_normalised is 'Accepted rows of which something was put in order (trimmed, upper-cased, synonym)';
comment on column source_file.message is 'What a person should know: why refused, which file it duplicates, where the as-at came from';
comment on column source_file.synthetic is 'True when the file is listed as made up by the generator that wrote it';

create table rejected_row (
  source_file_id varchar not null,
  line bigint not null,
  column_name varchar,
  code varchar not null,
  reason varchar not null,
  raw varchar
);
comment on table rejected_row is 'Rows set aside, one row each: where it stands, what is wrong, what it said';
comment on column rejected_row.source_file_id is 'File it stands in';
comment on column rejected_row.line is 'Line in the file (first line is 1) where the row begins; a page of JSON may hold many rows on one line';
comment on column rejected_row.column_name is 'Column at fault; null when the row as a whole is';
comment on column rejected_row.code is 'Reason as a code; the words stand in vocabulary reject_reason';
comment on column rejected_row.reason is 'Reason as a sentence with the value and what was expected';
comment on column rejected_row.raw is 'The row as delivered, cut at 1,000 characters, personal data masked';

create table left_out (
  source varchar not null,
  source_file_id varchar,
  line bigint,
  code varchar not null,
  reason varchar not null,
  rows bigint not null
);
comment on table left_out is 'Accepted rows, or groups of them, that found no place in any figure, one row each: nothing vanishes unsaid';
comment on column left_out.source is 'Source of the rows';
comment on column left_out.source_file_id is 'File of the first of them; null where it is not one file''s';
comment on column left_out.line is 'Line of that row';
comment on column left_out.code is 'Why, as a code; the words stand in vocabulary left_out';
comment on column left_out.reason is 'Why, as a sentence with the value';
comment on column left_out.rows is 'Rows (of inventories: devices) that it stands for';

create table finding (
  source_file_id varchar not null,
  line bigint not null,
  column_name varchar not null,
  code varchar not null,
  value varchar
);
comment on table finding is 'Values that could not be read in rows that were taken in, one row a value: the column decides nothing, so the row stands without it';
comment on column finding.source_file_id is 'File it stands in';
comment on column finding.line is 'Line of its row';
comment on column finding.column_name is 'Column as the file names it';
comment on column finding.code is 'Why it cannot be read; the words stand in vocabulary reject_reason';
comment on column finding.value is 'The value as delivered, cut at 80 characters; masked where it may be personal';
