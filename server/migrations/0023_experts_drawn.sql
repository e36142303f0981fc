-- Experts: how many cases one takes at a time, what ties them to parties, and draws by lot that
-- anybody may replay from codes without a name (ADR 0070).
alter table experts add column most_open integer check (most_open > 0);

create table expert_ties (
  zone_id uuid not null references zones,
  person_id uuid not null,
  party_id uuid not null,
  kind text not null check (kind in ('shareholder', 'mentor', 'relative')),
  entered_on date not null,
  primary key (zone_id, person_id, party_id, kind),
  foreign key (zone_id, person_id) references experts (zone_id, person_id),
  foreign key (zone_id, party_id) references parties (zone_id, party_id)
);

alter table expert_ties enable row level security;
alter table expert_ties force row level security;

create policy expert_ties_seen on expert_ties for select to banfa_app
  using (
    zone_id = (select nullif(current_setting('app.zone', true), '')::uuid)
    and (
      (select current_setting('app.reach', true)) = 'zone'
      or person_id = (select nullif(current_setting('app.person', true), '')::uuid)
      or (select current_setting('app.task', true)) = 'assign'
    )
  );

create policy expert_ties_entered on expert_ties for insert to banfa_app
  with check (
    zone_id = (select nullif(current_setting('app.zone', true), '')::uuid)
    and (select current_setting('app.reach', true)) = 'zone'
  );

grant select, insert on expert_ties to banfa_app;

-- Who sits in which carrier (入驻).
create table tenancies (
  zone_id uuid not null references zones,
  carrier_id uuid not null,
  party_id uuid not null,
  entered_on date not null,
  primary key (zone_id, carrier_id, party_id),
  foreign key (zone_id, carrier_id) references carriers (zone_id, carrier_id),
  foreign key (zone_id, party_id) references parties (zone_id, party_id)
);

create index tenancies_by_party on tenancies (zone_id, party_id);

alter table tenancies enable row level security;
alter table tenancies force row level security;

create policy tenancies_seen on tenancies for select to banfa_app
  using (
    zone_id = (select nullif(current_setting('app.zone', true), '')::uuid)
    and (
      (select current_setting('app.reach', true)) = 'zone'
      or (select current_setting('app.task', true)) = 'assign'
    )
  );

create policy tenancies_entered on tenancies for insert to banfa_app
  with check (
    zone_id = (select nullif(current_setting('app.zone', true), '')::uuid)
    and (select current_setting('app.reach', true)) = 'zone'
  );

grant select, insert on tenancies to banfa_app;

-- What was frozen before the lot and what came of it: codes, no names. Whose a code is lies apart.
create table draws (
  zone_id uuid not null references zones,
  id uuid not null,
  case_id uuid not null,
  round integer not null,
  proof jsonb not null,
  primary key (zone_id, id),
  foreign key (zone_id, case_id) references cases (zone_id, id)
);

alter table draws enable row level security;
alter table draws force row level security;

create policy draws_seen on draws for select to banfa_app
  using (zone_id = (select nullif(current_setting('app.zone', true), '')::uuid));

create policy draws_drawn on draws for insert to banfa_app
  with check (
    zone_id = (select nullif(current_setting('app.zone', true), '')::uuid)
    and (
      (select current_setting('app.reach', true)) = 'zone'
      or (select current_setting('app.task', true)) = 'assign'
    )
  );

grant select (zone_id, id, proof), insert on draws to banfa_app;

create table draw_candidates (
  zone_id uuid not null references zones,
  draw_id uuid not null,
  code uuid not null,
  person_id uuid not null,
  primary key (zone_id, draw_id, code),
  foreign key (zone_id, draw_id) references draws (zone_id, id)
);

alter table draw_candidates enable row level security;
alter table draw_candidates force row level security;

create policy draw_candidates_seen on draw_candidates for select to banfa_app
  using (
    zone_id = (select nullif(current_setting('app.zone', true), '')::uuid)
    and (select current_setting('app.reach', true)) = 'zone'
  );

create policy draw_candidates_entered on draw_candidates for insert to banfa_app
  with check (
    zone_id = (select nullif(current_setting('app.zone', true), '')::uuid)
    and (
      (select current_setting('app.reach', true)) = 'zone'
      or (select current_setting('app.task', true)) = 'assign'
    )
  );

grant select, insert on draw_candidates to banfa_app;
