-- The contract between batch and dashboard: every table of a snapshot, its keys and checks, and a comment on
-- every table and column. The file is made from this text, so DuckDB itself refuses what breaks it.
-- Conventions: *_on is a date, *_at a UTC timestamp, a share lies in 0..1, known_from is inclusive, known_to is
-- exclusive and null while the version is the newest. Words for people stand in `vocabulary`.

create type outcome as enum ('met', 'not_met', 'not_assessed', 'not_applicable');
create type toolkit_outcome as enum ('exceeded', 'met', 'approaching', 'not_met', 'entry_level', 'not_published');
create type support as enum ('supported', 'extended', 'covered', 'unsupported', 'unknown');
create type file_status as enum ('accepted', 'refused', 'duplicate');
create type scope as enum ('in_scope', 'closed', 'dormant', 'proposed', 'welsh', 'other_kind');
create type sensitivity as enum ('public', 'internal', 'restricted');

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
  type varchar not null,
  region_code varchar,
  icb_code varchar,
  parent_code varchar,
  state varchar not null,
  known_from date not null,
  known_to date,
  source_file_id varchar not null,
  line bigint not null,
  primary key (ods_code, known_from)
);
comment on table organisation_version is 'What ODS lists said of an organisation''s kind and place through time, one row an organisation and known version: membership as it was';
comment on column organisation_version.ods_code is 'Organisation';
comment on column organisation_version.type is 'Kind of organisation by that list';
comment on column organisation_version.region_code is 'NHS region of England; null when none is given';
comment on column organisation_version.icb_code is 'Integrated care board; null when none is given';
comment on column organisation_version.parent_code is 'Parent organisation; null when none';
comment on column organisation_version.state is 'open, closed, dormant or proposed';
comment on column organisation_version.known_from is 'As-at of the first list that said so';
comment on column organisation_version.known_to is 'As-at of the first list that said otherwise; null while it stands';
comment on column organisation_version.source_file_id is 'List that said so first';
comment on column organisation_version.line is 'Line of that row';

create table succession (
  predecessor varchar not null,
  successor varchar not null,
  effective_on date not null,
  reason varchar not null,
  source_file_id varchar,
  line bigint,
  primary key (predecessor, successor, effective_on)
);
comment on table succession is 'Which organisation took over from which, one row a link; many-to-one is a merger, one-to-many a split';
comment on column succession.predecessor is 'ODS code of the earlier organisation';
comment on column succession.successor is 'ODS code of the later organisation';
comment on column succession.effective_on is 'Day from which the successor acts';
comment on column succession.reason is 'code_change, type_change, reconfiguration or unknown';
comment on column succession.source_file_id is 'File that says so';
comment on column succession.line is 'Line of that row';

create table edition (
  edition varchar primary key,
  opens_on date not null,
  deadline date not null,
  series varchar not null
);
comment on table edition is 'Editions of the yearly self-assessment and their deadlines (policy data)';
comment on column edition.edition is 'Edition as people write it: 21/22';
comment on column edition.opens_on is 'First day on which it could be published';
comment on column edition.deadline is 'Last day to publish; after it, an organisation that has not published has failed';
comment on column edition.series is 'Editions of one series can be compared; between series there is a break';

create table toolkit_status (
  ods_code varchar not null,
  edition varchar not null,
  outcome toolkit_outcome not null,
  published_on date,
  known_from date not null,
  known_to date,
  source_file_id varchar not null,
  line bigint not null,
  primary key (ods_code, edition, known_from)
);
comment on table toolkit_status is 'Every known version of every organisation''s toolkit status, one row an organisation, edition and version';
comment on column toolkit_status.ods_code is 'Organisation';
comment on column toolkit_status.edition is 'Edition of the toolkit';
comment on column toolkit_status.outcome is 'What the export said; not_published when a row taken after the deadline shows that this edition was not published';
comment on column toolkit_status.published_on is 'Date of publication; null when not published';
comment on column toolkit_status.known_from is 'As-at of the first file that said so';
comment on column toolkit_status.known_to is 'As-at of the first file that said otherwise; null while it stands';
comment on column toolkit_status.source_file_id is 'File that said so first';
comment on column toolkit_status.line is 'Line of that row';

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
  failing_since date,
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
comment on column repeat_failure.failing_since is 'End of the first cycle of the current streak; null when the newest is met';
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

create table estate (
  ods_code varchar not null,
  night date not null,
  product varchar not null,
  release varchar not null,
  edition varchar not null,
  support support not null,
  support_ends_on date,
  devices bigint not null,
  active_devices bigint not null,
  primary key (ods_code, night, product, release, edition, support)
);
comment on table estate is 'Devices by product, release and support, one row an organisation, inventory day, product, release, edition and support';
comment on column estate.ods_code is 'Organisation';
comment on column estate.night is 'As-at of the inventory';
comment on column estate.product is 'Product, such as Windows 10 or Windows Server 2016';
comment on column estate.release is 'Release, such as 22H2; empty when the inventory does not say';
comment on column estate.edition is 'Edition: Enterprise (assumed where the source does not say), Workstation, LTSC; empty where it makes no difference';
comment on column estate.support is 'State on that day: supported, extended (the organisation''s own paid extension), covered (central agreement), unsupported, unknown';
comment on column estate.support_ends_on is 'Last day of vendor support; null when unknown or without end';
comment on column estate.devices is 'Devices known';
comment on column estate.active_devices is 'Devices seen within 30 days before the inventory day';

create table estate_summary (
  ods_code varchar not null,
  night date not null,
  devices bigint not null,
  active_devices bigint not null,
  stale_devices bigint not null,
  judged_devices bigint not null,
  unsupported_devices bigint not null,
  covered_devices bigint not null,
  extended_devices bigint not null,
  unknown_devices bigint not null,
  onboarded_devices bigint not null,
  healthy_devices bigint not null,
  expected_devices bigint,
  source_file_id varchar not null,
  line bigint not null,
  primary key (ods_code, night)
);
comment on table estate_summary is 'Device counts, one row an organisation and inventory day';
comment on column estate_summary.ods_code is 'Organisation';
comment on column estate_summary.night is 'As-at of the inventory';
comment on column estate_summary.devices is 'Devices known';
comment on column estate_summary.active_devices is 'Devices seen within 30 days';
comment on column estate_summary.stale_devices is 'Devices not seen within 30 days';
comment on column estate_summary.judged_devices is 'Active devices of products in the end-of-support catalogue';
comment on column estate_summary.unsupported_devices is 'Of the judged: vendor support has ended, without own extension or central cover that day';
comment on column estate_summary.covered_devices is 'Of the judged: vendor support has ended, covered by a central agreement';
comment on column estate_summary.extended_devices is 'Of the judged: vendor support has ended, covered by the organisation''s own paid extension';
comment on column estate_summary.unknown_devices is 'Of the judged: release not given or not in the catalogue';
comment on column estate_summary.onboarded_devices is 'Devices on which the security agent is onboarded';
comment on column estate_summary.healthy_devices is 'Devices onboarded, healthy (Active) and seen within 30 days';
comment on column estate_summary.expected_devices is 'Devices the organisation should have, newest estimate up to that day; null when none was given';
comment on column estate_summary.source_file_id is 'File of its first device';
comment on column estate_summary.line is 'Line of that device';

create table software (
  ods_code varchar not null,
  night date not null,
  product varchar not null,
  version varchar not null,
  support support not null,
  support_ends_on date,
  devices bigint not null,
  source_file_id varchar not null,
  line bigint not null,
  unique (ods_code, night, product, version, support, support_ends_on)
);
comment on table software is 'Server software by support, one row an organisation, inventory day, product, version and support';
comment on column software.ods_code is 'Organisation';
comment on column software.night is 'As-at of the software inventory';
comment on column software.product is 'Product, such as SQL Server 2005; vendor and name as the agent writes them where the policy does not list it';
comment on column software.version is 'Major and minor version, such as 9.0; empty when the inventory does not say';
comment on column software.support is 'State on that day: supported, extended (own paid extension), covered (central agreement), unsupported, unknown';
comment on column software.support_ends_on is 'Last day of support by its maker; null when nothing states an end';
comment on column software.devices is 'Devices on which it stands';
comment on column software.source_file_id is 'File of the first of them';
comment on column software.line is 'Line of that row';

create table alert (
  threat_id varchar primary key,
  severity varchar,
  published_at timestamp not null,
  title varchar not null,
  source_file_id varchar,
  line bigint
);
comment on table alert is 'Cyber alerts (CareCERT), one row each';
comment on column alert.threat_id is 'Id, such as CC-4404';
comment on column alert.severity is 'high, medium, low or information; null where no page says it';
comment on column alert.published_at is 'When it was published (UTC): its clocks start';
comment on column alert.title is 'Title';
comment on column alert.source_file_id is 'File that says so';
comment on column alert.line is 'Line of that row';

create table alert_response (
  threat_id varchar not null,
  ods_code varchar not null,
  acknowledged_at timestamp,
  closed_at timestamp,
  closed_as varchar,
  responded_by varchar,
  source_file_id varchar,
  line bigint,
  primary key (threat_id, ods_code)
);
comment on table alert_response is 'What an organisation answered to an alert, one row an alert and organisation that answered';
comment on column alert_response.threat_id is 'Alert';
comment on column alert_response.ods_code is 'Organisation';
comment on column alert_response.acknowledged_at is 'First acknowledgement (UTC); any later stage acknowledges too';
comment on column alert_response.closed_at is 'When remediated, closed or found not applicable (UTC); null while open';
comment on column alert_response.closed_as is 'remediated, not_applicable or closed; null while open';
comment on column alert_response.responded_by is 'ODS code of who answered, where it was a service for many';
comment on column alert_response.source_file_id is 'File of the first response';
comment on column alert_response.line is 'Line of that row';

create table inspection (
  inspection_id varchar primary key,
  ods_code varchar not null,
  inspected_on date not null,
  published_on date,
  kind varchar not null,
  selection varchar not null,
  source_file_id varchar not null,
  line bigint not null
);
comment on table inspection is 'Cyber inspections, one row each';
comment on column inspection.inspection_id is 'Id of the inspection';
comment on column inspection.ods_code is 'Organisation inspected';
comment on column inspection.inspected_on is 'Day of the visit';
comment on column inspection.published_on is 'Day the findings were published';
comment on column inspection.kind is 'announced, unannounced or on-site assessment';
comment on column inspection.selection is 'How it was chosen: targeted, random or referral';
comment on column inspection.source_file_id is 'File of its first finding';
comment on column inspection.line is 'Line of that row';

create table inspection_finding (
  inspection_id varchar not null,
  practice varchar not null,
  finding varchar not null,
  severity varchar,
  source_file_id varchar not null,
  line bigint not null,
  primary key (inspection_id, practice)
);
comment on table inspection_finding is 'What an inspection found, one row an inspection and practice tested';
comment on column inspection_finding.inspection_id is 'Inspection';
comment on column inspection_finding.practice is 'What was tested, in the inspector''s words';
comment on column inspection_finding.finding is 'met, not_met or not_tested';
comment on column inspection_finding.severity is 'low, medium, high or critical; null where nothing was found';
comment on column inspection_finding.source_file_id is 'File that says so';
comment on column inspection_finding.line is 'Line of that row';

create table cqc_rating (
  ods_code varchar not null,
  domain varchar not null,
  rating varchar not null,
  published_on date not null,
  inherited boolean not null,
  source_file_id varchar,
  line bigint,
  primary key (ods_code, domain)
);
comment on table cqc_rating is 'Newest CQC rating of the organisation as a whole, one row an organisation and domain';
comment on column cqc_rating.ods_code is 'Organisation';
comment on column cqc_rating.domain is 'Safe, Effective, Caring, Responsive, Well-led or Overall';
comment on column cqc_rating.rating is 'Rating as published';
comment on column cqc_rating.published_on is 'Day of publication';
comment on column cqc_rating.inherited is 'True when carried over from a predecessor';
comment on column cqc_rating.source_file_id is 'File that says so';
comment on column cqc_rating.line is 'Line of that row';

create table cqc_rating_version (
  ods_code varchar not null,
  domain varchar not null,
  rating varchar not null,
  published_on date not null,
  inherited boolean not null,
  known_from date not null,
  known_to date,
  source_file_id varchar not null,
  line bigint not null,
  primary key (ods_code, domain, known_from)
);
comment on table cqc_rating_version is 'Every known version of an organisation''s own CQC rating, one row an organisation, domain and version';
comment on column cqc_rating_version.ods_code is 'Organisation';
comment on column cqc_rating_version.domain is 'Safe, Effective, Caring, Responsive, Well-led or Overall';
comment on column cqc_rating_version.rating is 'Rating as published';
comment on column cqc_rating_version.published_on is 'Day of publication';
comment on column cqc_rating_version.inherited is 'True when carried over from a predecessor';
comment on column cqc_rating_version.known_from is 'As-at of the first monthly file that said so';
comment on column cqc_rating_version.known_to is 'As-at of the first that said otherwise; null while it stands';
comment on column cqc_rating_version.source_file_id is 'File that said so first';
comment on column cqc_rating_version.line is 'Line of that row';

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
