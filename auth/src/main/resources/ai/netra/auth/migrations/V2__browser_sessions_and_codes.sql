-- A session may be a browser's: its cookie's digest is the sid. A grant may begin with a code.

ALTER TABLE sessions ADD COLUMN browser_until bigint;
ALTER TABLE sessions ADD COLUMN browser_seen_at bigint;

ALTER TABLE grants ADD COLUMN code_hash text;
ALTER TABLE grants ADD COLUMN code_expires_at bigint;
ALTER TABLE grants ADD COLUMN code_used_at bigint;
ALTER TABLE grants ADD COLUMN code_challenge text;
ALTER TABLE grants ADD COLUMN redirect_uri text;
ALTER TABLE grants ADD COLUMN nonce text;
CREATE UNIQUE INDEX grants_code ON grants (code_hash);
CREATE INDEX grants_code_expires ON grants (code_expires_at);

CREATE INDEX feed_events_jti ON feed_events (jti);
