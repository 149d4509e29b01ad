-- One text for SQLite and PostgreSQL: text ids, instants as epoch milliseconds.

CREATE TABLE accounts (
  id text PRIMARY KEY,
  email text NOT NULL,
  email_key text NOT NULL UNIQUE,
  email_verified boolean NOT NULL,
  name text,
  locale text,
  password_hash text,
  state text NOT NULL,
  roles text NOT NULL,
  granted text NOT NULL,
  revoked text NOT NULL,
  claims_not_before bigint NOT NULL,
  e2e_expires_at bigint,
  created_at bigint NOT NULL,
  password_changed_at bigint,
  last_login_at bigint,
  version bigint NOT NULL
);
CREATE INDEX accounts_e2e ON accounts (e2e_expires_at);

CREATE TABLE sessions (
  id text PRIMARY KEY,
  sid text NOT NULL UNIQUE,
  account_id text NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
  client_id text NOT NULL,
  amr text NOT NULL,
  auth_time bigint NOT NULL,
  ip text,
  user_agent text,
  created_at bigint NOT NULL,
  seen_at bigint NOT NULL,
  expires_at bigint NOT NULL,
  ended_at bigint,
  end_reason text
);
CREATE INDEX sessions_account ON sessions (account_id);

CREATE TABLE grants (
  id text PRIMARY KEY,
  client_id text NOT NULL,
  account_id text NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
  session_id text NOT NULL REFERENCES sessions (id) ON DELETE CASCADE,
  grant_type text NOT NULL,
  scopes text NOT NULL,
  access_seconds bigint NOT NULL,
  created_at bigint NOT NULL,
  expires_at bigint NOT NULL,
  ended_at bigint,
  end_reason text
);
CREATE INDEX grants_account ON grants (account_id);
CREATE INDEX grants_session ON grants (session_id);

CREATE TABLE refresh_tokens (
  token_hash text PRIMARY KEY,
  grant_id text NOT NULL REFERENCES grants (id) ON DELETE CASCADE,
  state text NOT NULL,
  successor_hash text,
  issued_at bigint NOT NULL,
  expires_at bigint NOT NULL,
  used_at bigint
);
CREATE INDEX refresh_tokens_grant ON refresh_tokens (grant_id);

CREATE TABLE throttles (
  key text PRIMARY KEY,
  failures bigint NOT NULL,
  window_from bigint NOT NULL,
  blocked_until bigint
);

CREATE TABLE leases (
  name text PRIMARY KEY,
  holder text NOT NULL,
  until bigint NOT NULL
);

CREATE TABLE signing_keys (
  kid text PRIMARY KEY,
  alg text NOT NULL,
  state text NOT NULL,
  public_jwk text NOT NULL,
  private_sealed text NOT NULL,
  created_at bigint NOT NULL,
  active_at bigint,
  retired_at bigint,
  removed_at bigint
);

CREATE TABLE feed_head (
  seq bigint NOT NULL
);
INSERT INTO feed_head (seq) VALUES (0);

CREATE TABLE feed_events (
  seq bigint PRIMARY KEY,
  id text NOT NULL UNIQUE,
  kind text NOT NULL,
  account_id text,
  sid text,
  gid text,
  jti text,
  before bigint,
  until bigint NOT NULL,
  created_at bigint NOT NULL
);
CREATE INDEX feed_events_until ON feed_events (until);

CREATE TABLE audit_events (
  id text PRIMARY KEY,
  at bigint NOT NULL,
  kind text NOT NULL,
  outcome text NOT NULL,
  account_id text,
  actor text,
  client_id text,
  session_id text,
  ip text,
  user_agent text,
  detail text NOT NULL,
  trace_id text NOT NULL
);
CREATE INDEX audit_events_at ON audit_events (at);
CREATE INDEX audit_events_account ON audit_events (account_id);
