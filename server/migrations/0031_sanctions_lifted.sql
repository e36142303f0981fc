-- What is lifted stays in the books: a bar keeps its days, with the day and ground of its end.
alter table bars add column lifted_on date, add column lifted_cite text, add column lifted_reason text;

alter table bars add constraint bars_lifted_with_ground
  check ((lifted_on is null) = (lifted_cite is null) and (lifted_on is null) = (lifted_reason is null));

create policy bars_lifted on bars for update to banfa_app
  using (
    zone_id = (select nullif(current_setting('app.zone', true), '')::uuid)
    and (select current_setting('app.reach', true)) = 'zone'
  );

grant update (lifted_on, lifted_cite, lifted_reason) on bars to banfa_app;

-- 追回: what a party was told to pay back.
create table repayments (
  zone_id uuid not null references zones,
  repayment_id uuid not null,
  party_id uuid not null,
  pack text not null,
  measure_zh text not null,
  measure_en text not null,
  amount numeric(16, 2) not null check (amount > 0),
  demanded_on date not null,
  cite text not null,
  reason text not null check (reason <> ''),
  lifted_on date,
  lifted_cite text,
  lifted_reason text,
  primary key (zone_id, repayment_id),
  foreign key (zone_id, party_id) references parties (zone_id, party_id),
  check ((lifted_on is null) = (lifted_cite is null) and (lifted_on is null) = (lifted_reason is null))
);

comment on column repayments.amount is 'yuan';

create index repayments_by_party on repayments (zone_id, party_id);

alter table repayments enable row level security;
alter table repayments force row level security;

create policy repayments_seen on repayments for select to banfa_app
  using (
    zone_id = (select nullif(current_setting('app.zone', true), '')::uuid)
    and (
      (select current_setting('app.reach', true)) = 'zone'
      or party_id = any ((select string_to_array(nullif(current_setting('app.parties', true), ''), ','))::uuid[])
      or exists (
        select 1 from parties p
        where p.zone_id = repayments.zone_id and p.party_id = repayments.party_id
          and p.office_id = any ((select string_to_array(nullif(current_setting('app.offices', true), ''), ','))::uuid[])
      )
    )
  );

create policy repayments_demanded on repayments for insert to banfa_app
  with check (
    zone_id = (select nullif(current_setting('app.zone', true), '')::uuid)
    and (select current_setting('app.reach', true)) = 'zone'
  );

create policy repayments_lifted on repayments for update to banfa_app
  using (
    zone_id = (select nullif(current_setting('app.zone', true), '')::uuid)
    and (select current_setting('app.reach', true)) = 'zone'
  );

grant select, insert on repayments to banfa_app;

grant update (lifted_on, lifted_cite, lifted_reason) on repayments to banfa_app;

alter table issued drop constraint issued_kind_check;

alter table issued add constraint issued_kind_check
  check (kind in ('receipt', 'acceptance', 'correction', 'recommendation', 'refusal', 'notice', 'certificate', 'hearing', 'minutes', 'decision', 'sanction'));
