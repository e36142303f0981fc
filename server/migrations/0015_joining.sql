-- How people come in: invited by a link that works once, or known by a provider's verified subject.

alter table memberships add column part text not null default 'owner'
  check (part in ('owner', 'editor', 'viewer'));

-- An owner sees who else acts for the own organisation, and says until when.
create policy memberships_of_own_parties on memberships for select to banfa_app
  using (
    zone_id = (select nullif(current_setting('app.zone', true), '')::uuid)
    and (select current_setting('app.task', true)) = 'manage-members'
    and party_id = any ((select string_to_array(
      nullif(current_setting('app.parties', true), ''), ','))::uuid[])
  );

create policy memberships_changed_by_owners on memberships for update to banfa_app
  using (
    zone_id = (select nullif(current_setting('app.zone', true), '')::uuid)
    and (select current_setting('app.task', true)) = 'manage-members'
    and party_id = any ((select string_to_array(
      nullif(current_setting('app.parties', true), ''), ','))::uuid[])
  );

create policy people_of_own_parties on people for select to banfa_app
  using (
    zone_id = (select nullif(current_setting('app.zone', true), '')::uuid)
    and (select current_setting('app.task', true)) = 'manage-members'
    and exists (
      select 1 from memberships m where m.zone_id = people.zone_id and m.person_id = people.id
    )
  );

-- To set a password for oneself (a person) or to act for an organisation (a party). The link itself is
-- never stored.
create table invitations (
  zone_id uuid not null references zones,
  id uuid not null,
  token_hash text not null check (token_hash ~ '^[0-9a-f]{64}$'),
  person_id uuid,
  party_id uuid,
  part text check (part in ('owner', 'editor', 'viewer')),
  invited text not null,
  invited_by uuid,
  made_at timestamptz not null,
  until timestamptz not null,
  used_at timestamptz,
  used_by uuid,
  withdrawn_at timestamptz,
  primary key (zone_id, id),
  unique (zone_id, token_hash),
  check ((person_id is null) <> (party_id is null)),
  check ((party_id is null) = (part is null))
);

create index invitations_of_party on invitations (zone_id, party_id);

alter table invitations enable row level security;
alter table invitations force row level security;

create policy invitations_of_the_machine on invitations for all to banfa_app
  using (
    zone_id = (select nullif(current_setting('app.zone', true), '')::uuid)
    and (select current_setting('app.reach', true)) = 'zone'
    and (select coalesce(current_setting('app.person', true), '')) = ''
  );

create policy invitations_seen_by_owners on invitations for select to banfa_app
  using (
    zone_id = (select nullif(current_setting('app.zone', true), '')::uuid)
    and (select current_setting('app.task', true)) = 'manage-members'
    and party_id = any ((select string_to_array(
      nullif(current_setting('app.parties', true), ''), ','))::uuid[])
  );

create policy invitations_made_by_owners on invitations for insert to banfa_app
  with check (
    zone_id = (select nullif(current_setting('app.zone', true), '')::uuid)
    and (select current_setting('app.task', true)) = 'manage-members'
    and party_id = any ((select string_to_array(
      nullif(current_setting('app.parties', true), ''), ','))::uuid[])
  );

create policy invitations_withdrawn_by_owners on invitations for update to banfa_app
  using (
    zone_id = (select nullif(current_setting('app.zone', true), '')::uuid)
    and (select current_setting('app.task', true)) = 'manage-members'
    and party_id = any ((select string_to_array(
      nullif(current_setting('app.parties', true), ''), ','))::uuid[])
  );

create policy invitations_made_by_administrators on invitations for insert to banfa_app
  with check (
    zone_id = (select nullif(current_setting('app.zone', true), '')::uuid)
    and (select current_setting('app.task', true)) = 'administer'
    and person_id is not null
  );

grant select, insert on invitations to banfa_app;

grant update (used_at, used_by, withdrawn_at) on invitations to banfa_app;

-- Whom a provider's subject stands for: bound once by the person, signed in, and never by a name or
-- an address.
create table provider_subjects (
  zone_id uuid not null,
  issuer text not null,
  subject text not null,
  person_id uuid not null,
  bound_at timestamptz not null,
  primary key (zone_id, issuer, subject),
  foreign key (zone_id, person_id) references people (zone_id, id)
);

create index provider_subjects_of_person on provider_subjects (zone_id, person_id);

alter table provider_subjects enable row level security;
alter table provider_subjects force row level security;

create policy provider_subjects_of_the_machine on provider_subjects for all to banfa_app
  using (
    zone_id = (select nullif(current_setting('app.zone', true), '')::uuid)
    and (select current_setting('app.reach', true)) = 'zone'
    and (select coalesce(current_setting('app.person', true), '')) = ''
  );

grant select, insert, delete on provider_subjects to banfa_app;

-- What a browser needs to sign out at the provider too.
alter table sessions add column provider_token text;
