-- Threads and messages; runs and their steps; the event log.
-- One text for both engines: ${identity} is the integer key that is never given twice.

create table threads (
  key ${identity},
  user_key bigint not null references users (user_key) on delete cascade,
  id text not null,
  title text,
  search text not null,
  state text not null check (state in ('active', 'deleted')),
  created_at bigint not null,
  updated_at bigint not null,
  deleted_at bigint,
  purge_at bigint,
  metadata text not null,
  unique (user_key, id)
);
create index threads_by_change on threads (user_key, updated_at, key);
create index threads_by_purge on threads (purge_at);

create table runs (
  key ${identity},
  id text not null unique,
  user_key bigint not null references users (user_key) on delete cascade,
  thread_key bigint not null references threads (key) on delete cascade,
  message_id text not null,
  answer_id text not null,
  state text not null check (state in ('queued', 'running', 'completed', 'failed', 'cancelled')),
  agent text not null,
  request text not null,
  correlation_id text,
  trace_id text not null,
  snapshot text,
  build text not null,
  step bigint not null,
  total_steps bigint not null,
  last_seq bigint not null,
  result text,
  error_code text,
  error_message text,
  recoveries bigint not null,
  lease_holder text,
  lease_until bigint,
  fence bigint not null,
  created_at bigint not null,
  started_at bigint,
  finished_at bigint,
  compacted_at bigint
);
create index runs_by_user on runs (user_key, created_at, key);
create index runs_by_thread on runs (thread_key);
create index runs_by_state on runs (state, lease_until);
create index runs_by_end on runs (finished_at, compacted_at);

create table run_steps (
  run_key bigint not null references runs (key) on delete cascade,
  step bigint not null,
  agent text not null,
  attempts bigint not null,
  outcome text not null check (outcome in ('done', 'skipped', 'failed')),
  schema bigint not null,
  result text,
  summary text not null,
  error_code text,
  started_at bigint not null,
  finished_at bigint not null,
  primary key (run_key, step)
);

create table run_feedback (
  run_key bigint primary key references runs (key) on delete cascade,
  rating bigint not null check (rating between 1 and 5),
  comment text,
  given_at bigint not null
);

create table messages (
  key ${identity},
  id text not null unique,
  thread_key bigint not null references threads (key) on delete cascade,
  user_key bigint not null references users (user_key) on delete cascade,
  role text not null check (role in ('user', 'assistant')),
  content text not null,
  search text not null,
  run_key bigint references runs (key) on delete set null,
  client_message_id text,
  content_sha256 text not null,
  metadata text not null,
  created_at bigint not null,
  unique (user_key, client_message_id)
);
create index messages_by_thread on messages (thread_key, created_at, key);
create index messages_by_user on messages (user_key, created_at, key);
create index messages_by_run on messages (run_key);

create table events (
  position ${identity},
  user_key bigint not null references users (user_key) on delete cascade,
  run_key bigint references runs (key) on delete cascade,
  seq bigint,
  user_seq bigint not null,
  type text not null,
  data text not null,
  at bigint not null,
  thread_id text,
  run_id text,
  agent text,
  correlation_id text,
  unique (run_key, seq),
  unique (user_key, user_seq)
);
create index events_by_time on events (at);
