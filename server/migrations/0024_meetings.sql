-- Deliberation meetings (审议会). What happened in one is on the record; a row says that it is there,
-- is locked by whoever acts in it, and cannot be touched once it is closed (ADR 0072).
create table meetings (
  zone_id uuid not null references zones,
  id uuid not null,
  number text not null,
  title text not null,
  held_on date not null,
  revision integer not null default 1,
  closed_on date,
  primary key (zone_id, id)
);

create unique index meetings_number on meetings (zone_id, number);

create index meetings_by_day on meetings (zone_id, held_on desc, id desc);

alter table meetings enable row level security;
alter table meetings force row level security;

create policy meetings_seen on meetings for select to banfa_app
  using (
    zone_id = (select nullif(current_setting('app.zone', true), '')::uuid)
    and (select current_setting('app.reach', true)) = 'zone'
  );

create policy meetings_convened on meetings for insert to banfa_app
  with check (
    zone_id = (select nullif(current_setting('app.zone', true), '')::uuid)
    and (select current_setting('app.reach', true)) = 'zone'
  );

create policy meetings_held on meetings for update to banfa_app
  using (
    zone_id = (select nullif(current_setting('app.zone', true), '')::uuid)
    and (select current_setting('app.reach', true)) = 'zone'
    and closed_on is null
  )
  with check (
    zone_id = (select nullif(current_setting('app.zone', true), '')::uuid)
    and (select current_setting('app.reach', true)) = 'zone'
  );

grant select, insert, update (revision, closed_on) on meetings to banfa_app;
