-- Cases: calls, applications, filings, review, public notices, objections and the board.
-- What happened is in the record; these tables hold what the acts speak of. The board is a read model.

-- Published: everybody may read which calls there are, also those to come.
create table calls (
  zone_id uuid not null references zones,
  id uuid not null,
  number text not null,
  title jsonb not null,
  pack text not null,
  version text not null,
  digest text not null check (digest ~ '^[0-9a-f]{64}$'),
  measure jsonb not null,
  services jsonb not null,
  notice_days integer not null,
  opens_on date not null,
  closes_on date not null,
  limits jsonb not null,
  issued_by jsonb not null,
  on_behalf_of jsonb,
  issued_on date not null,
  primary key (zone_id, id),
  unique (zone_id, number),
  check (closes_on >= opens_on)
);

create index calls_by_day on calls (zone_id, closes_on desc, id desc);

alter table calls enable row level security;
alter table calls force row level security;

create policy calls_seen on calls for select to banfa_app
  using (zone_id = (select nullif(current_setting('app.zone', true), '')::uuid));

create policy calls_opened on calls for insert to banfa_app
  with check (
    zone_id = (select nullif(current_setting('app.zone', true), '')::uuid)
    and (
      (select current_setting('app.reach', true)) = 'zone'
      or (select coalesce(current_setting('app.offices', true), '')) <> ''
    )
  );

grant select, insert on calls to banfa_app;

-- `readers`: the party, the offices and the experts who may see the case besides the city's officers.
create table cases (
  zone_id uuid not null references zones,
  id uuid not null,
  call_id uuid not null,
  service text not null,
  party_id uuid not null,
  office_id uuid not null,
  district text not null,
  readers uuid[] not null,
  answers jsonb not null,
  partner jsonb,
  partner_id uuid,
  revision integer not null check (revision >= 0),
  saved_at timestamptz,
  started_on date not null,
  primary key (zone_id, id),
  foreign key (zone_id, call_id) references calls (zone_id, id)
);

create index cases_by_party on cases (zone_id, party_id);

alter table cases enable row level security;
alter table cases force row level security;

create policy cases_seen on cases for select to banfa_app
  using (
    zone_id = (select nullif(current_setting('app.zone', true), '')::uuid)
    and (
      (select current_setting('app.reach', true)) = 'zone'
      or (
        (select current_setting('app.reach', true)) = 'own'
        and readers && (select string_to_array(concat_ws(',',
          nullif(current_setting('app.person', true), ''),
          nullif(current_setting('app.parties', true), ''),
          nullif(current_setting('app.offices', true), '')), ','))::uuid[]
      )
    )
  );

create policy cases_started on cases for insert to banfa_app
  with check (
    zone_id = (select nullif(current_setting('app.zone', true), '')::uuid)
    and (
      (select current_setting('app.reach', true)) = 'zone'
      or (
        (select current_setting('app.reach', true)) = 'own'
        and party_id = any ((select string_to_array(
          nullif(current_setting('app.parties', true), ''), ','))::uuid[])
      )
    )
  );

create policy cases_changed on cases for update to banfa_app
  using (
    zone_id = (select nullif(current_setting('app.zone', true), '')::uuid)
    and (
      (select current_setting('app.reach', true)) = 'zone'
      or (
        (select current_setting('app.reach', true)) = 'own'
        and readers && (select string_to_array(concat_ws(',',
          nullif(current_setting('app.person', true), ''),
          nullif(current_setting('app.parties', true), ''),
          nullif(current_setting('app.offices', true), '')), ','))::uuid[]
      )
    )
  );

grant select, insert, update on cases to banfa_app;

-- The read model of the fold, for queues: written by append() in the transaction of each act.
create table case_board (
  zone_id uuid not null references zones,
  case_id uuid not null,
  call_id uuid not null,
  service text not null,
  service_title jsonb not null,
  party_id uuid not null,
  party_name text not null,
  office_id uuid not null,
  district text not null,
  readers uuid[] not null,
  pack text not null,
  number text,
  search text not null,
  stage text not null,
  stage_on date not null,
  is_open boolean not null,
  due_on date,
  sort_day date not null,
  waits_for text[] not null,
  waiting_experts uuid[] not null,
  state jsonb not null,
  last_seq bigint not null,
  primary key (zone_id, case_id),
  foreign key (zone_id, case_id) references cases (zone_id, id)
);

-- 一个单位同一事项同时只有一件在办: one open case a party and service.
create unique index case_board_one_open on case_board (zone_id, party_id, service) where is_open;
create index case_board_by_party on case_board (zone_id, party_id);
create index case_board_queue on case_board (zone_id, sort_day, case_id) where stage <> 'draft';
create index case_board_by_stage on case_board (zone_id, stage, sort_day, case_id);
create index case_board_by_office on case_board (zone_id, office_id, stage, sort_day, case_id);

alter table case_board enable row level security;
alter table case_board force row level security;

-- A case under public notice is on a published list, and anybody's objection moves it.
create policy case_board_seen on case_board for select to banfa_app
  using (
    zone_id = (select nullif(current_setting('app.zone', true), '')::uuid)
    and (
      (select current_setting('app.reach', true)) = 'zone'
      or stage in ('publicised', 'objected')
      or (
        (select current_setting('app.reach', true)) = 'own'
        and readers && (select string_to_array(concat_ws(',',
          nullif(current_setting('app.person', true), ''),
          nullif(current_setting('app.parties', true), ''),
          nullif(current_setting('app.offices', true), '')), ','))::uuid[]
      )
    )
  );

create policy case_board_added on case_board for insert to banfa_app
  with check (
    zone_id = (select nullif(current_setting('app.zone', true), '')::uuid)
    and (
      (select current_setting('app.reach', true)) = 'zone'
      or (
        (select current_setting('app.reach', true)) = 'own'
        and party_id = any ((select string_to_array(
          nullif(current_setting('app.parties', true), ''), ','))::uuid[])
      )
    )
  );

create policy case_board_moved on case_board for update to banfa_app
  using (
    zone_id = (select nullif(current_setting('app.zone', true), '')::uuid)
    and (
      (select current_setting('app.reach', true)) = 'zone'
      or stage in ('publicised', 'objected')
      or (
        (select current_setting('app.reach', true)) = 'own'
        and readers && (select string_to_array(concat_ws(',',
          nullif(current_setting('app.person', true), ''),
          nullif(current_setting('app.parties', true), ''),
          nullif(current_setting('app.offices', true), '')), ','))::uuid[]
      )
    )
  );

grant select, insert, update on case_board to banfa_app;

-- What was filed, sealed: never changed, a correction is the next ordinal.
create table filings (
  zone_id uuid not null references zones,
  id uuid not null,
  case_id uuid not null,
  ordinal integer not null check (ordinal > 0),
  receipt text not null,
  filed_on date not null,
  facts jsonb not null,
  lineage jsonb not null,
  papers jsonb not null,
  partner jsonb,
  digest text not null,
  hash text not null check (hash ~ '^[0-9a-f]{64}$'),
  primary key (zone_id, id),
  unique (zone_id, case_id, ordinal),
  foreign key (zone_id, case_id) references cases (zone_id, id)
);

alter table filings enable row level security;
alter table filings force row level security;

create policy filings_seen on filings for select to banfa_app
  using (
    zone_id = (select nullif(current_setting('app.zone', true), '')::uuid)
    and (select coalesce(current_setting('app.reach', true), 'public')) <> 'public'
    and exists (select 1 from cases c where c.zone_id = filings.zone_id and c.id = filings.case_id)
  );

create policy filings_sealed on filings for insert to banfa_app
  with check (
    zone_id = (select nullif(current_setting('app.zone', true), '')::uuid)
    and exists (select 1 from cases c where c.zone_id = filings.zone_id and c.id = filings.case_id)
  );

grant select, insert on filings to banfa_app;

-- Who reviews a case: the city's officers know, and each expert of themselves; applicants never.
create table case_experts (
  zone_id uuid not null references zones,
  case_id uuid not null,
  person_id uuid not null,
  name text not null,
  employer text not null,
  assigned_on date not null,
  primary key (zone_id, case_id, person_id),
  foreign key (zone_id, case_id) references cases (zone_id, id)
);

create index case_experts_by_person on case_experts (zone_id, person_id);

alter table case_experts enable row level security;
alter table case_experts force row level security;

create policy case_experts_seen on case_experts for select to banfa_app
  using (
    zone_id = (select nullif(current_setting('app.zone', true), '')::uuid)
    and (
      (select current_setting('app.reach', true)) = 'zone'
      or person_id = (select nullif(current_setting('app.person', true), '')::uuid)
      or (
        (select coalesce(current_setting('app.offices', true), '')) <> ''
        and exists (
          select 1 from cases c
          where c.zone_id = case_experts.zone_id and c.id = case_experts.case_id
            and c.readers && (select string_to_array(
              nullif(current_setting('app.offices', true), ''), ','))::uuid[]
        )
      )
    )
  );

create policy case_experts_assigned on case_experts for insert to banfa_app
  with check (
    zone_id = (select nullif(current_setting('app.zone', true), '')::uuid)
    and (select coalesce(current_setting('app.offices', true), '')) <> ''
    and exists (select 1 from cases c where c.zone_id = case_experts.zone_id and c.id = case_experts.case_id)
  );

grant select, insert on case_experts to banfa_app;

-- One answer per judged condition and person, for good. An expert sees only their own.
create table judgements (
  zone_id uuid not null references zones,
  case_id uuid not null,
  condition text not null,
  person_id uuid not null,
  by_expert boolean not null,
  name text not null,
  answer text not null check (answer in ('met', 'not-met')),
  reason text not null check (reason <> ''),
  answered_on date not null,
  primary key (zone_id, case_id, condition, person_id),
  foreign key (zone_id, case_id) references cases (zone_id, id)
);

-- An office answers a condition once, whoever of it sits at the desk.
create unique index judgements_by_office on judgements (zone_id, case_id, condition) where not by_expert;

alter table judgements enable row level security;
alter table judgements force row level security;

create policy judgements_seen on judgements for select to banfa_app
  using (
    zone_id = (select nullif(current_setting('app.zone', true), '')::uuid)
    and (
      (select current_setting('app.reach', true)) = 'zone'
      or person_id = (select nullif(current_setting('app.person', true), '')::uuid)
      or (
        not by_expert
        and (select current_setting('app.reach', true)) = 'own'
        and exists (
          select 1 from cases c
          where c.zone_id = judgements.zone_id and c.id = judgements.case_id
        )
      )
    )
  );

create policy judgements_given on judgements for insert to banfa_app
  with check (
    zone_id = (select nullif(current_setting('app.zone', true), '')::uuid)
    and person_id = (select nullif(current_setting('app.person', true), '')::uuid)
    and exists (select 1 from cases c where c.zone_id = judgements.zone_id and c.id = judgements.case_id)
  );

grant select, insert on judgements to banfa_app;

-- Published the moment they are: the list is frozen, its hash printed.
create table notices (
  zone_id uuid not null references zones,
  id uuid not null,
  number text not null,
  title jsonb not null,
  pack text not null,
  version text not null,
  measure jsonb not null,
  cite text not null,
  from_on date not null,
  until_on date not null,
  working_days integer not null,
  counted jsonb not null,
  list jsonb not null,
  hash text not null check (hash ~ '^[0-9a-f]{64}$'),
  contact jsonb not null,
  closed_announced boolean not null,
  primary key (zone_id, id),
  unique (zone_id, number),
  check (until_on > from_on)
);

create index notices_by_day on notices (zone_id, from_on desc, id desc);

alter table notices enable row level security;
alter table notices force row level security;

create policy notices_seen on notices for select to banfa_app
  using (zone_id = (select nullif(current_setting('app.zone', true), '')::uuid));

create policy notices_published on notices for insert to banfa_app
  with check (
    zone_id = (select nullif(current_setting('app.zone', true), '')::uuid)
    and (
      (select current_setting('app.reach', true)) = 'zone'
      or (select coalesce(current_setting('app.offices', true), '')) <> ''
    )
  );

-- Only the machine notes that a window is over; nothing else of a notice ever changes.
create policy notices_ended on notices for update to banfa_app
  using (
    zone_id = (select nullif(current_setting('app.zone', true), '')::uuid)
    and (select current_setting('app.reach', true)) = 'zone'
    and (select coalesce(current_setting('app.person', true), '')) = ''
  );

grant select, insert on notices to banfa_app;

grant update (closed_announced) on notices to banfa_app;

create table notice_cases (
  zone_id uuid not null references zones,
  notice_id uuid not null,
  case_id uuid not null,
  primary key (zone_id, notice_id, case_id),
  unique (zone_id, case_id),
  foreign key (zone_id, notice_id) references notices (zone_id, id),
  foreign key (zone_id, case_id) references cases (zone_id, id)
);

alter table notice_cases enable row level security;
alter table notice_cases force row level security;

create policy notice_cases_seen on notice_cases for select to banfa_app
  using (zone_id = (select nullif(current_setting('app.zone', true), '')::uuid));

create policy notice_cases_listed on notice_cases for insert to banfa_app
  with check (
    zone_id = (select nullif(current_setting('app.zone', true), '')::uuid)
    and (
      (select current_setting('app.reach', true)) = 'zone'
      or (select coalesce(current_setting('app.offices', true), '')) <> ''
    )
  );

grant select, insert on notice_cases to banfa_app;

-- What the public says against a name on a list, and the answer. Who said it lies apart.
create table objections (
  zone_id uuid not null references zones,
  id uuid not null,
  notice_id uuid not null,
  case_id uuid not null,
  grounds text not null check (grounds <> ''),
  digest text not null check (digest ~ '^[0-9a-f]{64}$'),
  made_on date not null,
  answered_on date,
  upheld boolean,
  answer text,
  answered_by text,
  primary key (zone_id, id),
  foreign key (zone_id, notice_id, case_id) references notice_cases (zone_id, notice_id, case_id),
  check ((answered_on is null) = (upheld is null) and (upheld is null) = (answer is null))
);

create index objections_by_case on objections (zone_id, case_id);
create index objections_by_notice on objections (zone_id, notice_id);

alter table objections enable row level security;
alter table objections force row level security;

create policy objections_seen on objections for select to banfa_app
  using (
    zone_id = (select nullif(current_setting('app.zone', true), '')::uuid)
    and (
      (select current_setting('app.reach', true)) = 'zone'
      or (
        (select current_setting('app.reach', true)) = 'own'
        and exists (
          select 1 from cases c where c.zone_id = objections.zone_id and c.id = objections.case_id
        )
      )
    )
  );

create policy objections_made on objections for insert to banfa_app
  with check (
    zone_id = (select nullif(current_setting('app.zone', true), '')::uuid)
    and answered_on is null
  );

create policy objections_answered on objections for update to banfa_app
  using (
    zone_id = (select nullif(current_setting('app.zone', true), '')::uuid)
    and (select coalesce(current_setting('app.offices', true), '')) <> ''
    and exists (
      select 1 from cases c where c.zone_id = objections.zone_id and c.id = objections.case_id
    )
  );

grant select, insert on objections to banfa_app;

grant update (answered_on, upheld, answer, answered_by) on objections to banfa_app;

-- `fingerprint` tells the same person saying the same thing twice.
-- 姓名和联系方式: for the officers who look into the objection, and for nobody else.
create table objectors (
  zone_id uuid not null references zones,
  objection_id uuid not null,
  name text not null check (name <> ''),
  contact text not null check (contact <> ''),
  salt text not null,
  fingerprint text not null,
  primary key (zone_id, objection_id),
  unique (zone_id, fingerprint),
  foreign key (zone_id, objection_id) references objections (zone_id, id)
);

alter table objectors enable row level security;
alter table objectors force row level security;

create policy objectors_seen on objectors for select to banfa_app
  using (
    zone_id = (select nullif(current_setting('app.zone', true), '')::uuid)
    and (select current_setting('app.reach', true)) = 'zone'
  );

create policy objectors_named on objectors for insert to banfa_app
  with check (zone_id = (select nullif(current_setting('app.zone', true), '')::uuid));

grant select, insert on objectors to banfa_app;
