-- One link a report: the hash of its token, until when; a new link ends the one before.
alter table reports add column share_hash text;
alter table reports add column share_expires_at bigint;
