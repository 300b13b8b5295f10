-- Organisations, where they belong and what became of them.

create table region (
  code varchar primary key,
  name varchar not null
);
comment on table region is 'NHS regions of England, seven rows in real data';
comment on column region.code is 'ODS code of the region, such as Y56';
comment on column region.name is 'Name of the region';

create table icb (
  code varchar primary key,
  name varchar not null,
  region_code varchar
);
comment on table icb is 'Integrated care boards, one row each';
comment on column icb.code is 'ODS code of the board, such as QHM';
comment on column icb.name is 'Name of the board; its code where no file names it';
comment on column icb.region_code is 'Region it belongs to';

create table organisation (
  ods_code varchar primary key,
  name varchar not null,
  type varchar not null,
  sector varchar,
  region_code varchar,
  icb_code varchar,
  parent_code varchar,
  opened_on date,
  closed_on date,
  in_scope boolean not null,
  scope scope not null,
  peer_group varchar not null,
  listed_in_ods boolean not null,
  source_file_id varchar,
  line bigint,
  check (in_scope = (scope = 'in_scope'))
);
comment on table organisation is 'Organisations as they are now, one row each: everything ODS lists or a toolkit export names';
comment on column organisation.ods_code is 'ODS code, upper case';
comment on column organisation.name is 'Name without its code';
comment on column organisation.type is 'Kind of organisation: by ODS file and setting; by declared sector where ODS does not list it';
comment on column organisation.sector is 'Primary sector as the organisation declared it in its newest toolkit row; self-declared and dirty';
comment on column organisation.region_code is 'NHS region; null when unknown';
comment on column organisation.icb_code is 'Integrated care board; null when unknown';
comment on column organisation.parent_code is 'Parent organisation in ODS; null when none';
comment on column organisation.opened_on is 'Opening date in ODS; null when not given';
comment on column organisation.closed_on is 'Closing date in ODS; null while open';
comment on column organisation.in_scope is 'True when it counts in the figures of England today: scope is in_scope';
comment on column organisation.scope is 'in_scope, or why it is left out today: closed, dormant, proposed, welsh, other_kind (not a kind that answers)';
comment on column organisation.peer_group is 'Like organisations to compare with: type, and size where devices are known';
comment on column organisation.listed_in_ods is 'False when only a toolkit export names it';
comment on column organisation.source_file_id is 'File of the newest row about it';
comment on column organisation.line is 'Line of that row';

create table organisation_version (
  ods_code varchar not null,
  name varchar not null,
  type varchar not null,
  sector varchar,
  region_code varchar,
  icb_code varchar,
  parent_code varchar,
  opened_on date,
  closed_on date,
  state varchar not null,
  listed_in_ods boolean not null,
  known_from date not null,
  known_to date,
  source_file_id varchar not null,
  line bigint not null,
  primary key (ods_code, known_from),
  check (state in ('open', 'closed', 'dormant', 'proposed', 'welsh', 'other_kind'))
);
comment on table organisation_version is 'What was known of an organisation through time, one row an organisation and known version: name, kind, place and dates as ODS lists, toolkit exports and successions said. As at a day: organisation_as_at(day)';
comment on column organisation_version.ods_code is 'Organisation';
comment on column organisation_version.name is 'Name without its code';
comment on column organisation_version.type is 'Kind of organisation by ODS file and setting; by declared sector where no ODS list names it';
comment on column organisation_version.sector is 'Primary sector as the organisation declared it in its toolkit row';
comment on column organisation_version.region_code is 'NHS region of England; null when none is given';
comment on column organisation_version.icb_code is 'Integrated care board; null when none is given';
comment on column organisation_version.parent_code is 'Parent organisation; null when none';
comment on column organisation_version.opened_on is 'Opening date; null when not given';
comment on column organisation_version.closed_on is 'Closing date, that of its succession where the lists have not caught up; null while open';
comment on column organisation_version.state is 'open, closed, dormant or proposed as its list says; welsh or other_kind where it is not England''s to count';
comment on column organisation_version.listed_in_ods is 'False when only a toolkit export names it';
comment on column organisation_version.known_from is 'As-at of what first said so';
comment on column organisation_version.known_to is 'As-at of what first said otherwise; null while it stands';
comment on column organisation_version.source_file_id is 'File that said so first';
comment on column organisation_version.line is 'Line of that row';

create table answering_period (
  type varchar primary key,
  first_end date,
  last_end date
);
comment on table answering_period is 'Types that answer only for cycles that end within a period, one row a type (policy data): sub-ICB locations to 21/22, boards from 22/23';
comment on column answering_period.type is 'Organisation type';
comment on column answering_period.first_end is 'First end of a cycle it answers for; null for no bound';
comment on column answering_period.last_end is 'Last end of a cycle it answers for; null for no bound';

create table succession (
  predecessor varchar not null,
  successor varchar not null,
  effective_on date not null,
  reason varchar not null,
  known_from date not null,
  source_file_id varchar,
  line bigint,
  primary key (predecessor, successor, effective_on)
);
comment on table succession is 'Which organisation took over from which, one row a link; many-to-one is a merger, one-to-many a split';
comment on column succession.predecessor is 'ODS code of the earlier organisation';
comment on column succession.successor is 'ODS code of the later organisation';
comment on column succession.effective_on is 'Day from which the successor acts';
comment on column succession.reason is 'code_change, type_change, reconfiguration or unknown';
comment on column succession.known_from is 'As-at of the first file that said so: before it nobody knew';
comment on column succession.source_file_id is 'File that says so';
comment on column succession.line is 'Line of that row';
