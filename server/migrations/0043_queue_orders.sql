-- Each order of the queue read from an index, page after page; drafts are in no queue.
create index case_board_since on case_board (zone_id, stage_on, case_id) where stage <> 'draft' and number is not null;

create index case_board_number on case_board (zone_id, number, case_id) where stage <> 'draft' and number is not null;

create index case_board_party on case_board (zone_id, party_name, case_id) where stage <> 'draft' and number is not null;
