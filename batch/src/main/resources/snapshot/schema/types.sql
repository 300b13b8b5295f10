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
