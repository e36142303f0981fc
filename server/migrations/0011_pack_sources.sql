-- The text a pack was compiled from, file by file, the vocabulary among them: kept with its version,
-- so that the city's officers can read and continue it. A version never changes.

create table pack_sources (
  zone_id uuid not null references zones,
  pack text not null,
  version text not null,
  path text not null,
  text text not null,
  primary key (zone_id, pack, version, path),
  foreign key (zone_id, pack, version) references packs (zone_id, pack, version)
);

alter table pack_sources enable row level security;
alter table pack_sources force row level security;

create policy pack_sources_seen on pack_sources for select to banfa_app
  using (
    zone_id = (select nullif(current_setting('app.zone', true), '')::uuid)
    and (select current_setting('app.reach', true)) = 'zone'
  );

create policy pack_sources_installed on pack_sources for insert to banfa_app
  with check (
    zone_id = (select nullif(current_setting('app.zone', true), '')::uuid)
    and (select current_setting('app.reach', true)) = 'zone'
  );

grant select, insert on pack_sources to banfa_app;
