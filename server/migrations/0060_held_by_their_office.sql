-- A consultation is its office's alone: who commented, what they wrote and how it is answered is for
-- that office, not for whoever reaches the whole zone. The machine is let in to forget names when
-- their time is over (app.task = 'forget-commenters'), and for nothing else.
drop policy consultations_seen on consultations;

create policy consultations_seen on consultations for select to banfa_app
  using (
    zone_id = (select nullif(current_setting('app.zone', true), '')::uuid)
    and (
      published_on is not null
      or office_id = any ((select string_to_array(nullif(current_setting('app.offices', true), ''), ','))::uuid[])
    )
  );

drop policy consultations_prepared on consultations;

create policy consultations_prepared on consultations for insert to banfa_app
  with check (
    zone_id = (select nullif(current_setting('app.zone', true), '')::uuid)
    and (select current_setting('app.reach', true)) = 'zone'
    and office_id = any ((select string_to_array(nullif(current_setting('app.offices', true), ''), ','))::uuid[])
    and published_on is null
  );

drop policy consultations_held on consultations;

create policy consultations_held on consultations for update to banfa_app
  using (
    zone_id = (select nullif(current_setting('app.zone', true), '')::uuid)
    and (select current_setting('app.reach', true)) = 'zone'
    and office_id = any ((select string_to_array(nullif(current_setting('app.offices', true), ''), ','))::uuid[])
  );

drop policy consultation_answers_held on consultation_answers;

create policy consultation_answers_held on consultation_answers for all to banfa_app
  using (
    zone_id = (select nullif(current_setting('app.zone', true), '')::uuid)
    and (select current_setting('app.reach', true)) = 'zone'
    and exists (
      select 1 from consultations c
      where c.zone_id = consultation_answers.zone_id and c.id = consultation_answers.consultation_id
        and c.office_id = any ((select string_to_array(nullif(current_setting('app.offices', true), ''), ','))::uuid[])
    )
  );

drop policy consultation_comments_answered on consultation_comments;

create policy consultation_comments_answered on consultation_comments for update to banfa_app
  using (
    zone_id = (select nullif(current_setting('app.zone', true), '')::uuid)
    and (select current_setting('app.reach', true)) = 'zone'
    and exists (
      select 1 from consultations c
      where c.zone_id = consultation_comments.zone_id and c.id = consultation_comments.consultation_id
        and c.office_id = any ((select string_to_array(nullif(current_setting('app.offices', true), ''), ','))::uuid[])
    )
  );

drop policy consultation_comments_seen on consultation_comments;

create policy consultation_comments_seen on consultation_comments for select to banfa_app
  using (
    zone_id = (select nullif(current_setting('app.zone', true), '')::uuid)
    and (
      key_hash = (select current_setting('app.task', true))
      or exists (
        select 1 from consultations c
        where c.zone_id = consultation_comments.zone_id and c.id = consultation_comments.consultation_id
          and c.office_id = any ((select string_to_array(nullif(current_setting('app.offices', true), ''), ','))::uuid[])
      )
      or exists (
        select 1 from consultation_commenters k
        where k.zone_id = consultation_comments.zone_id and k.comment_id = consultation_comments.id
      )
    )
  );

drop policy consultation_commenters_seen on consultation_commenters;

create policy consultation_commenters_seen on consultation_commenters for select to banfa_app
  using (
    zone_id = (select nullif(current_setting('app.zone', true), '')::uuid)
    and (
      person_id = (select nullif(current_setting('app.person', true), '')::uuid)
      or key_hash = (select current_setting('app.task', true))
      or (
        (select current_setting('app.reach', true)) = 'zone'
        and (select current_setting('app.task', true)) = 'forget-commenters'
      )
      or exists (
        select 1 from consultations c
        where c.zone_id = consultation_commenters.zone_id and c.id = consultation_commenters.consultation_id
          and c.office_id = any ((select string_to_array(nullif(current_setting('app.offices', true), ''), ','))::uuid[])
      )
    )
  );

drop policy consultation_commenters_erased on consultation_commenters;

create policy consultation_commenters_erased on consultation_commenters for delete to banfa_app
  using (
    zone_id = (select nullif(current_setting('app.zone', true), '')::uuid)
    and (
      person_id = (select nullif(current_setting('app.person', true), '')::uuid)
      or key_hash = (select current_setting('app.task', true))
      or (
        (select current_setting('app.reach', true)) = 'zone'
        and (select current_setting('app.task', true)) = 'forget-commenters'
      )
      or exists (
        select 1 from consultations c
        where c.zone_id = consultation_commenters.zone_id and c.id = consultation_commenters.consultation_id
          and c.office_id = any ((select string_to_array(nullif(current_setting('app.offices', true), ''), ','))::uuid[])
      )
    )
  );

-- A folder opened unpublished is published by the zone alone; a party hands its own over, no more.
drop policy folders_handed_over on folders;

create policy folders_handed_over on folders for update to banfa_app
  using (
    zone_id = (select nullif(current_setting('app.zone', true), '')::uuid)
    and (
      (select current_setting('app.reach', true)) = 'zone'
      or party_id = any ((select string_to_array(nullif(current_setting('app.parties', true), ''), ','))::uuid[])
    )
  )
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

grant update (published) on folders to banfa_app;
