-- A delegate 受委托单位 does an act in another office's name. The room of cases asks the measure whether
-- it is delegated, then names the act for the rest of the transaction (app.task); only then, and only
-- for that act, do these policies let the delegate's office in beside the zone (ADR 0040).

create policy experts_to_assign on experts for select to banfa_app
  using (
    zone_id = (select nullif(current_setting('app.zone', true), '')::uuid)
    and (select coalesce(current_setting('app.offices', true), '')) <> ''
    and (select current_setting('app.task', true)) = 'assign'
  );

create policy expert_conflicts_to_assign on expert_conflicts for select to banfa_app
  using (
    zone_id = (select nullif(current_setting('app.zone', true), '')::uuid)
    and (select coalesce(current_setting('app.offices', true), '')) <> ''
    and (select current_setting('app.task', true)) = 'assign'
  );

-- The subquery sees only the reader's own rows: an expert is let into the folder of a case that has
-- come the delegate's way, and into no other.
create policy folder_people_let_in_to_assign on folder_people for insert to banfa_app
  with check (
    zone_id = (select nullif(current_setting('app.zone', true), '')::uuid)
    and (select current_setting('app.task', true)) = 'assign'
    and exists (
      select 1 from record_readers r
      where r.zone_id = folder_people.zone_id and r.subject_kind = folder_people.subject_kind
        and r.subject_id = folder_people.subject_id
    )
  );

-- Who reviews a case is the city's to know, each expert's of themselves, and of whoever arranges the
-- review. An office that merely reads the case (the district) does not know.
drop policy case_experts_seen on case_experts;

create policy case_experts_seen on case_experts for select to banfa_app
  using (
    zone_id = (select nullif(current_setting('app.zone', true), '')::uuid)
    and (
      (select current_setting('app.reach', true)) = 'zone'
      or person_id = (select nullif(current_setting('app.person', true), '')::uuid)
      or (
        (select current_setting('app.task', true)) in ('assign', 'conclude-review')
        and exists (
          select 1 from cases c where c.zone_id = case_experts.zone_id and c.id = case_experts.case_id
        )
      )
    )
  );

create policy judgements_to_conclude on judgements for select to banfa_app
  using (
    zone_id = (select nullif(current_setting('app.zone', true), '')::uuid)
    and (select current_setting('app.task', true)) in ('assign', 'conclude-review')
    and exists (
      select 1 from cases c where c.zone_id = judgements.zone_id and c.id = judgements.case_id
    )
  );

create policy folders_published on folders for insert to banfa_app
  with check (
    zone_id = (select nullif(current_setting('app.zone', true), '')::uuid)
    and (select coalesce(current_setting('app.offices', true), '')) <> ''
    and (select current_setting('app.task', true)) = 'publicise'
    and published and subject_kind = 'notice' and party_id is null and office_id is null
  );

create policy issued_to_publicise on issued for insert to banfa_app
  with check (
    zone_id = (select nullif(current_setting('app.zone', true), '')::uuid)
    and (select coalesce(current_setting('app.offices', true), '')) <> ''
    and (select current_setting('app.task', true)) = 'publicise'
    and kind = 'notice' and subject_kind = 'notice'
  );

create policy objectors_to_answer on objectors for select to banfa_app
  using (
    zone_id = (select nullif(current_setting('app.zone', true), '')::uuid)
    and (select current_setting('app.task', true)) = 'answer-objection'
    and exists (
      select 1 from objections o
      where o.zone_id = objectors.zone_id and o.id = objectors.objection_id
    )
  );
