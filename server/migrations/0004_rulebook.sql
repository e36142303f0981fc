-- Rulebook: installed packs, their official texts, and the dated acts that put a version in force.
-- All of it is published, so everybody reads it; only the zone's own officers and jobs write.

create table packs (
  zone_id uuid not null references zones,
  pack text not null,
  version text not null,
  digest text not null check (digest ~ '^[0-9a-f]{64}$'),
  state text not null check (state in ('consultation-draft', 'published')),
  program jsonb not null,
  installed_on date not null,
  installed_at timestamptz not null,
  primary key (zone_id, pack, version)
);

alter table packs enable row level security;
alter table packs force row level security;

create policy packs_seen on packs for select to banfa_app
  using (zone_id = (select nullif(current_setting('app.zone', true), '')::uuid));

create policy packs_installed on packs for insert to banfa_app
  with check (
    zone_id = (select nullif(current_setting('app.zone', true), '')::uuid)
    and (select current_setting('app.reach', true)) = 'zone'
  );

-- A version never changes once it is installed: no update, no delete.
grant select, insert on packs to banfa_app;

create table pack_texts (
  zone_id uuid not null references zones,
  pack text not null,
  version text not null,
  file_name text not null,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  installed_on date not null,
  primary key (zone_id, pack, version),
  foreign key (zone_id, pack, version) references packs (zone_id, pack, version)
);

alter table pack_texts enable row level security;
alter table pack_texts force row level security;

create policy pack_texts_seen on pack_texts for select to banfa_app
  using (zone_id = (select nullif(current_setting('app.zone', true), '')::uuid));

create policy pack_texts_installed on pack_texts for insert to banfa_app
  with check (
    zone_id = (select nullif(current_setting('app.zone', true), '')::uuid)
    and (select current_setting('app.reach', true)) = 'zone'
  );

grant select, insert on pack_texts to banfa_app;

create table article_texts (
  zone_id uuid not null references zones,
  pack text not null,
  version text not null,
  article text not null,
  ord integer not null,
  text text not null,
  primary key (zone_id, pack, version, article),
  foreign key (zone_id, pack, version) references pack_texts (zone_id, pack, version)
);

alter table article_texts enable row level security;
alter table article_texts force row level security;

create policy article_texts_seen on article_texts for select to banfa_app
  using (zone_id = (select nullif(current_setting('app.zone', true), '')::uuid));

create policy article_texts_installed on article_texts for insert to banfa_app
  with check (
    zone_id = (select nullif(current_setting('app.zone', true), '')::uuid)
    and (select current_setting('app.reach', true)) = 'zone'
  );

grant select, insert on article_texts to banfa_app;

-- One act a pack and first day. A later act takes over; the earlier one stays as it was.
create table enactments (
  zone_id uuid not null references zones,
  pack text not null,
  from_day date not null,
  until_day date,
  version text not null,
  digest text not null,
  draft boolean not null,
  by_person uuid,
  by_name text not null,
  office_zh text,
  office_en text,
  on_day date not null,
  reason text not null check (reason <> ''),
  primary key (zone_id, pack, from_day),
  foreign key (zone_id, pack, version) references packs (zone_id, pack, version),
  check (until_day is null or from_day <= until_day)
);

alter table enactments enable row level security;
alter table enactments force row level security;

create policy enactments_seen on enactments for select to banfa_app
  using (zone_id = (select nullif(current_setting('app.zone', true), '')::uuid));

create policy enactments_made on enactments for insert to banfa_app
  with check (
    zone_id = (select nullif(current_setting('app.zone', true), '')::uuid)
    and (select current_setting('app.reach', true)) = 'zone'
  );

grant select, insert on enactments to banfa_app;
