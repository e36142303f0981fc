-- Rulebook: entitlements that people look at. The read models are emptied: the job makes them again.

truncate matched_facts, entitlements;

alter table matched_facts add column district text;

alter table entitlements add column district text;

-- A page of one service's list is read along this, whatever it is filtered by.
create index entitlements_listed on entitlements (zone_id, pack, service, party_id);

-- Why an answer is what it is, is told to whoever may see the answer: a district's officers too.
drop policy matched_facts_seen on matched_facts;

create policy matched_facts_seen on matched_facts for select to banfa_app
  using (
    zone_id = (select nullif(current_setting('app.zone', true), '')::uuid)
    and (
      (select current_setting('app.reach', true)) = 'zone'
      or party_id = any ((select string_to_array(nullif(current_setting('app.parties', true), ''), ','))::uuid[])
      or exists (
        select 1 from parties p
        where p.zone_id = matched_facts.zone_id and p.party_id = matched_facts.party_id
          and p.office_id = any ((select string_to_array(nullif(current_setting('app.offices', true), ''), ','))::uuid[])
      )
    )
  );

-- How far the answering of the whole zone has come: one row a zone, of the last or present pass.
create table matching_passes (
  zone_id uuid primary key references zones,
  -- The day asked and the digests in force: another day or another measure begins another pass.
  about text not null,
  on_day date not null,
  -- Parties up to this one are answered; null before the first.
  after_party uuid,
  parties integer not null default 0,
  begun_at timestamptz not null,
  done_at timestamptz
);

alter table matching_passes enable row level security;
alter table matching_passes force row level security;

create policy matching_passes_seen on matching_passes for select to banfa_app
  using (zone_id = (select nullif(current_setting('app.zone', true), '')::uuid));

create policy matching_passes_begun on matching_passes for insert to banfa_app
  with check (
    zone_id = (select nullif(current_setting('app.zone', true), '')::uuid)
    and (select current_setting('app.reach', true)) = 'zone'
  );

create policy matching_passes_moved on matching_passes for update to banfa_app
  using (
    zone_id = (select nullif(current_setting('app.zone', true), '')::uuid)
    and (select current_setting('app.reach', true)) = 'zone'
  );

grant select, insert, update on matching_passes to banfa_app;
