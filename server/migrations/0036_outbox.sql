-- What leaves the product: messages, each attempt to deliver them, what is still due, where people
-- wish to be told, and the webhooks of other systems.

create table outgoing_messages (
  zone_id uuid not null references zones,
  id uuid not null,
  key text not null,
  channel text not null,
  kind text not null,
  person_id uuid,
  webhook_id uuid,
  address text,
  subject text not null,
  body text not null,
  about_kind text,
  about_id text,
  event_id uuid,
  written_at timestamptz not null,
  primary key (zone_id, id),
  unique (zone_id, key)
);

create index outgoing_messages_of_person on outgoing_messages (zone_id, person_id);

alter table outgoing_messages enable row level security;
alter table outgoing_messages force row level security;

create policy outgoing_messages_seen on outgoing_messages for select to banfa_app
  using (
    zone_id = (select nullif(current_setting('app.zone', true), '')::uuid)
    and (
      (
        (select current_setting('app.reach', true)) = 'zone'
        and (select coalesce(current_setting('app.person', true), '')) = ''
      )
      or (select current_setting('app.task', true)) = 'outbox'
      or person_id = (select nullif(current_setting('app.person', true), '')::uuid)
    )
  );

create policy outgoing_messages_written on outgoing_messages for insert to banfa_app
  with check (
    zone_id = (select nullif(current_setting('app.zone', true), '')::uuid)
    and (
      (
        (select current_setting('app.reach', true)) = 'zone'
        and (select coalesce(current_setting('app.person', true), '')) = ''
      )
      or (select current_setting('app.task', true)) = 'outbox'
      or person_id = (select nullif(current_setting('app.person', true), '')::uuid)
    )
  );

-- Only the address and the words can be taken away again, when a person asks for it or is closed.
create policy outgoing_messages_erased on outgoing_messages for update to banfa_app
  using (
    zone_id = (select nullif(current_setting('app.zone', true), '')::uuid)
    and (
      (
        (select current_setting('app.reach', true)) = 'zone'
        and (select coalesce(current_setting('app.person', true), '')) = ''
      )
      or person_id = (select nullif(current_setting('app.person', true), '')::uuid)
    )
  );

grant select, insert on outgoing_messages to banfa_app;

grant update (address, body) on outgoing_messages to banfa_app;

-- Append only: how a message stands is folded from here.
create table outgoing_attempts (
  zone_id uuid not null,
  message_id uuid not null,
  ordinal integer not null check (ordinal > 0),
  at timestamptz not null,
  outcome text not null check (
    outcome in ('delivered', 'delayed', 'refused', 'set-aside', 'kept', 'again')
  ),
  told text not null,
  next_at timestamptz,
  by_person uuid,
  primary key (zone_id, message_id, ordinal),
  foreign key (zone_id, message_id) references outgoing_messages (zone_id, id),
  check ((outcome in ('delayed', 'again')) = (next_at is not null))
);

alter table outgoing_attempts enable row level security;
alter table outgoing_attempts force row level security;

create policy outgoing_attempts_seen on outgoing_attempts for select to banfa_app
  using (
    zone_id = (select nullif(current_setting('app.zone', true), '')::uuid)
    and (
      (
        (select current_setting('app.reach', true)) = 'zone'
        and (select coalesce(current_setting('app.person', true), '')) = ''
      )
      or (select current_setting('app.task', true)) = 'outbox'
    )
  );

create policy outgoing_attempts_added on outgoing_attempts for insert to banfa_app
  with check (
    zone_id = (select nullif(current_setting('app.zone', true), '')::uuid)
    and (
      (
        (select current_setting('app.reach', true)) = 'zone'
        and (select coalesce(current_setting('app.person', true), '')) = ''
      )
      or (select current_setting('app.task', true)) = 'outbox'
    )
  );

grant select, insert on outgoing_attempts to banfa_app;

-- The worklist: a row as long as a message waits, so that finding what is due never reads what is over.
create table outgoing_due (
  zone_id uuid not null,
  message_id uuid not null,
  due_at timestamptz not null,
  primary key (zone_id, message_id),
  foreign key (zone_id, message_id) references outgoing_messages (zone_id, id)
);

create index outgoing_due_first on outgoing_due (zone_id, due_at);

alter table outgoing_due enable row level security;
alter table outgoing_due force row level security;

create policy outgoing_due_of_machine on outgoing_due for all to banfa_app
  using (
    zone_id = (select nullif(current_setting('app.zone', true), '')::uuid)
    and (
      (
        (select current_setting('app.reach', true)) = 'zone'
        and (select coalesce(current_setting('app.person', true), '')) = ''
      )
      or (select current_setting('app.task', true)) = 'outbox'
    )
  );

create policy outgoing_due_of_own on outgoing_due for insert to banfa_app
  with check (
    zone_id = (select nullif(current_setting('app.zone', true), '')::uuid)
    and exists (
      select 1 from outgoing_messages m
      where m.zone_id = outgoing_due.zone_id
        and m.id = outgoing_due.message_id
        and m.person_id = (select nullif(current_setting('app.person', true), '')::uuid)
    )
  );

grant select, insert, update, delete on outgoing_due to banfa_app;

-- Where a person wishes to be told and of what; theirs alone, and gone when they are.
create table notification_addresses (
  zone_id uuid not null references zones,
  person_id uuid not null,
  channel text not null,
  address text,
  pending text,
  token_hash text,
  token_until timestamptz,
  language text not null default 'zh' check (language in ('zh', 'en')),
  kinds text[] not null default '{}',
  agreed_at timestamptz,
  primary key (zone_id, person_id, channel)
);

create index notification_addresses_pending on notification_addresses (zone_id, token_hash)
  where token_hash is not null;

alter table notification_addresses enable row level security;
alter table notification_addresses force row level security;

create policy notification_addresses_own on notification_addresses for all to banfa_app
  using (
    zone_id = (select nullif(current_setting('app.zone', true), '')::uuid)
    and (
      (
        (select current_setting('app.reach', true)) = 'zone'
        and (select coalesce(current_setting('app.person', true), '')) = ''
      )
      or person_id = (select nullif(current_setting('app.person', true), '')::uuid)
    )
  );

grant select, insert, update, delete on notification_addresses to banfa_app;

-- Systems that are told of events. Secrets are sealed with a key kept outside the database.
create table webhooks (
  zone_id uuid not null references zones,
  id uuid not null,
  title text not null,
  url text not null,
  kinds text[] not null check (cardinality(kinds) > 0),
  secret text not null,
  former_secret text,
  former_until timestamptz,
  added_by uuid not null,
  added_at timestamptz not null,
  paused_at timestamptz,
  paused_why text,
  ended_at timestamptz,
  primary key (zone_id, id)
);

alter table webhooks enable row level security;
alter table webhooks force row level security;

create policy webhooks_managed on webhooks for all to banfa_app
  using (
    zone_id = (select nullif(current_setting('app.zone', true), '')::uuid)
    and (
      (
        (select current_setting('app.reach', true)) = 'zone'
        and (select coalesce(current_setting('app.person', true), '')) = ''
      )
      or (select current_setting('app.task', true)) = 'outbox'
    )
  );

grant select, insert, update on webhooks to banfa_app;
