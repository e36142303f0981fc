-- Experts, ties, tenancies and organisations as offices enter and change them, and an expert who stands
-- aside (ADR 0098).
alter table experts add column retired_on date;

create policy experts_changed on experts for update to banfa_app
  using (
    zone_id = (select nullif(current_setting('app.zone', true), '')::uuid)
    and (select current_setting('app.reach', true)) = 'zone'
  );

grant update (title_zh, title_en, employer_id, fields, most_open, retired_on) on experts to banfa_app;

alter table expert_ties drop constraint expert_ties_kind_check;

alter table expert_ties add constraint expert_ties_kind_check check (
  kind in ('shareholder', 'mentor', 'relative', 'employee', 'adviser')
);

alter table expert_ties add column ended_on date;

create policy expert_ties_ended on expert_ties for update to banfa_app
  using (
    zone_id = (select nullif(current_setting('app.zone', true), '')::uuid)
    and (select current_setting('app.reach', true)) = 'zone'
  );

grant update (entered_on, ended_on) on expert_ties to banfa_app;

alter table tenancies add column ended_on date;

create policy tenancies_ended on tenancies for update to banfa_app
  using (
    zone_id = (select nullif(current_setting('app.zone', true), '')::uuid)
    and (select current_setting('app.reach', true)) = 'zone'
  );

grant update (entered_on, ended_on) on tenancies to banfa_app;

-- A district's office enters the organisations it is in charge of.
create policy parties_entered_by_offices on parties for insert to banfa_app
  with check (
    zone_id = (select nullif(current_setting('app.zone', true), '')::uuid)
    and (select current_setting('app.task', true)) = 'enter-party'
    and kind <> 'foreign'
    and office_id = any ((select string_to_array(
      nullif(current_setting('app.offices', true), ''), ','))::uuid[])
  );

create policy party_grams_entered_by_offices on party_grams for insert to banfa_app
  with check (
    zone_id = (select nullif(current_setting('app.zone', true), '')::uuid)
    and (select current_setting('app.task', true)) = 'enter-party'
    and exists (
      select 1 from parties p
      where p.zone_id = party_grams.zone_id and p.party_id = party_grams.party_id
        and p.office_id = any ((select string_to_array(
          nullif(current_setting('app.offices', true), ''), ','))::uuid[])
    )
  );

-- An office hands an organisation the link by which its first owner comes in, and sees whether it has one.
create policy invitations_of_owners_by_offices on invitations for insert to banfa_app
  with check (
    zone_id = (select nullif(current_setting('app.zone', true), '')::uuid)
    and (select current_setting('app.task', true)) = 'enter-party'
    and (select coalesce(current_setting('app.offices', true), '')) <> ''
    and party_id is not null and part = 'owner'
  );

create policy memberships_seen_by_offices on memberships for select to banfa_app
  using (
    zone_id = (select nullif(current_setting('app.zone', true), '')::uuid)
    and (select current_setting('app.task', true)) in ('enter-party', 'assign')
    and (select coalesce(current_setting('app.offices', true), '')) <> ''
  );

-- Somebody entered into the pool without an account chooses a password by a link.
create policy invitations_of_experts on invitations for insert to banfa_app
  with check (
    zone_id = (select nullif(current_setting('app.zone', true), '')::uuid)
    and (select current_setting('app.task', true)) = 'enrol-expert'
    and (select current_setting('app.reach', true)) = 'zone'
    and person_id is not null
  );

-- 申请回避: the expert's own assignment ends, and with it the sight of the case and its papers.
alter table case_experts add column recused_on date;

alter table case_experts add column recused_why text;

alter table case_experts add constraint case_experts_recused check ((recused_on is null) = (recused_why is null));

create policy case_experts_recused on case_experts for update to banfa_app
  using (
    zone_id = (select nullif(current_setting('app.zone', true), '')::uuid)
    and (select current_setting('app.task', true)) = 'recuse'
    and person_id = (select nullif(current_setting('app.person', true), '')::uuid)
  );

grant update (recused_on, recused_why) on case_experts to banfa_app;

-- A row that leaves the expert's sight is still checked by what they may read.
create policy cases_recused_seen on cases for select to banfa_app
  using (
    zone_id = (select nullif(current_setting('app.zone', true), '')::uuid)
    and (select current_setting('app.task', true)) = 'recuse'
  );

create policy cases_recused on cases for update to banfa_app
  using (
    zone_id = (select nullif(current_setting('app.zone', true), '')::uuid)
    and (select current_setting('app.task', true)) = 'recuse'
    and (select nullif(current_setting('app.person', true), '')::uuid) = any (readers)
  )
  with check (
    zone_id = (select nullif(current_setting('app.zone', true), '')::uuid)
    and (select current_setting('app.task', true)) = 'recuse'
  );

create policy case_board_recused_seen on case_board for select to banfa_app
  using (
    zone_id = (select nullif(current_setting('app.zone', true), '')::uuid)
    and (select current_setting('app.task', true)) = 'recuse'
  );

create policy case_board_recused on case_board for update to banfa_app
  using (
    zone_id = (select nullif(current_setting('app.zone', true), '')::uuid)
    and (select current_setting('app.task', true)) = 'recuse'
    and (select nullif(current_setting('app.person', true), '')::uuid) = any (readers)
  )
  with check (
    zone_id = (select nullif(current_setting('app.zone', true), '')::uuid)
    and (select current_setting('app.task', true)) = 'recuse'
  );

-- Nothing is deleted: who was let out no longer finds their row, and through it the folder.
alter table folder_people add column let_out_on date;

drop policy folder_people_seen on folder_people;

create policy folder_people_seen on folder_people for select to banfa_app
  using (
    zone_id = (select nullif(current_setting('app.zone', true), '')::uuid)
    and (
      (select current_setting('app.reach', true)) = 'zone'
      or (
        person_id = (select nullif(current_setting('app.person', true), '')::uuid)
        and (let_out_on is null or (select current_setting('app.task', true)) = 'recuse')
      )
    )
  );

create policy folder_people_recused on folder_people for update to banfa_app
  using (
    zone_id = (select nullif(current_setting('app.zone', true), '')::uuid)
    and (select current_setting('app.task', true)) = 'recuse'
    and person_id = (select nullif(current_setting('app.person', true), '')::uuid)
  );

grant update (let_out_on) on folder_people to banfa_app;
