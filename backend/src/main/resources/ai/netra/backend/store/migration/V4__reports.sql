-- A report is written once, in the transaction that ends its run, and never changed.
create table reports (
  key ${identity},
  id text not null unique,
  user_key bigint not null references users (user_key) on delete cascade,
  thread_key bigint not null references threads (key) on delete cascade,
  run_key bigint not null references runs (key) on delete cascade,
  kind text not null check (kind in ('full', 'partial', 'guidance')),
  body text not null,
  created_at bigint not null
);
create index reports_by_user on reports (user_key, created_at, key);
create index reports_by_thread on reports (thread_key);
create index reports_by_run on reports (run_key);
