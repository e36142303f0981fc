-- Somebody invited by mistake is out again on the day they came: the membership then has no day.
alter table memberships
  drop constraint memberships_check,
  add constraint memberships_days check (until_day is null or until_day >= from_day - 1);
