-- 实地核查: the office in charge of a folder adds what it saw on site, and nothing else.
create policy attachments_added_on_site on attachments for insert to banfa_app
  with check (
    zone_id = (select nullif(current_setting('app.zone', true), '')::uuid)
    and paper like 'visit-%'
    and exists (
      select 1 from folders f
      where f.zone_id = attachments.zone_id and f.subject_kind = attachments.subject_kind
        and f.subject_id = attachments.subject_id
        and f.office_id = any ((select string_to_array(nullif(current_setting('app.offices', true), ''), ','))::uuid[])
    )
  );
