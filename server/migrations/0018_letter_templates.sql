-- The wording of letters as an office wrote it: a new version each time, none ever changed. The one
-- the product ships is version 0 and stands in no row.
create table letter_templates (
  zone_id uuid not null references zones,
  office_id uuid not null,
  kind text not null,
  version integer not null check (version > 0),
  office_name text not null,
  title text not null,
  addressee text not null,
  body text not null,
  closing text not null,
  written_on date not null,
  written_by text not null,
  primary key (zone_id, office_id, kind, version)
);

create index letter_templates_by_name on letter_templates (zone_id, office_name, kind, version);

alter table letter_templates enable row level security;
alter table letter_templates force row level security;

-- A receipt is printed in the applicant's own transaction, so everybody reads the wording.
create policy letter_templates_seen on letter_templates for select to banfa_app
  using (zone_id = (select nullif(current_setting('app.zone', true), '')::uuid));

-- An office words its own letters and nobody else's.
create policy letter_templates_written on letter_templates for insert to banfa_app
  with check (
    zone_id = (select nullif(current_setting('app.zone', true), '')::uuid)
    and office_id = any ((select string_to_array(nullif(current_setting('app.offices', true), ''), ','))::uuid[])
  );

grant select, insert on letter_templates to banfa_app;

-- Which version a letter was printed from; null before wordings had versions.
alter table issued add column template_version integer;

alter table issued drop constraint issued_kind_check;

alter table issued add constraint issued_kind_check
  check (kind in ('receipt', 'acceptance', 'correction', 'recommendation', 'refusal', 'notice', 'certificate', 'hearing', 'minutes', 'decision'));
