-- Identity: offices, people, dated posts, who may act for which party, passwords and sessions.

-- Published: anybody may read which offices there are.
create table offices (
  zone_id uuid not null references zones,
  id uuid not null,
  key text not null,
  level text not null check (level in ('city', 'district', 'delegate', 'experts')),
  district text,
  name_zh text not null,
  name_en text not null,
  parent_id uuid,
  primary key (zone_id, id),
  unique nulls not distinct (zone_id, key, district),
  foreign key (zone_id, parent_id) references offices (zone_id, id),
  check (level <> 'district' or district is not null)
);

alter table offices enable row level security;
alter table offices force row level security;

create policy offices_seen on offices for select to banfa_app
  using (zone_id = (select nullif(current_setting('app.zone', true), '')::uuid));

create policy offices_opened on offices for insert to banfa_app
  with check (
    zone_id = (select nullif(current_setting('app.zone', true), '')::uuid)
    and (select current_setting('app.reach', true)) = 'zone'
  );

grant select, insert on offices to banfa_app;

create table people (
  zone_id uuid not null references zones,
  id uuid not null,
  login text not null check (login <> ''),
  name text not null,
  is_expert boolean not null,
  closed_on date,
  demo_note jsonb,
  primary key (zone_id, id),
  unique (zone_id, login)
);

alter table people enable row level security;
alter table people force row level security;

create policy people_seen on people for select to banfa_app
  using (
    zone_id = (select nullif(current_setting('app.zone', true), '')::uuid)
    and (
      (select current_setting('app.reach', true)) = 'zone'
      or id = (select nullif(current_setting('app.person', true), '')::uuid)
    )
  );

create policy people_added on people for insert to banfa_app
  with check (
    zone_id = (select nullif(current_setting('app.zone', true), '')::uuid)
    and (select current_setting('app.reach', true)) = 'zone'
  );

create policy people_changed on people for update to banfa_app
  using (
    zone_id = (select nullif(current_setting('app.zone', true), '')::uuid)
    and (select current_setting('app.reach', true)) = 'zone'
  );

grant select, insert, update on people to banfa_app;

-- Only the machine itself (no person in the transaction) sees hashes of passwords.
create table credentials (
  zone_id uuid not null,
  person_id uuid not null,
  password_hash text not null,
  changed_at timestamptz not null,
  primary key (zone_id, person_id),
  foreign key (zone_id, person_id) references people (zone_id, id)
);

alter table credentials enable row level security;
alter table credentials force row level security;

create policy credentials_of_the_machine on credentials for all to banfa_app
  using (
    zone_id = (select nullif(current_setting('app.zone', true), '')::uuid)
    and (select current_setting('app.reach', true)) = 'zone'
    and (select coalesce(current_setting('app.person', true), '')) = ''
  );

grant select, insert, update on credentials to banfa_app;

create table posts (
  zone_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  office_id uuid not null,
  title_zh text not null,
  title_en text not null,
  duties text[] not null check (
    cardinality(duties) > 0
    and duties <@ array['handle', 'decide', 'review', 'audit', 'administer']
  ),
  from_day date not null,
  until_day date,
  primary key (zone_id, id),
  foreign key (zone_id, person_id) references people (zone_id, id),
  foreign key (zone_id, office_id) references offices (zone_id, id),
  check (until_day is null or until_day >= from_day)
);

create index posts_of_person on posts (zone_id, person_id);

alter table posts enable row level security;
alter table posts force row level security;

create policy posts_seen on posts for select to banfa_app
  using (
    zone_id = (select nullif(current_setting('app.zone', true), '')::uuid)
    and (
      (select current_setting('app.reach', true)) = 'zone'
      or person_id = (select nullif(current_setting('app.person', true), '')::uuid)
    )
  );

create policy posts_given on posts for insert to banfa_app
  with check (
    zone_id = (select nullif(current_setting('app.zone', true), '')::uuid)
    and (select current_setting('app.reach', true)) = 'zone'
  );

create policy posts_ended on posts for update to banfa_app
  using (
    zone_id = (select nullif(current_setting('app.zone', true), '')::uuid)
    and (select current_setting('app.reach', true)) = 'zone'
  );

grant select, insert, update on posts to banfa_app;

-- Parties belong to another room of the same floor, hence no foreign key.
create table memberships (
  zone_id uuid not null,
  person_id uuid not null,
  party_id uuid not null,
  from_day date not null,
  until_day date,
  primary key (zone_id, person_id, party_id, from_day),
  foreign key (zone_id, person_id) references people (zone_id, id),
  check (until_day is null or until_day >= from_day)
);

create index memberships_of_party on memberships (zone_id, party_id);

alter table memberships enable row level security;
alter table memberships force row level security;

create policy memberships_seen on memberships for select to banfa_app
  using (
    zone_id = (select nullif(current_setting('app.zone', true), '')::uuid)
    and (
      (select current_setting('app.reach', true)) = 'zone'
      or person_id = (select nullif(current_setting('app.person', true), '')::uuid)
    )
  );

create policy memberships_given on memberships for insert to banfa_app
  with check (
    zone_id = (select nullif(current_setting('app.zone', true), '')::uuid)
    and (select current_setting('app.reach', true)) = 'zone'
  );

create policy memberships_ended on memberships for update to banfa_app
  using (
    zone_id = (select nullif(current_setting('app.zone', true), '')::uuid)
    and (select current_setting('app.reach', true)) = 'zone'
  );

grant select, insert, update on memberships to banfa_app;

-- The token itself is never stored.
create table sessions (
  zone_id uuid not null,
  token_hash text not null check (token_hash ~ '^[0-9a-f]{64}$'),
  person_id uuid not null,
  opened_at timestamptz not null,
  seen_at timestamptz not null,
  primary key (zone_id, token_hash),
  foreign key (zone_id, person_id) references people (zone_id, id)
);

create index sessions_of_person on sessions (zone_id, person_id);

alter table sessions enable row level security;
alter table sessions force row level security;

create policy sessions_of_the_machine on sessions for all to banfa_app
  using (
    zone_id = (select nullif(current_setting('app.zone', true), '')::uuid)
    and (select current_setting('app.reach', true)) = 'zone'
    and (select coalesce(current_setting('app.person', true), '')) = ''
  );

grant select, insert, update, delete on sessions to banfa_app;

-- By the hash of what was typed: unknown logins are slowed down like known ones and leave no names.
create table sign_in_attempts (
  zone_id uuid not null references zones,
  login_hash text not null check (login_hash ~ '^[0-9a-f]{64}$'),
  attempts integer not null,
  last_at timestamptz not null,
  wait_until timestamptz not null,
  primary key (zone_id, login_hash)
);

alter table sign_in_attempts enable row level security;
alter table sign_in_attempts force row level security;

create policy sign_in_attempts_of_the_machine on sign_in_attempts for all to banfa_app
  using (
    zone_id = (select nullif(current_setting('app.zone', true), '')::uuid)
    and (select current_setting('app.reach', true)) = 'zone'
    and (select coalesce(current_setting('app.person', true), '')) = ''
  );

grant select, insert, update, delete on sign_in_attempts to banfa_app;
