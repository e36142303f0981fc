-- A case may be judged more than once: after it was sent back, or an objection was upheld. Each round
-- has its own experts and answers, and those of an earlier one stay as they were (ADR 0069).
alter table case_experts add column round integer not null default 1;
alter table case_experts drop constraint case_experts_pkey;
alter table case_experts add primary key (zone_id, case_id, round, person_id);

alter table judgements add column round integer not null default 1;
alter table judgements drop constraint judgements_pkey;
alter table judgements add primary key (zone_id, case_id, round, condition, person_id);
drop index judgements_by_office;
create unique index judgements_by_office on judgements (zone_id, case_id, round, condition) where not by_expert;

-- A case that is appraised anew comes on another notice.
alter table notice_cases drop constraint notice_cases_zone_id_case_id_key;
create index notice_cases_by_case on notice_cases (zone_id, case_id);

-- The office that hands a case to the right one gives its folder away in the same act.
create policy folders_transferred_seen on folders for select to banfa_app
  using (
    zone_id = (select nullif(current_setting('app.zone', true), '')::uuid)
    and (select current_setting('app.task', true)) = 'transfer'
    and subject_kind = 'case'
  );

create policy folders_transferred_opened on folders for insert to banfa_app
  with check (
    zone_id = (select nullif(current_setting('app.zone', true), '')::uuid)
    and (select current_setting('app.task', true)) = 'transfer'
    and subject_kind = 'case' and not published
  );

create policy folders_transferred on folders for update to banfa_app
  using (
    zone_id = (select nullif(current_setting('app.zone', true), '')::uuid)
    and (select current_setting('app.task', true)) = 'transfer'
    and office_id = any ((select string_to_array(nullif(current_setting('app.offices', true), ''), ','))::uuid[])
  )
  with check (
    zone_id = (select nullif(current_setting('app.zone', true), '')::uuid)
    and (select current_setting('app.task', true)) = 'transfer'
    and subject_kind = 'case'
  );

-- What somebody looks for again and again, under a name; theirs alone.
create table saved_filters (
  zone_id uuid not null references zones,
  id uuid not null,
  person_id uuid not null,
  name text not null check (name <> ''),
  filter jsonb not null,
  primary key (zone_id, id),
  unique (zone_id, person_id, name)
);

alter table saved_filters enable row level security;
alter table saved_filters force row level security;

create policy saved_filters_own on saved_filters to banfa_app
  using (
    zone_id = (select nullif(current_setting('app.zone', true), '')::uuid)
    and person_id = (select nullif(current_setting('app.person', true), '')::uuid)
  );

grant select, insert, update, delete on saved_filters to banfa_app;
