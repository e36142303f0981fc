-- Documents: folders, attachments, issued letters, certificates. Content lies in the storage
-- directory under its hash; rows say what it is, whose it is and who may see it.

-- A folder (卷宗) says who besides the zone may see what lies in it: the party, the office in charge,
-- the people let in. A published folder is seen by everybody.
create table folders (
  zone_id uuid not null references zones,
  subject_kind text not null,
  subject_id text not null,
  party_id uuid,
  office_id uuid,
  published boolean not null,
  primary key (zone_id, subject_kind, subject_id)
);

create table folder_people (
  zone_id uuid not null references zones,
  subject_kind text not null,
  subject_id text not null,
  person_id uuid not null,
  primary key (zone_id, subject_kind, subject_id, person_id),
  foreign key (zone_id, subject_kind, subject_id) references folders (zone_id, subject_kind, subject_id)
);

alter table folder_people enable row level security;
alter table folder_people force row level security;

create policy folder_people_seen on folder_people for select to banfa_app
  using (
    zone_id = (select nullif(current_setting('app.zone', true), '')::uuid)
    and (
      (select current_setting('app.reach', true)) = 'zone'
      or person_id = (select nullif(current_setting('app.person', true), '')::uuid)
    )
  );

create policy folder_people_let_in on folder_people for insert to banfa_app
  with check (
    zone_id = (select nullif(current_setting('app.zone', true), '')::uuid)
    and (select current_setting('app.reach', true)) = 'zone'
  );

grant select, insert on folder_people to banfa_app;

alter table folders enable row level security;
alter table folders force row level security;

create policy folders_seen on folders for select to banfa_app
  using (
    zone_id = (select nullif(current_setting('app.zone', true), '')::uuid)
    and (
      published
      or (select current_setting('app.reach', true)) = 'zone'
      or party_id = any ((select string_to_array(nullif(current_setting('app.parties', true), ''), ','))::uuid[])
      or office_id = any ((select string_to_array(nullif(current_setting('app.offices', true), ''), ','))::uuid[])
      or exists (
        select 1 from folder_people p
        where p.zone_id = folders.zone_id and p.subject_kind = folders.subject_kind
          and p.subject_id = folders.subject_id
          and p.person_id = (select nullif(current_setting('app.person', true), '')::uuid)
      )
    )
  );

create policy folders_opened on folders for insert to banfa_app
  with check (
    zone_id = (select nullif(current_setting('app.zone', true), '')::uuid)
    and (
      (select current_setting('app.reach', true)) = 'zone'
      or (
        not published
        and party_id = any ((select string_to_array(nullif(current_setting('app.parties', true), ''), ','))::uuid[])
      )
    )
  );

-- A party hands its folder to an office when it files; it never gives it away or publishes it.
create policy folders_handed_over on folders for update to banfa_app
  using (
    zone_id = (select nullif(current_setting('app.zone', true), '')::uuid)
    and (
      (select current_setting('app.reach', true)) = 'zone'
      or party_id = any ((select string_to_array(nullif(current_setting('app.parties', true), ''), ','))::uuid[])
    )
  );

grant select, insert on folders to banfa_app;

grant update (office_id) on folders to banfa_app;

create table attachments (
  zone_id uuid not null references zones,
  attachment_id uuid not null,
  subject_kind text not null,
  subject_id text not null,
  paper text not null,
  name text not null check (name <> ''),
  media text not null,
  size integer not null check (size > 0),
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  uploaded_on date not null,
  uploaded_at timestamptz not null,
  uploaded_by uuid,
  removed_on date,
  removed_by uuid,
  primary key (zone_id, attachment_id),
  foreign key (zone_id, subject_kind, subject_id) references folders (zone_id, subject_kind, subject_id)
);

create index attachments_by_subject on attachments (zone_id, subject_kind, subject_id, paper);

alter table attachments enable row level security;
alter table attachments force row level security;

-- The subquery sees only the folders the actor may see, by their own policy.
create policy attachments_seen on attachments for select to banfa_app
  using (
    zone_id = (select nullif(current_setting('app.zone', true), '')::uuid)
    and exists (
      select 1 from folders f
      where f.zone_id = attachments.zone_id and f.subject_kind = attachments.subject_kind
        and f.subject_id = attachments.subject_id
    )
  );

-- Only the folder's own party and the zone put files into it; an office and experts only read.
create policy attachments_added on attachments for insert to banfa_app
  with check (
    zone_id = (select nullif(current_setting('app.zone', true), '')::uuid)
    and (
      (select current_setting('app.reach', true)) = 'zone'
      or exists (
        select 1 from folders f
        where f.zone_id = attachments.zone_id and f.subject_kind = attachments.subject_kind
          and f.subject_id = attachments.subject_id
          and f.party_id = any ((select string_to_array(nullif(current_setting('app.parties', true), ''), ','))::uuid[])
      )
    )
  );

create policy attachments_removed on attachments for update to banfa_app
  using (
    zone_id = (select nullif(current_setting('app.zone', true), '')::uuid)
    and (
      (select current_setting('app.reach', true)) = 'zone'
      or exists (
        select 1 from folders f
        where f.zone_id = attachments.zone_id and f.subject_kind = attachments.subject_kind
          and f.subject_id = attachments.subject_id
          and f.party_id = any ((select string_to_array(nullif(current_setting('app.parties', true), ''), ','))::uuid[])
      )
    )
  );

grant select, insert on attachments to banfa_app;

grant update (removed_on, removed_by) on attachments to banfa_app;

-- Letters, notices and certificates as issued: what they said and the hash of the PDF.
create table issued (
  zone_id uuid not null references zones,
  document_id uuid not null,
  subject_kind text not null,
  subject_id text not null,
  kind text not null check (kind in ('receipt', 'correction', 'recommendation', 'refusal', 'notice', 'certificate')),
  title_zh text not null,
  title_en text not null,
  number text not null,
  from_zh text not null,
  from_en text not null,
  issued_on date not null,
  issued_at timestamptz not null,
  content jsonb not null,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  size integer not null,
  primary key (zone_id, document_id),
  unique (zone_id, number),
  foreign key (zone_id, subject_kind, subject_id) references folders (zone_id, subject_kind, subject_id)
);

create index issued_by_subject on issued (zone_id, subject_kind, subject_id);

alter table issued enable row level security;
alter table issued force row level security;

create policy issued_seen on issued for select to banfa_app
  using (
    zone_id = (select nullif(current_setting('app.zone', true), '')::uuid)
    and exists (
      select 1 from folders f
      where f.zone_id = issued.zone_id and f.subject_kind = issued.subject_kind
        and f.subject_id = issued.subject_id
    )
  );

-- A filing receipt is made in the applicant's own transaction; everything else by an office.
create policy issued_added on issued for insert to banfa_app
  with check (
    zone_id = (select nullif(current_setting('app.zone', true), '')::uuid)
    and (
      (select current_setting('app.reach', true)) = 'zone'
      or exists (
        select 1 from folders f
        where f.zone_id = issued.zone_id and f.subject_kind = issued.subject_kind
          and f.subject_id = issued.subject_id
          and (
            f.office_id = any ((select string_to_array(nullif(current_setting('app.offices', true), ''), ','))::uuid[])
            or (
              issued.kind = 'receipt'
              and f.party_id = any ((select string_to_array(nullif(current_setting('app.parties', true), ''), ','))::uuid[])
            )
          )
      )
    )
  );

grant select, insert on issued to banfa_app;

-- Certificates are published: anybody may ask about a number. Only the revocation is written later.
create table certificates (
  zone_id uuid not null references zones,
  number text not null,
  document_id uuid not null,
  party_id uuid not null,
  holder text not null,
  credit_code text,
  title_zh text not null,
  title_en text not null,
  measure_zh text not null,
  measure_en text not null,
  cite text not null,
  issued_by_zh text not null,
  issued_by_en text not null,
  issued_on date not null,
  hash text not null check (hash ~ '^[0-9a-f]{64}$'),
  revoked_on date,
  revoked_cite text,
  revoked_reason text,
  primary key (zone_id, number),
  foreign key (zone_id, document_id) references issued (zone_id, document_id),
  check ((revoked_on is null) = (revoked_cite is null) and (revoked_on is null) = (revoked_reason is null)),
  check (revoked_on >= issued_on)
);

alter table certificates enable row level security;
alter table certificates force row level security;

create policy certificates_seen on certificates for select to banfa_app
  using (zone_id = (select nullif(current_setting('app.zone', true), '')::uuid));

create policy certificates_issued on certificates for insert to banfa_app
  with check (
    zone_id = (select nullif(current_setting('app.zone', true), '')::uuid)
    and (select current_setting('app.reach', true)) = 'zone'
  );

create policy certificates_revoked on certificates for update to banfa_app
  using (
    zone_id = (select nullif(current_setting('app.zone', true), '')::uuid)
    and (select current_setting('app.reach', true)) = 'zone'
  );

grant select, insert on certificates to banfa_app;

grant update (revoked_on, revoked_cite, revoked_reason) on certificates to banfa_app;
