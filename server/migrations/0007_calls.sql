-- Why a call sets another time limit than the measure assumes: by act, beside `limits`.
alter table calls add column limit_reasons jsonb not null default '{}';
