-- What a scanner said of an uploaded file. A file that waits lies in quarantine and nobody opens it.
alter table attachments
  add column scan text not null default 'unscanned' check (scan in ('unscanned', 'waiting', 'clean', 'infected')),
  add column scanned_at timestamptz;

create index attachments_waiting on attachments (zone_id, uploaded_at) where scan = 'waiting';

grant update (scan, scanned_at) on attachments to banfa_app;
