create table users (
  user_key ${identity},
  issuer text not null,
  subject text not null,
  email text,
  name text,
  state text not null default 'active' check (state in ('active', 'disabled', 'erasing')),
  claims_not_before bigint not null default 0,
  event_seq bigint not null default 0,
  settings text not null default '{}',
  first_seen_at bigint not null,
  seen_at bigint not null,
  unique (issuer, subject)
);

create table leases (
  name text primary key,
  holder text not null,
  fence bigint not null,
  until_at bigint not null
);

create table store_facts (
  name text primary key,
  value text not null
);

create table idempotency_keys (
  user_key bigint not null references users on delete cascade,
  idempotency_key text not null,
  route text not null,
  request_sha256 text not null,
  state text not null check (state in ('working', 'done')),
  status bigint,
  headers text,
  body text,
  created_at bigint not null,
  expires_at bigint not null,
  primary key (user_key, idempotency_key)
);

create index idempotency_keys_expire on idempotency_keys (expires_at);
