-- Who read whose personal data, when and where: added, read by auditors, sealed daily on the record.

create table read_log (
  zone_id uuid not null references zones,
  id uuid not null,
  at timestamptz not null,
  on_day date not null,
  actor jsonb not null,
  route text not null,
  about jsonb not null,
  primary key (zone_id, id)
);

create index read_log_by_day on read_log (zone_id, on_day, id);

alter table read_log enable row level security;
alter table read_log force row level security;

create policy read_log_seen on read_log for select to banfa_app
  using (
    zone_id = (select nullif(current_setting('app.zone', true), '')::uuid)
    and (select current_setting('app.reach', true)) = 'zone'
  );

create policy read_log_added on read_log for insert to banfa_app
  with check (
    zone_id = (select nullif(current_setting('app.zone', true), '')::uuid)
    and (select current_setting('app.reach', true)) = 'zone'
    and (select coalesce(current_setting('app.person', true), '')) = ''
  );

grant select, insert on read_log to banfa_app;
