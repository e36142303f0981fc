-- Rulebook: what every party is entitled to under the measures in force, answered ahead.
-- Read models: all of it can be made again from facts and programs, so it may be changed and deleted.

-- The facts of a party as one program reads them: typed, in base units, one document a party, from
-- which emitted SQL answers a whole zone. `given` is what they were read from, for the replay.
create table matched_facts (
  zone_id uuid not null references zones,
  digest text not null,
  party_id uuid not null,
  party_kind text not null,
  given jsonb not null,
  facts jsonb not null,
  lists jsonb not null,
  -- Names with a state beside their value (does not apply, unavailable), so that SQL looks for no others.
  stated text[] not null,
  -- Facts that do not fit the program's, counted as missing.
  left_out text[] not null,
  primary key (zone_id, digest, party_id)
);

alter table matched_facts enable row level security;
alter table matched_facts force row level security;

create policy matched_facts_seen on matched_facts for select to banfa_app
  using (
    zone_id = (select nullif(current_setting('app.zone', true), '')::uuid)
    and (
      (select current_setting('app.reach', true)) = 'zone'
      or party_id = any ((select string_to_array(nullif(current_setting('app.parties', true), ''), ','))::uuid[])
    )
  );

create policy matched_facts_kept on matched_facts for insert to banfa_app
  with check (
    zone_id = (select nullif(current_setting('app.zone', true), '')::uuid)
    and (select current_setting('app.reach', true)) = 'zone'
  );

create policy matched_facts_renewed on matched_facts for update to banfa_app
  using (
    zone_id = (select nullif(current_setting('app.zone', true), '')::uuid)
    and (select current_setting('app.reach', true)) = 'zone'
  );

create policy matched_facts_dropped on matched_facts for delete to banfa_app
  using (
    zone_id = (select nullif(current_setting('app.zone', true), '')::uuid)
    and (select current_setting('app.reach', true)) = 'zone'
  );

grant select, insert, update, delete on matched_facts to banfa_app;

-- One row a party and service: the answer, a letter for each condition in printed order, the money.
create table entitlements (
  zone_id uuid not null references zones,
  party_id uuid not null,
  pack text not null,
  service text not null,
  version text not null,
  digest text not null,
  on_day date not null,
  answer text not null check (answer in ('met', 'not-met', 'unknown', 'unavailable')),
  codes text not null check (codes ~ '^[mnux.]+$'),
  amount numeric,
  payable numeric,
  answered_at timestamptz not null,
  primary key (zone_id, party_id, pack, service)
);

create index entitlements_by_service on entitlements (zone_id, pack, service, answer);

alter table entitlements enable row level security;
alter table entitlements force row level security;

create policy entitlements_seen on entitlements for select to banfa_app
  using (
    zone_id = (select nullif(current_setting('app.zone', true), '')::uuid)
    and (
      (select current_setting('app.reach', true)) = 'zone'
      or party_id = any ((select string_to_array(nullif(current_setting('app.parties', true), ''), ','))::uuid[])
      or exists (
        select 1 from parties p
        where p.zone_id = entitlements.zone_id and p.party_id = entitlements.party_id
          and p.office_id = any ((select string_to_array(nullif(current_setting('app.offices', true), ''), ','))::uuid[])
      )
    )
  );

create policy entitlements_answered on entitlements for insert to banfa_app
  with check (
    zone_id = (select nullif(current_setting('app.zone', true), '')::uuid)
    and (select current_setting('app.reach', true)) = 'zone'
  );

create policy entitlements_renewed on entitlements for update to banfa_app
  using (
    zone_id = (select nullif(current_setting('app.zone', true), '')::uuid)
    and (select current_setting('app.reach', true)) = 'zone'
  );

create policy entitlements_dropped on entitlements for delete to banfa_app
  using (
    zone_id = (select nullif(current_setting('app.zone', true), '')::uuid)
    and (select current_setting('app.reach', true)) = 'zone'
  );

grant select, insert, update, delete on entitlements to banfa_app;
