-- Devices and software by support.

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

create table expected_devices (
  ods_code varchar not null,
  devices bigint not null,
  known_from date not null,
  known_to date,
  source_file_id varchar not null,
  line bigint not null,
  primary key (ods_code, known_from)
);
comment on table expected_devices is 'Devices an organisation should have, one row an organisation and known estimate';
comment on column expected_devices.ods_code is 'Organisation';
comment on column expected_devices.devices is 'Devices expected';
comment on column expected_devices.known_from is 'Day of the estimate';
comment on column expected_devices.known_to is 'Day of the next; null while it stands';
comment on column expected_devices.source_file_id is 'File that says so';
comment on column expected_devices.line is 'Line of that row';
