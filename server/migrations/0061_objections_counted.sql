-- How many objections one contact raised to one notice is counted by a hash of both: whoever gives the
-- contact takes the hash up (app.task) and sees the rows under it, and no other (ADR 0107).
alter table objectors add column contact_hash text check (contact_hash ~ '^[0-9a-f]{64}$');

create index objectors_by_contact on objectors (zone_id, contact_hash);

create policy objectors_counted on objectors for select to banfa_app
  using (
    zone_id = (select nullif(current_setting('app.zone', true), '')::uuid)
    and contact_hash = (select current_setting('app.task', true))
  );
