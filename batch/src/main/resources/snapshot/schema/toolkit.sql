-- Editions of the yearly self-assessment and what was published.

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
