-- 奖补台账: what was paid to a party under a service; an entry stays, a wrong one is struck by a
-- counter-entry of the same day (ADR 0105).
create table payments (
  zone_id uuid not null references zones,
  payment_id uuid not null,
  party_id uuid not null,
  pack text not null,
  service text not null,
  fen bigint not null check (fen <> 0),
  paid_on date not null,
  corrects uuid,
  reason text not null check (reason <> ''),
  entered_on date not null,
  entered_by text not null,
  primary key (zone_id, payment_id),
  unique (zone_id, corrects),
  check ((corrects is null) = (fen > 0)),
  foreign key (zone_id, party_id) references parties (zone_id, party_id),
  foreign key (zone_id, corrects) references payments (zone_id, payment_id)
);

create index payments_by_party on payments (zone_id, party_id);

-- 台账完整: that a zone says that every payment is and will be entered.
create table ledgers (
  zone_id uuid not null references zones,
  reason text not null check (reason <> ''),
  said_on date not null,
  said_by text not null,
  primary key (zone_id)
);

alter table payments enable row level security;
alter table payments force row level security;
alter table ledgers enable row level security;
alter table ledgers force row level security;

-- Seen with the party's own entry.
create policy payments_seen on payments for select to banfa_app
  using (
    zone_id = (select nullif(current_setting('app.zone', true), '')::uuid)
    and (
      (select current_setting('app.reach', true)) = 'zone'
      or party_id = any ((select string_to_array(nullif(current_setting('app.parties', true), ''), ','))::uuid[])
      or exists (
        select 1 from parties p
        where p.zone_id = payments.zone_id and p.party_id = payments.party_id
          and p.office_id = any ((select string_to_array(nullif(current_setting('app.offices', true), ''), ','))::uuid[])
      )
    )
  );

create policy payments_entered on payments for insert to banfa_app
  with check (
    zone_id = (select nullif(current_setting('app.zone', true), '')::uuid)
    and (select current_setting('app.reach', true)) = 'zone'
  );

create policy ledgers_seen on ledgers for select to banfa_app
  using (zone_id = (select nullif(current_setting('app.zone', true), '')::uuid));

create policy ledgers_said on ledgers for insert to banfa_app
  with check (
    zone_id = (select nullif(current_setting('app.zone', true), '')::uuid)
    and (select current_setting('app.reach', true)) = 'zone'
  );

grant select, insert on payments, ledgers to banfa_app;
