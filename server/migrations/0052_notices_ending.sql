-- A notice that is about to end is announced once.

alter table notices add column ending_announced boolean not null default false;

grant update (ending_announced) on notices to banfa_app;
