-- Objections with a course of their own: who objected follows it by number and key, the office asks
-- and is told more, papers and the answer lie in a folder of the objection (ADR 0096).
alter table objections add column key_hash text check (key_hash ~ '^[0-9a-f]{64}$');

-- What office and objector wrote to each other: added to, never changed.
create table objection_words (
  zone_id uuid not null references zones,
  objection_id uuid not null,
  ordinal integer not null check (ordinal > 0),
  kind text not null check (kind in ('ask', 'add')),
  says text not null check (says <> ''),
  said_on date not null,
  until_on date,
  by_zh text,
  by_en text,
  primary key (zone_id, objection_id, ordinal),
  foreign key (zone_id, objection_id) references objections (zone_id, id),
  check ((kind = 'ask') = (until_on is not null)),
  check ((kind = 'ask') = (by_zh is not null) and (by_zh is null) = (by_en is null))
);

alter table objection_words enable row level security;
alter table objection_words force row level security;

create policy objection_words_seen on objection_words for select to banfa_app
  using (
    zone_id = (select nullif(current_setting('app.zone', true), '')::uuid)
    and (
      (select current_setting('app.reach', true)) = 'zone'
      or (
        (select current_setting('app.task', true)) = 'answer-objection'
        and exists (
          select 1 from objections o
          where o.zone_id = objection_words.zone_id and o.id = objection_words.objection_id
        )
      )
    )
  );

create policy objection_words_said on objection_words for insert to banfa_app
  with check (
    zone_id = (select nullif(current_setting('app.zone', true), '')::uuid)
    and (
      (select current_setting('app.reach', true)) = 'zone'
      or (
        (select current_setting('app.task', true)) = 'answer-objection'
        and exists (
          select 1 from objections o
          where o.zone_id = objection_words.zone_id and o.id = objection_words.objection_id
        )
      )
    )
  );

grant select, insert on objection_words to banfa_app;

-- Whoever answers objections by delegation opens their folders and writes the answer into them.
create policy folders_of_objections_seen on folders for select to banfa_app
  using (
    zone_id = (select nullif(current_setting('app.zone', true), '')::uuid)
    and subject_kind = 'objection'
    and (select coalesce(current_setting('app.offices', true), '')) <> ''
    and (select current_setting('app.task', true)) = 'answer-objection'
  );

create policy folders_of_objections_opened on folders for insert to banfa_app
  with check (
    zone_id = (select nullif(current_setting('app.zone', true), '')::uuid)
    and subject_kind = 'objection' and not published and party_id is null and office_id is null
    and (select coalesce(current_setting('app.offices', true), '')) <> ''
    and (select current_setting('app.task', true)) = 'answer-objection'
  );

create policy issued_to_answer on issued for insert to banfa_app
  with check (
    zone_id = (select nullif(current_setting('app.zone', true), '')::uuid)
    and kind = 'reply' and subject_kind = 'objection'
    and (select coalesce(current_setting('app.offices', true), '')) <> ''
    and (select current_setting('app.task', true)) = 'answer-objection'
  );

alter table issued drop constraint issued_kind_check;

alter table issued add constraint issued_kind_check
  check (kind in ('receipt', 'acceptance', 'correction', 'recommendation', 'refusal', 'notice', 'certificate', 'hearing', 'minutes', 'decision', 'sanction', 'adoption', 'reply'));
