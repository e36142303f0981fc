-- Drafts by field: which save wrote each field last, and who; and which saves have been taken already,
-- so that one sent twice over a bad line changes nothing the second time (ADR 0068).
alter table cases add column marks jsonb not null default '{}';

create table draft_saves (
  zone_id uuid not null references zones,
  case_id uuid not null,
  save_id uuid not null,
  rejected text[] not null,
  saved_on date not null,
  primary key (zone_id, case_id, save_id),
  foreign key (zone_id, case_id) references cases (zone_id, id)
);

alter table draft_saves enable row level security;
alter table draft_saves force row level security;

create policy draft_saves_seen on draft_saves for select to banfa_app
  using (
    zone_id = (select nullif(current_setting('app.zone', true), '')::uuid)
    and (select current_setting('app.reach', true)) <> 'public'
    and exists (select 1 from cases c where c.zone_id = draft_saves.zone_id and c.id = draft_saves.case_id)
  );

create policy draft_saves_taken on draft_saves for insert to banfa_app
  with check (
    zone_id = (select nullif(current_setting('app.zone', true), '')::uuid)
    and exists (select 1 from cases c where c.zone_id = draft_saves.zone_id and c.id = draft_saves.case_id)
  );

grant select, insert on draft_saves to banfa_app;
