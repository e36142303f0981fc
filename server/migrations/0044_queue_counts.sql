-- Counting a queue reads this alone: what its filters and its row-level security look at, no more.
create index case_board_counts on case_board (zone_id, service, stage)
  include (number, readers, office_id, waits_for) where stage <> 'draft' and number is not null;
