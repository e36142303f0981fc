-- Jurisdiction, dated delegations, substitutes, the register of powers, and the posts of the three
-- administrators. What administrators may see beside their own is named by app.task (ADR 0061).

alter table posts drop constraint posts_duties_check;

alter table posts add constraint posts_duties_check check (
  cardinality(duties) > 0
  and duties <@ array['handle', 'decide', 'review', 'audit', 'administer', 'grant']
);

alter table offices add column closed_on date;

grant update (parent_id, name_zh, name_en, closed_on) on offices to banfa_app;

create policy offices_administered on offices for update to banfa_app
  using (
    zone_id = (select nullif(current_setting('app.zone', true), '')::uuid)
    and (select current_setting('app.task', true)) = 'administer'
  );

create policy offices_opened_by_administrators on offices for insert to banfa_app
  with check (
    zone_id = (select nullif(current_setting('app.zone', true), '')::uuid)
    and (select current_setting('app.task', true)) = 'administer'
  );

-- City, districts, functional zones; a functional zone lies in one or more districts. Published.
create table areas (
  zone_id uuid not null references zones,
  code text not null check (code <> ''),
  kind text not null check (kind in ('city', 'district', 'functional-zone')),
  name_zh text not null,
  name_en text not null,
  districts text[] not null default '{}',
  primary key (zone_id, code),
  check ((kind = 'functional-zone') = (cardinality(districts) > 0))
);

alter table areas enable row level security;
alter table areas force row level security;

create policy areas_seen on areas for select to banfa_app
  using (zone_id = (select nullif(current_setting('app.zone', true), '')::uuid));

create policy areas_drawn on areas for insert to banfa_app
  with check (
    zone_id = (select nullif(current_setting('app.zone', true), '')::uuid)
    and (
      (select current_setting('app.reach', true)) = 'zone'
      or (select current_setting('app.task', true)) = 'administer'
    )
  );

create policy areas_redrawn on areas for update to banfa_app
  using (
    zone_id = (select nullif(current_setting('app.zone', true), '')::uuid)
    and (select current_setting('app.task', true)) = 'administer'
  );

grant select, insert, update on areas to banfa_app;

-- The written instrument by which an office delegates what a measure lets it delegate: dated, and
-- narrowed to acts and districts. Published, as a delegation must be.
create table mandates (
  zone_id uuid not null references zones,
  id uuid not null,
  number text not null,
  pack text not null,
  delegation text not null,
  from_office uuid not null,
  to_office uuid not null,
  acts text[] not null default '{}',
  districts text[] not null default '{}',
  cite text not null,
  from_day date not null,
  until_day date not null,
  ended_on date,
  ended_why text,
  primary key (zone_id, id),
  foreign key (zone_id, from_office) references offices (zone_id, id),
  foreign key (zone_id, to_office) references offices (zone_id, id),
  check (until_day >= from_day),
  check (from_office <> to_office)
);

create index mandates_to_office on mandates (zone_id, to_office);

alter table mandates enable row level security;
alter table mandates force row level security;

create policy mandates_seen on mandates for select to banfa_app
  using (zone_id = (select nullif(current_setting('app.zone', true), '')::uuid));

create policy mandates_given on mandates for insert to banfa_app
  with check (
    zone_id = (select nullif(current_setting('app.zone', true), '')::uuid)
    and (select current_setting('app.task', true)) = 'grant'
  );

create policy mandates_ended on mandates for update to banfa_app
  using (
    zone_id = (select nullif(current_setting('app.zone', true), '')::uuid)
    and (select current_setting('app.task', true)) = 'grant'
  );

grant select, insert on mandates to banfa_app;

grant update (ended_on, ended_why) on mandates to banfa_app;

-- 代行: who acts in a post while its holder is away; never the holder.
create table substitutions (
  zone_id uuid not null,
  id uuid not null,
  post_id uuid not null,
  absent_id uuid not null,
  substitute_id uuid not null,
  from_day date not null,
  until_day date not null,
  ended_on date,
  reason text not null,
  primary key (zone_id, id),
  foreign key (zone_id, post_id) references posts (zone_id, id),
  foreign key (zone_id, absent_id) references people (zone_id, id),
  foreign key (zone_id, substitute_id) references people (zone_id, id),
  check (absent_id <> substitute_id),
  check (until_day >= from_day)
);

create index substitutions_of_substitute on substitutions (zone_id, substitute_id);

create index substitutions_of_absent on substitutions (zone_id, absent_id);

alter table substitutions enable row level security;
alter table substitutions force row level security;

create policy substitutions_seen on substitutions for select to banfa_app
  using (
    zone_id = (select nullif(current_setting('app.zone', true), '')::uuid)
    and (
      (select current_setting('app.reach', true)) = 'zone'
      or (select current_setting('app.task', true)) = 'grant'
      or absent_id = (select nullif(current_setting('app.person', true), '')::uuid)
      or substitute_id = (select nullif(current_setting('app.person', true), '')::uuid)
    )
  );

create policy substitutions_arranged on substitutions for insert to banfa_app
  with check (
    zone_id = (select nullif(current_setting('app.zone', true), '')::uuid)
    and (
      (select current_setting('app.task', true)) = 'grant'
      or absent_id = (select nullif(current_setting('app.person', true), '')::uuid)
    )
  );

create policy substitutions_ended on substitutions for update to banfa_app
  using (
    zone_id = (select nullif(current_setting('app.zone', true), '')::uuid)
    and (
      (select current_setting('app.task', true)) = 'grant'
      or absent_id = (select nullif(current_setting('app.person', true), '')::uuid)
    )
  );

grant select, insert on substitutions to banfa_app;

grant update (ended_on) on substitutions to banfa_app;

-- 权责清单: matter, office, legal basis. Published.
create table powers (
  zone_id uuid not null references zones,
  id uuid not null,
  matter_zh text not null,
  matter_en text not null,
  kind text not null check (kind in (
    'licence', 'confirmation', 'payment', 'inspection', 'sanction', 'reward', 'service', 'duty'
  )),
  level text not null check (level in ('city', 'district', 'functional-zone')),
  office_id uuid not null,
  share_zh text not null default '',
  share_en text not null default '',
  law text not null,
  cite text not null,
  pack text,
  service text,
  from_day date not null,
  until_day date,
  primary key (zone_id, id),
  foreign key (zone_id, office_id) references offices (zone_id, id),
  check (until_day is null or until_day >= from_day)
);

alter table powers enable row level security;
alter table powers force row level security;

create policy powers_seen on powers for select to banfa_app
  using (zone_id = (select nullif(current_setting('app.zone', true), '')::uuid));

create policy powers_entered on powers for insert to banfa_app
  with check (
    zone_id = (select nullif(current_setting('app.zone', true), '')::uuid)
    and (select current_setting('app.reach', true)) = 'zone'
  );

create policy powers_ended on powers for update to banfa_app
  using (
    zone_id = (select nullif(current_setting('app.zone', true), '')::uuid)
    and (select current_setting('app.reach', true)) = 'zone'
  );

grant select, insert on powers to banfa_app;

grant update (until_day) on powers to banfa_app;

-- Administrators work on people and posts without the zone's reach into cases.
create policy people_administered on people for select to banfa_app
  using (
    zone_id = (select nullif(current_setting('app.zone', true), '')::uuid)
    and (select current_setting('app.task', true)) in ('administer', 'grant')
  );

create policy people_added_by_administrators on people for insert to banfa_app
  with check (
    zone_id = (select nullif(current_setting('app.zone', true), '')::uuid)
    and (select current_setting('app.task', true)) = 'administer'
  );

create policy people_changed_by_administrators on people for update to banfa_app
  using (
    zone_id = (select nullif(current_setting('app.zone', true), '')::uuid)
    and (select current_setting('app.task', true)) = 'administer'
  );

create policy posts_administered on posts for select to banfa_app
  using (
    zone_id = (select nullif(current_setting('app.zone', true), '')::uuid)
    and (select current_setting('app.task', true)) in ('administer', 'grant')
  );

create policy posts_granted on posts for insert to banfa_app
  with check (
    zone_id = (select nullif(current_setting('app.zone', true), '')::uuid)
    and (select current_setting('app.task', true)) = 'grant'
  );

create policy posts_withdrawn on posts for update to banfa_app
  using (
    zone_id = (select nullif(current_setting('app.zone', true), '')::uuid)
    and (select current_setting('app.task', true)) = 'grant'
  );

-- Whom an office's people may name as their substitutes: the posts of their own offices, and who holds
-- them.
create policy posts_of_colleagues on posts for select to banfa_app
  using (
    zone_id = (select nullif(current_setting('app.zone', true), '')::uuid)
    and (select current_setting('app.task', true)) = 'name-substitute'
    and office_id = any ((select string_to_array(
      nullif(current_setting('app.offices', true), ''), ','))::uuid[])
  );

create policy people_of_colleagues on people for select to banfa_app
  using (
    zone_id = (select nullif(current_setting('app.zone', true), '')::uuid)
    and (select current_setting('app.task', true)) = 'name-substitute'
    and exists (
      select 1 from posts p where p.zone_id = people.zone_id and p.person_id = people.id
    )
  );
