-- What an expert adds later to an opinion already given: a row of its own, seen by whoever sees the
-- opinion. The opinion itself and the count stay as they are (ADR 0098).
create table opinion_words (
  zone_id uuid not null references zones,
  id uuid not null,
  case_id uuid not null,
  round integer not null,
  condition text not null,
  person_id uuid not null,
  says text not null check (says <> ''),
  said_at timestamptz not null,
  primary key (zone_id, id),
  foreign key (zone_id, case_id, round, condition, person_id)
    references judgements (zone_id, case_id, round, condition, person_id)
);

create index opinion_words_by_case on opinion_words (zone_id, case_id, round);

alter table opinion_words enable row level security;
alter table opinion_words force row level security;

-- The subquery sees only the opinions the actor may see, by their own policies.
create policy opinion_words_seen on opinion_words for select to banfa_app
  using (
    zone_id = (select nullif(current_setting('app.zone', true), '')::uuid)
    and exists (
      select 1 from judgements j
      where j.zone_id = opinion_words.zone_id and j.case_id = opinion_words.case_id
        and j.round = opinion_words.round and j.condition = opinion_words.condition
        and j.person_id = opinion_words.person_id
    )
  );

create policy opinion_words_added on opinion_words for insert to banfa_app
  with check (
    zone_id = (select nullif(current_setting('app.zone', true), '')::uuid)
    and person_id = (select nullif(current_setting('app.person', true), '')::uuid)
  );

grant select, insert on opinion_words to banfa_app;
