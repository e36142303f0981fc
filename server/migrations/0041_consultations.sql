-- Consultations of drafts (征求意见). What is published is seen by everybody; what people wrote only by
-- the office and by themselves; who wrote it lies apart, and is the one thing here that is deleted.
create table consultations (
  zone_id uuid not null references zones,
  id uuid not null,
  number text not null,
  title_zh text not null,
  title_en text not null,
  office_id uuid not null,
  office_zh text not null,
  office_en text not null,
  -- The installed version it is about; null where the draft came as a document.
  pack text,
  version text,
  -- The draft as published: [{article, gist, text}]. Frozen by the publication.
  articles jsonb not null,
  draft_file uuid,
  note text not null,
  note_file uuid,
  contact text not null check (contact <> ''),
  opens_on date not null,
  closes_on date not null check (closes_on > opens_on),
  counted jsonb not null,
  -- Why the time is shorter than the law generally asks for.
  shortened text,
  published_on date,
  summary jsonb,
  summary_on date,
  adopted_pack text,
  adopted_version text,
  revision integer not null,
  primary key (zone_id, id),
  check ((summary is null) = (summary_on is null)),
  check (summary_on is null or published_on is not null),
  check ((adopted_pack is null) = (adopted_version is null))
);

create unique index consultations_number on consultations (zone_id, number);

create index consultations_by_day on consultations (zone_id, opens_on desc, id desc);

alter table consultations enable row level security;
alter table consultations force row level security;

create policy consultations_seen on consultations for select to banfa_app
  using (
    zone_id = (select nullif(current_setting('app.zone', true), '')::uuid)
    and (published_on is not null or (select current_setting('app.reach', true)) = 'zone')
  );

create policy consultations_prepared on consultations for insert to banfa_app
  with check (
    zone_id = (select nullif(current_setting('app.zone', true), '')::uuid)
    and (select current_setting('app.reach', true)) = 'zone'
    and published_on is null
  );

create policy consultations_held on consultations for update to banfa_app
  using (
    zone_id = (select nullif(current_setting('app.zone', true), '')::uuid)
    and (select current_setting('app.reach', true)) = 'zone'
  )
  with check (
    zone_id = (select nullif(current_setting('app.zone', true), '')::uuid)
    and (select current_setting('app.reach', true)) = 'zone'
  );

grant select, insert on consultations to banfa_app;

grant update (articles, draft_file, note, note_file, published_on, summary, summary_on, adopted_pack, adopted_version, revision) on consultations to banfa_app;

create table consultation_answers (
  zone_id uuid not null,
  id uuid not null,
  consultation_id uuid not null,
  gist text not null check (gist <> ''),
  outcome text not null check (outcome in ('adopted', 'partly', 'not-adopted')),
  reason text not null check (reason <> ''),
  answered_on date not null,
  answered_by text not null,
  primary key (zone_id, id),
  foreign key (zone_id, consultation_id) references consultations (zone_id, id)
);

create index consultation_answers_of on consultation_answers (zone_id, consultation_id);

alter table consultation_answers enable row level security;
alter table consultation_answers force row level security;

create policy consultation_answers_held on consultation_answers for all to banfa_app
  using (
    zone_id = (select nullif(current_setting('app.zone', true), '')::uuid)
    and (select current_setting('app.reach', true)) = 'zone'
  );

-- An answer that no comment rests on any more is taken away before the summary is published.
grant select, insert, delete on consultation_answers to banfa_app;

-- Seen by the office, by whoever wrote it signed in, and by whoever holds its key.
create table consultation_comments (
  zone_id uuid not null,
  id uuid not null,
  consultation_id uuid not null,
  number text not null,
  -- 第7条; null for the whole.
  article text,
  says text not null check (says <> ''),
  made_on date not null,
  key_hash text not null check (key_hash ~ '^[0-9a-f]{64}$'),
  digest text not null check (digest ~ '^[0-9a-f]{64}$'),
  answer_id uuid,
  primary key (zone_id, id),
  foreign key (zone_id, consultation_id) references consultations (zone_id, id),
  foreign key (zone_id, answer_id) references consultation_answers (zone_id, id)
);

create unique index consultation_comments_number on consultation_comments (zone_id, number);

create index consultation_comments_of on consultation_comments (zone_id, consultation_id);

create index consultation_comments_answered on consultation_comments (zone_id, answer_id);

alter table consultation_comments enable row level security;
alter table consultation_comments force row level security;

create policy consultation_comments_made on consultation_comments for insert to banfa_app
  with check (
    zone_id = (select nullif(current_setting('app.zone', true), '')::uuid)
    and answer_id is null
    and exists (
      select 1 from consultations c
      where c.zone_id = consultation_comments.zone_id and c.id = consultation_comments.consultation_id
        and c.published_on is not null and c.summary_on is null
    )
  );

create policy consultation_comments_answered on consultation_comments for update to banfa_app
  using (
    zone_id = (select nullif(current_setting('app.zone', true), '')::uuid)
    and (select current_setting('app.reach', true)) = 'zone'
  );

grant select, insert on consultation_comments to banfa_app;

grant update (answer_id) on consultation_comments to banfa_app;

-- 姓名和联系方式: for the office that answers, until they are erased.
create table consultation_commenters (
  zone_id uuid not null,
  comment_id uuid not null,
  consultation_id uuid not null,
  person_id uuid,
  key_hash text not null,
  name text not null check (name <> ''),
  contact text not null check (contact <> ''),
  salt text not null,
  fingerprint text not null,
  consented_on date not null,
  primary key (zone_id, comment_id),
  unique (zone_id, fingerprint),
  foreign key (zone_id, comment_id) references consultation_comments (zone_id, id)
);

create index consultation_commenters_of on consultation_commenters (zone_id, consultation_id);

alter table consultation_commenters enable row level security;
alter table consultation_commenters force row level security;

create policy consultation_commenters_seen on consultation_commenters for select to banfa_app
  using (
    zone_id = (select nullif(current_setting('app.zone', true), '')::uuid)
    and (
      (select current_setting('app.reach', true)) = 'zone'
      or person_id = (select nullif(current_setting('app.person', true), '')::uuid)
      or key_hash = (select current_setting('app.task', true))
    )
  );

create policy consultation_commenters_named on consultation_commenters for insert to banfa_app
  with check (zone_id = (select nullif(current_setting('app.zone', true), '')::uuid));

create policy consultation_commenters_erased on consultation_commenters for delete to banfa_app
  using (
    zone_id = (select nullif(current_setting('app.zone', true), '')::uuid)
    and (
      (select current_setting('app.reach', true)) = 'zone'
      or person_id = (select nullif(current_setting('app.person', true), '')::uuid)
      or key_hash = (select current_setting('app.task', true))
    )
  );

grant select, insert, delete on consultation_commenters to banfa_app;

-- The subquery sees only the names the reader may see, by their own policy.
create policy consultation_comments_seen on consultation_comments for select to banfa_app
  using (
    zone_id = (select nullif(current_setting('app.zone', true), '')::uuid)
    and (
      (select current_setting('app.reach', true)) = 'zone'
      or key_hash = (select current_setting('app.task', true))
      or exists (
        select 1 from consultation_commenters k
        where k.zone_id = consultation_comments.zone_id and k.comment_id = consultation_comments.id
      )
    )
  );
