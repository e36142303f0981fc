-- What is printed for people: an objection's number, and the text a certificate rests on. Rows from
-- before have none and are shown without.
alter table objections add column number text;

create unique index objections_by_number on objections (zone_id, number);

alter table certificates add column pack text, add column version text;
