-- Cyber inspections and CQC ratings.

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
