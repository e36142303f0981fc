-- 变更登记内容: what of a party's entry was altered by a settled change, from what to what; the entry
-- carries the new name, the history keeps every one before (ADR 0096).
create table alterations (
  zone_id uuid not null references zones,
  alteration_id uuid not null,
  party_id uuid not null,
  recognition_id uuid,
  alters text not null check (alters in ('name', 'place', 'other')),
  was text not null,
  became text not null check (became <> ''),
  altered_on date not null,
  cite text not null,
  reason text not null check (reason <> ''),
  primary key (zone_id, alteration_id),
  foreign key (zone_id, party_id) references parties (zone_id, party_id),
  foreign key (zone_id, recognition_id) references recognitions (zone_id, recognition_id)
);

create index alterations_by_party on alterations (zone_id, party_id);

alter table alterations enable row level security;
alter table alterations force row level security;

-- Seen with the party's own entry.
create policy alterations_seen on alterations for select to banfa_app
  using (
    zone_id = (select nullif(current_setting('app.zone', true), '')::uuid)
    and (
      (select current_setting('app.reach', true)) = 'zone'
      or party_id = any ((select string_to_array(nullif(current_setting('app.parties', true), ''), ','))::uuid[])
      or exists (
        select 1 from parties p
        where p.zone_id = alterations.zone_id and p.party_id = alterations.party_id
          and p.office_id = any ((select string_to_array(nullif(current_setting('app.offices', true), ''), ','))::uuid[])
      )
    )
  );

create policy alterations_entered on alterations for insert to banfa_app
  with check (
    zone_id = (select nullif(current_setting('app.zone', true), '')::uuid)
    and (select current_setting('app.reach', true)) = 'zone'
  );

grant select, insert on alterations to banfa_app;

create policy parties_renamed on parties for update to banfa_app
  using (
    zone_id = (select nullif(current_setting('app.zone', true), '')::uuid)
    and (select current_setting('app.reach', true)) = 'zone'
  );

grant update (name, written) on parties to banfa_app;
