-- Cyber alerts and answers.

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
