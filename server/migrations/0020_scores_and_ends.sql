-- A person's answer in a review is met or not met, or a number of points within the range the measure
-- leaves. Recognitions and certificates may end on a day; rows from before have no end.
alter table judgements alter column answer drop not null;

alter table judgements add column points numeric(9, 2) check (points >= 0);

alter table judgements add constraint judgements_one_answer check ((answer is null) <> (points is null));

alter table recognitions add column valid_until date check (valid_until >= granted_on);

-- From which day it may be sought anew while it still stands; null: only after its end.
alter table recognitions add column again_from date check (again_from >= granted_on and again_from <= valid_until);

create index recognitions_by_end on recognitions (zone_id, valid_until) where valid_until is not null and revoked_on is null;

alter table certificates add column valid_until date;
