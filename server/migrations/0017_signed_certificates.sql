-- Certificates are signed. The public half of each key stands here with the time it signed in; the
-- private half lies in a file beside the content, never in the database.
create table signing_keys (
  zone_id uuid not null references zones,
  kid text not null check (kid ~ '^[A-Za-z0-9_-]{16}$'),
  public_key text not null,
  valid_from timestamptz not null,
  valid_until timestamptz,
  revoked_at timestamptz,
  revoked_reason text,
  primary key (zone_id, kid),
  check (valid_until >= valid_from),
  check ((revoked_at is null) = (revoked_reason is null))
);

alter table signing_keys enable row level security;
alter table signing_keys force row level security;

-- Public keys are published: anybody checks a certificate with them.
create policy signing_keys_seen on signing_keys for select to banfa_app
  using (zone_id = (select nullif(current_setting('app.zone', true), '')::uuid));

create policy signing_keys_made on signing_keys for insert to banfa_app
  with check (
    zone_id = (select nullif(current_setting('app.zone', true), '')::uuid)
    and (select current_setting('app.reach', true)) = 'zone'
  );

create policy signing_keys_ended on signing_keys for update to banfa_app
  using (
    zone_id = (select nullif(current_setting('app.zone', true), '')::uuid)
    and (select current_setting('app.reach', true)) = 'zone'
  );

grant select, insert on signing_keys to banfa_app;

grant update (valid_until, revoked_at, revoked_reason) on signing_keys to banfa_app;

-- Where the certificate stands in the status list of its year; earlier ones have no signature.
alter table certificates add column kid text, add column status_year integer, add column status_index integer;

create unique index certificates_by_status on certificates (zone_id, status_year, status_index);
