-- Reminders of clocks and the waiting times that everybody may read.

create table clock_reminders (
  zone_id uuid not null references zones,
  case_id uuid not null,
  clock text not null,
  level text not null check (level in ('before', 'at', 'over')),
  due_on date not null,
  act text not null,
  number text,
  title jsonb not null,
  offices text[] not null,
  readers uuid[] not null,
  on_day date not null,
  closed_on date,
  primary key (zone_id, case_id, clock, due_on, level)
);

create index clock_reminders_open on clock_reminders (zone_id, due_on, case_id) where closed_on is null;

alter table clock_reminders enable row level security;
alter table clock_reminders force row level security;

create policy clock_reminders_seen on clock_reminders for select to banfa_app
  using (
    zone_id = (select nullif(current_setting('app.zone', true), '')::uuid)
    and (
      (select current_setting('app.reach', true)) = 'zone'
      or (
        (select current_setting('app.reach', true)) = 'own'
        and readers && (select string_to_array(
          nullif(current_setting('app.offices', true), ''), ','))::uuid[]
      )
    )
  );

create policy clock_reminders_made on clock_reminders for insert to banfa_app
  with check (
    zone_id = (select nullif(current_setting('app.zone', true), '')::uuid)
    and (select current_setting('app.reach', true)) = 'zone'
  );

create policy clock_reminders_closed on clock_reminders for update to banfa_app
  using (
    zone_id = (select nullif(current_setting('app.zone', true), '')::uuid)
    and (select current_setting('app.reach', true)) = 'zone'
  );

grant select, insert, update on clock_reminders to banfa_app;

-- How long people waited, per service and district; published, so everybody reads it.
create table waiting_times (
  zone_id uuid not null references zones,
  service text not null,
  district text not null,
  title jsonb not null,
  office jsonb not null,
  cases integer,
  median_days integer,
  p90_days integer,
  from_on date not null,
  to_on date not null,
  primary key (zone_id, service, district)
);

alter table waiting_times enable row level security;
alter table waiting_times force row level security;

create policy waiting_times_seen on waiting_times for select to banfa_app
  using (zone_id = (select nullif(current_setting('app.zone', true), '')::uuid));

create policy waiting_times_measured on waiting_times for insert to banfa_app
  with check (
    zone_id = (select nullif(current_setting('app.zone', true), '')::uuid)
    and (select current_setting('app.reach', true)) = 'zone'
    and (select coalesce(current_setting('app.person', true), '')) = ''
  );

create policy waiting_times_replaced on waiting_times for delete to banfa_app
  using (
    zone_id = (select nullif(current_setting('app.zone', true), '')::uuid)
    and (select current_setting('app.reach', true)) = 'zone'
    and (select coalesce(current_setting('app.person', true), '')) = ''
  );

grant select, insert, delete on waiting_times to banfa_app;
