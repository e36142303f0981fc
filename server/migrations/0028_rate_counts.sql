-- Requests an address made in a minute, summed over the processes; lost at a crash, which is no harm.

create unlogged table rate_counts (
  zone_id uuid not null references zones,
  key text not null,
  minute bigint not null,
  count integer not null,
  primary key (zone_id, key, minute)
);

alter table rate_counts enable row level security;
alter table rate_counts force row level security;

create policy rate_counts_kept on rate_counts for all to banfa_app
  using (
    zone_id = (select nullif(current_setting('app.zone', true), '')::uuid)
    and (select current_setting('app.reach', true)) = 'zone'
    and (select coalesce(current_setting('app.person', true), '')) = ''
  );

grant select, insert, update, delete on rate_counts to banfa_app;
