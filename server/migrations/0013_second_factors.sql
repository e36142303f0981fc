-- What a person signs in with besides the password, and sessions that can be told apart and ended.
-- Only the machine itself (no person in the transaction) sees any of it.

alter table sessions add column id uuid not null default gen_random_uuid();

alter table sessions add column way text not null default 'password'
  check (way in ('password', 'code', 'recovery', 'passkey', 'provider'));

alter table sessions add column device text not null default '';

-- One a person; the secret is sealed with a key that is not in the database.
create table code_secrets (
  zone_id uuid not null,
  person_id uuid not null,
  sealed text not null,
  confirmed_at timestamptz,
  last_step bigint not null default 0,
  primary key (zone_id, person_id),
  foreign key (zone_id, person_id) references people (zone_id, id)
);

alter table code_secrets enable row level security;
alter table code_secrets force row level security;

create policy code_secrets_of_the_machine on code_secrets for all to banfa_app
  using (
    zone_id = (select nullif(current_setting('app.zone', true), '')::uuid)
    and (select current_setting('app.reach', true)) = 'zone'
    and (select coalesce(current_setting('app.person', true), '')) = ''
  );

grant select, insert, update, delete on code_secrets to banfa_app;

create table recovery_codes (
  zone_id uuid not null,
  person_id uuid not null,
  code_hash text not null check (code_hash ~ '^[0-9a-f]{64}$'),
  used_at timestamptz,
  primary key (zone_id, person_id, code_hash),
  foreign key (zone_id, person_id) references people (zone_id, id)
);

alter table recovery_codes enable row level security;
alter table recovery_codes force row level security;

create policy recovery_codes_of_the_machine on recovery_codes for all to banfa_app
  using (
    zone_id = (select nullif(current_setting('app.zone', true), '')::uuid)
    and (select current_setting('app.reach', true)) = 'zone'
    and (select coalesce(current_setting('app.person', true), '')) = ''
  );

grant select, insert, update, delete on recovery_codes to banfa_app;

create table passkeys (
  zone_id uuid not null,
  credential text not null,
  id uuid not null,
  person_id uuid not null,
  public_key text not null,
  counter bigint not null,
  transports text[] not null,
  name text not null,
  added_at timestamptz not null,
  used_at timestamptz,
  primary key (zone_id, credential),
  foreign key (zone_id, person_id) references people (zone_id, id)
);

create index passkeys_of_person on passkeys (zone_id, person_id);

alter table passkeys enable row level security;
alter table passkeys force row level security;

create policy passkeys_of_the_machine on passkeys for all to banfa_app
  using (
    zone_id = (select nullif(current_setting('app.zone', true), '')::uuid)
    and (select current_setting('app.reach', true)) = 'zone'
    and (select coalesce(current_setting('app.person', true), '')) = ''
  );

grant select, insert, update, delete on passkeys to banfa_app;

-- Something this product handed out once and waits to see again once: a challenge of a passkey, the
-- state of a sign-on elsewhere.
create table awaited (
  zone_id uuid not null references zones,
  token_hash text not null check (token_hash ~ '^[0-9a-f]{64}$'),
  what text not null,
  person_id uuid,
  content jsonb not null,
  until timestamptz not null,
  primary key (zone_id, token_hash)
);

alter table awaited enable row level security;
alter table awaited force row level security;

create policy awaited_by_the_machine on awaited for all to banfa_app
  using (
    zone_id = (select nullif(current_setting('app.zone', true), '')::uuid)
    and (select current_setting('app.reach', true)) = 'zone'
    and (select coalesce(current_setting('app.person', true), '')) = ''
  );

grant select, insert, delete on awaited to banfa_app;

-- A reset takes the password away.
grant delete on credentials to banfa_app;
