-- Registries: parties, carriers, experts, facts, recognitions, bars.
-- What the national register publishes of a party (name, code, district) is seen by everyone who is
-- signed in; facts and bars only by the party, the office in charge of it and the zone (ADR 0020).

create table parties (
  zone_id uuid not null references zones,
  party_id uuid not null,
  kind text not null check (kind in ('enterprise', 'institution', 'agency', 'foreign')),
  name text not null check (name <> ''),
  name_en text,
  credit_code text check (credit_code ~ '^[0-9A-HJ-NPQRTUWXY]{8}[0-9A-Z]{9}[0-9A-HJ-NPQRTUWXY]$'),
  district text,
  office_id uuid,
  country text,
  registration_number text,
  registered_on date not null,
  -- Name, English name and code in small letters, as searches compare them.
  written text not null,
  primary key (zone_id, party_id),
  unique (zone_id, credit_code),
  unique (zone_id, country, registration_number),
  check ((kind = 'foreign') = (credit_code is null)),
  check (kind <> 'foreign' or (country is not null and registration_number is not null))
);

create index parties_by_name on parties (zone_id, name, party_id);

alter table parties enable row level security;
alter table parties force row level security;

create policy parties_seen on parties for select to banfa_app
  using (
    zone_id = (select nullif(current_setting('app.zone', true), '')::uuid)
    and (select current_setting('app.reach', true)) in ('own', 'zone')
  );

-- An applicant may register a foreign partner, which has no register here; nobody else.
create policy parties_registered on parties for insert to banfa_app
  with check (
    zone_id = (select nullif(current_setting('app.zone', true), '')::uuid)
    and (
      (select current_setting('app.reach', true)) = 'zone'
      or ((select current_setting('app.reach', true)) = 'own' and kind = 'foreign')
    )
  );

grant select, insert on parties to banfa_app;

-- Overlapping pairs of characters of `written`: what serves searches of two Chinese characters.
-- A table and not a GIN index, because under row-level security an index is used only for operators
-- that leak nothing (=), never for @@, @> or LIKE (ADR 0021).
create table party_grams (
  zone_id uuid not null references zones,
  gram text not null,
  party_id uuid not null,
  primary key (zone_id, gram, party_id),
  foreign key (zone_id, party_id) references parties (zone_id, party_id)
);

alter table party_grams enable row level security;
alter table party_grams force row level security;

create policy party_grams_seen on party_grams for select to banfa_app
  using (
    zone_id = (select nullif(current_setting('app.zone', true), '')::uuid)
    and (select current_setting('app.reach', true)) in ('own', 'zone')
  );

create policy party_grams_entered on party_grams for insert to banfa_app
  with check (
    zone_id = (select nullif(current_setting('app.zone', true), '')::uuid)
    and (
      (select current_setting('app.reach', true)) = 'zone'
      or exists (
        select 1 from parties p
        where p.zone_id = party_grams.zone_id and p.party_id = party_grams.party_id
          and p.kind = 'foreign'
      )
    )
  );

grant select, insert on party_grams to banfa_app;

create table carriers (
  zone_id uuid not null references zones,
  carrier_id uuid not null,
  operator_id uuid not null,
  name text not null check (name <> ''),
  name_en text,
  kind text not null,
  place text not null,
  primary key (zone_id, carrier_id),
  unique (zone_id, operator_id, name),
  foreign key (zone_id, operator_id) references parties (zone_id, party_id)
);

alter table carriers enable row level security;
alter table carriers force row level security;

create policy carriers_seen on carriers for select to banfa_app
  using (
    zone_id = (select nullif(current_setting('app.zone', true), '')::uuid)
    and (select current_setting('app.reach', true)) in ('own', 'zone')
  );

create policy carriers_registered on carriers for insert to banfa_app
  with check (
    zone_id = (select nullif(current_setting('app.zone', true), '')::uuid)
    and (
      (select current_setting('app.reach', true)) = 'zone'
      or operator_id = any ((select string_to_array(nullif(current_setting('app.parties', true), ''), ','))::uuid[])
    )
  );

grant select, insert on carriers to banfa_app;

create table experts (
  zone_id uuid not null references zones,
  person_id uuid not null,
  name text not null check (name <> ''),
  title_zh text not null,
  title_en text not null,
  employer_id uuid,
  fields text[] not null,
  primary key (zone_id, person_id),
  foreign key (zone_id, employer_id) references parties (zone_id, party_id)
);

alter table experts enable row level security;
alter table experts force row level security;

create policy experts_seen on experts for select to banfa_app
  using (
    zone_id = (select nullif(current_setting('app.zone', true), '')::uuid)
    and (
      (select current_setting('app.reach', true)) = 'zone'
      or person_id = (select nullif(current_setting('app.person', true), '')::uuid)
    )
  );

create policy experts_registered on experts for insert to banfa_app
  with check (
    zone_id = (select nullif(current_setting('app.zone', true), '')::uuid)
    and (select current_setting('app.reach', true)) = 'zone'
  );

grant select, insert on experts to banfa_app;

create table expert_conflicts (
  zone_id uuid not null references zones,
  person_id uuid not null,
  party_id uuid not null,
  reason text not null check (reason <> ''),
  declared_on date not null,
  primary key (zone_id, person_id, party_id),
  foreign key (zone_id, person_id) references experts (zone_id, person_id),
  foreign key (zone_id, party_id) references parties (zone_id, party_id)
);

alter table expert_conflicts enable row level security;
alter table expert_conflicts force row level security;

create policy expert_conflicts_seen on expert_conflicts for select to banfa_app
  using (
    zone_id = (select nullif(current_setting('app.zone', true), '')::uuid)
    and (
      (select current_setting('app.reach', true)) = 'zone'
      or person_id = (select nullif(current_setting('app.person', true), '')::uuid)
    )
  );

create policy expert_conflicts_declared on expert_conflicts for insert to banfa_app
  with check (
    zone_id = (select nullif(current_setting('app.zone', true), '')::uuid)
    and (
      (select current_setting('app.reach', true)) = 'zone'
      or person_id = (select nullif(current_setting('app.person', true), '')::uuid)
    )
  );

grant select, insert on expert_conflicts to banfa_app;

-- Append only: a correction is another entry. There is no policy and no grant for update or delete.
create table facts (
  zone_id uuid not null references zones,
  fact_id uuid not null,
  ord bigint generated always as identity,
  party_id uuid not null,
  subject text not null check (subject in ('party', 'carrier', 'partner')),
  name text not null,
  value jsonb not null,
  source_kind text not null check (source_kind in ('applicant', 'register', 'office')),
  source_zh text not null,
  source_en text not null,
  period_from date,
  period_until date,
  recorded_on date not null,
  recorded_at timestamptz not null,
  recorded_by uuid,
  recorded_by_name text not null,
  verified_on date,
  verified_by text,
  primary key (zone_id, fact_id),
  foreign key (zone_id, party_id) references parties (zone_id, party_id),
  check ((period_from is null) = (period_until is null) and period_from <= period_until),
  check ((verified_on is null) = (verified_by is null)),
  check (source_kind <> 'applicant' or verified_on is null)
);

create index facts_by_party on facts (zone_id, party_id, subject, name, ord);

alter table facts enable row level security;
alter table facts force row level security;

create policy facts_seen on facts for select to banfa_app
  using (
    zone_id = (select nullif(current_setting('app.zone', true), '')::uuid)
    and (
      (select current_setting('app.reach', true)) = 'zone'
      or party_id = any ((select string_to_array(nullif(current_setting('app.parties', true), ''), ','))::uuid[])
      or exists (
        select 1 from parties p
        where p.zone_id = facts.zone_id and p.party_id = facts.party_id
          and p.office_id = any ((select string_to_array(nullif(current_setting('app.offices', true), ''), ','))::uuid[])
      )
    )
  );

-- A party can only declare; verified values come from the office in charge or from the zone.
create policy facts_recorded on facts for insert to banfa_app
  with check (
    zone_id = (select nullif(current_setting('app.zone', true), '')::uuid)
    and (
      (select current_setting('app.reach', true)) = 'zone'
      or (
        source_kind = 'applicant'
        and party_id = any ((select string_to_array(nullif(current_setting('app.parties', true), ''), ','))::uuid[])
      )
      or exists (
        select 1 from parties p
        where p.zone_id = facts.zone_id and p.party_id = facts.party_id
          and p.office_id = any ((select string_to_array(nullif(current_setting('app.offices', true), ''), ','))::uuid[])
      )
    )
  );

grant select, insert on facts to banfa_app;

-- Recognitions are published, so everybody reads them. Only the revocation may be written later.
create table recognitions (
  zone_id uuid not null references zones,
  recognition_id uuid not null,
  party_id uuid not null,
  pack text not null,
  service text not null,
  title_zh text not null,
  title_en text not null,
  number text not null,
  cite text not null,
  granted_on date not null,
  revoked_on date,
  revoked_cite text,
  revoked_reason text,
  primary key (zone_id, recognition_id),
  unique (zone_id, number),
  foreign key (zone_id, party_id) references parties (zone_id, party_id),
  check ((revoked_on is null) = (revoked_cite is null) and (revoked_on is null) = (revoked_reason is null)),
  check (revoked_on >= granted_on)
);

create index recognitions_by_party on recognitions (zone_id, party_id);

alter table recognitions enable row level security;
alter table recognitions force row level security;

create policy recognitions_seen on recognitions for select to banfa_app
  using (zone_id = (select nullif(current_setting('app.zone', true), '')::uuid));

create policy recognitions_granted on recognitions for insert to banfa_app
  with check (
    zone_id = (select nullif(current_setting('app.zone', true), '')::uuid)
    and (select current_setting('app.reach', true)) = 'zone'
  );

create policy recognitions_revoked on recognitions for update to banfa_app
  using (
    zone_id = (select nullif(current_setting('app.zone', true), '')::uuid)
    and (select current_setting('app.reach', true)) = 'zone'
  );

grant select, insert on recognitions to banfa_app;

grant update (revoked_on, revoked_cite, revoked_reason) on recognitions to banfa_app;

create table bars (
  zone_id uuid not null references zones,
  bar_id uuid not null,
  party_id uuid not null,
  pack text not null,
  measure_zh text not null,
  measure_en text not null,
  bar_from date not null,
  bar_until date not null,
  services text[],
  cite text not null,
  reason text not null check (reason <> ''),
  primary key (zone_id, bar_id),
  foreign key (zone_id, party_id) references parties (zone_id, party_id),
  check (bar_from <= bar_until)
);

comment on column bars.services is 'null bars every service';

create index bars_by_party on bars (zone_id, party_id, bar_until);

alter table bars enable row level security;
alter table bars force row level security;

create policy bars_seen on bars for select to banfa_app
  using (
    zone_id = (select nullif(current_setting('app.zone', true), '')::uuid)
    and (
      (select current_setting('app.reach', true)) = 'zone'
      or party_id = any ((select string_to_array(nullif(current_setting('app.parties', true), ''), ','))::uuid[])
      or exists (
        select 1 from parties p
        where p.zone_id = bars.zone_id and p.party_id = bars.party_id
          and p.office_id = any ((select string_to_array(nullif(current_setting('app.offices', true), ''), ','))::uuid[])
      )
    )
  );

create policy bars_imposed on bars for insert to banfa_app
  with check (
    zone_id = (select nullif(current_setting('app.zone', true), '')::uuid)
    and (select current_setting('app.reach', true)) = 'zone'
  );

grant select, insert on bars to banfa_app;
