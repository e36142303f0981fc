-- The ground floor: zones, their day, the record, events, numbers, working days.
-- Every table: zone first in the key, row-level security on and forced, no triggers (Citus).
-- A policy reads each setting through (select …), so that it is evaluated once a statement.

create table zones (
  zone_id uuid primary key,
  name_zh text not null,
  name_en text not null,
  is_demo boolean not null,
  founded_on date not null
);

alter table zones enable row level security;
alter table zones force row level security;

create policy zones_seen on zones for select to banfa_app
  using (zone_id = (select nullif(current_setting('app.zone', true), '')::uuid));

create policy zones_founded on zones for insert to banfa_app
  with check (
    zone_id = (select nullif(current_setting('app.zone', true), '')::uuid)
    and (select current_setting('app.reach', true)) = 'zone'
    and (select coalesce(current_setting('app.person', true), '')) = ''
  );

grant select, insert on zones to banfa_app;

create table zone_days (
  zone_id uuid primary key references zones,
  today date not null
);

alter table zone_days enable row level security;
alter table zone_days force row level security;

create policy zone_days_seen on zone_days for select to banfa_app
  using (zone_id = (select nullif(current_setting('app.zone', true), '')::uuid));

create policy zone_days_set on zone_days for insert to banfa_app
  with check (
    zone_id = (select nullif(current_setting('app.zone', true), '')::uuid)
    and (select current_setting('app.reach', true)) <> 'public'
    and exists (select 1 from zones z where z.zone_id = zone_days.zone_id and z.is_demo)
  );

create policy zone_days_moved on zone_days for update to banfa_app
  using (
    zone_id = (select nullif(current_setting('app.zone', true), '')::uuid)
    and (select current_setting('app.reach', true)) <> 'public'
  );

grant select, insert, update on zone_days to banfa_app;

-- The record: append only. There is no policy and no grant for update or delete.
create table record_entries (
  zone_id uuid not null references zones,
  seq bigint not null check (seq > 0),
  at timestamptz not null,
  on_day date not null,
  act text not null,
  subject_kind text not null,
  subject_id text not null,
  actor jsonb not null,
  as_post jsonb,
  on_behalf_of uuid,
  reason text,
  cite text,
  detail jsonb,
  prev text not null check (prev ~ '^[0-9a-f]{64}$'),
  hash text not null check (hash ~ '^[0-9a-f]{64}$'),
  primary key (zone_id, seq)
);

create index record_entries_by_subject on record_entries (zone_id, subject_kind, subject_id, seq);

-- Who besides the zone's officers may read the entries about a subject: a party, an office or a person.
create table record_readers (
  zone_id uuid not null references zones,
  subject_kind text not null,
  subject_id text not null,
  reader uuid not null,
  primary key (zone_id, subject_kind, subject_id, reader)
);

alter table record_readers enable row level security;
alter table record_readers force row level security;

create policy record_readers_seen on record_readers for select to banfa_app
  using (
    zone_id = (select nullif(current_setting('app.zone', true), '')::uuid)
    and (
      (select current_setting('app.reach', true)) = 'zone'
      or (
        (select current_setting('app.reach', true)) = 'own'
        and reader = any ((select string_to_array(concat_ws(',',
          nullif(current_setting('app.person', true), ''),
          nullif(current_setting('app.parties', true), ''),
          nullif(current_setting('app.offices', true), '')), ','))::uuid[])
      )
    )
  );

create policy record_readers_added on record_readers for insert to banfa_app
  with check (
    zone_id = (select nullif(current_setting('app.zone', true), '')::uuid)
    and (select current_setting('app.reach', true)) <> 'public'
  );

grant select, insert on record_readers to banfa_app;

alter table record_entries enable row level security;
alter table record_entries force row level security;

-- The subquery sees only the reader's own rows, by the policy of record_readers.
create policy record_entries_seen on record_entries for select to banfa_app
  using (
    zone_id = (select nullif(current_setting('app.zone', true), '')::uuid)
    and (
      (select current_setting('app.reach', true)) = 'zone'
      or (
        (select current_setting('app.reach', true)) = 'own'
        and exists (
          select 1 from record_readers r
          where r.zone_id = record_entries.zone_id
            and r.subject_kind = record_entries.subject_kind
            and r.subject_id = record_entries.subject_id
        )
      )
    )
  );

create policy record_entries_added on record_entries for insert to banfa_app
  with check (zone_id = (select nullif(current_setting('app.zone', true), '')::uuid));

grant select, insert on record_entries to banfa_app;

-- The head of the record and of the events: locked by whoever appends, which may be a visitor.
create table record_heads (
  zone_id uuid primary key references zones,
  seq bigint not null,
  hash text not null,
  event_seq bigint not null
);

alter table record_heads enable row level security;
alter table record_heads force row level security;

create policy record_heads_seen on record_heads for select to banfa_app
  using (
    zone_id = (select nullif(current_setting('app.zone', true), '')::uuid)
    and (
      (select current_setting('app.reach', true)) = 'zone'
      or (select current_setting('transaction_read_only')) = 'off'
    )
  );

create policy record_heads_opened on record_heads for insert to banfa_app
  with check (
    zone_id = (select nullif(current_setting('app.zone', true), '')::uuid)
    and (select current_setting('app.reach', true)) = 'zone'
  );

create policy record_heads_moved on record_heads for update to banfa_app
  using (zone_id = (select nullif(current_setting('app.zone', true), '')::uuid));

grant select, insert, update on record_heads to banfa_app;

create table events (
  zone_id uuid not null references zones,
  seq bigint not null,
  id uuid not null,
  type text not null,
  payload jsonb not null,
  on_day date not null,
  at timestamptz not null,
  delivered_at timestamptz,
  attempts integer not null default 0,
  last_error text,
  set_aside_at timestamptz,
  primary key (zone_id, seq),
  unique (zone_id, id)
);

create index events_to_deliver on events (zone_id, seq)
  where delivered_at is null and set_aside_at is null;

alter table events enable row level security;
alter table events force row level security;

create policy events_announced on events for insert to banfa_app
  with check (zone_id = (select nullif(current_setting('app.zone', true), '')::uuid));

create policy events_seen on events for select to banfa_app
  using (
    zone_id = (select nullif(current_setting('app.zone', true), '')::uuid)
    and (select current_setting('app.reach', true)) = 'zone'
    and (select coalesce(current_setting('app.person', true), '')) = ''
  );

create policy events_delivered on events for update to banfa_app
  using (
    zone_id = (select nullif(current_setting('app.zone', true), '')::uuid)
    and (select current_setting('app.reach', true)) = 'zone'
    and (select coalesce(current_setting('app.person', true), '')) = ''
  );

grant select, insert, update on events to banfa_app;

-- Gapless numbers. Only a writing transaction sees them: taking one returns it.
create table number_series (
  zone_id uuid not null references zones,
  series text not null,
  year integer not null,
  last integer not null check (last > 0),
  primary key (zone_id, series, year)
);

alter table number_series enable row level security;
alter table number_series force row level security;

create policy number_series_seen on number_series for select to banfa_app
  using (
    zone_id = (select nullif(current_setting('app.zone', true), '')::uuid)
    and (
      (select current_setting('app.reach', true)) = 'zone'
      or (select current_setting('transaction_read_only')) = 'off'
    )
  );

create policy number_series_opened on number_series for insert to banfa_app
  with check (zone_id = (select nullif(current_setting('app.zone', true), '')::uuid));

create policy number_series_moved on number_series for update to banfa_app
  using (zone_id = (select nullif(current_setting('app.zone', true), '')::uuid));

grant select, insert, update on number_series to banfa_app;

-- One row a layer and year: {"2026-02-14": {"working": true, "name": "春节调休上班"}}. Published, so everybody reads it.
create table calendar_years (
  zone_id uuid not null references zones,
  layer text not null check (layer in ('national', 'regional', 'manual')),
  year integer not null,
  days jsonb not null,
  source text not null,
  primary key (zone_id, layer, year)
);

alter table calendar_years enable row level security;
alter table calendar_years force row level security;

create policy calendar_years_seen on calendar_years for select to banfa_app
  using (zone_id = (select nullif(current_setting('app.zone', true), '')::uuid));

create policy calendar_years_entered on calendar_years for insert to banfa_app
  with check (
    zone_id = (select nullif(current_setting('app.zone', true), '')::uuid)
    and (select current_setting('app.reach', true)) = 'zone'
  );

create policy calendar_years_changed on calendar_years for update to banfa_app
  using (
    zone_id = (select nullif(current_setting('app.zone', true), '')::uuid)
    and (select current_setting('app.reach', true)) = 'zone'
  );

grant select, insert, update on calendar_years to banfa_app;
