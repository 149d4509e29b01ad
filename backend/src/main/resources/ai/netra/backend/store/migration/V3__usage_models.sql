create table catalogues (
  version text primary key,
  body text not null,
  source text not null,
  at bigint not null
);

create table datasets (
  dataset_key ${identity},
  user_key bigint not null references users on delete cascade,
  name text not null,
  watermark bigint not null default 0,
  row_count bigint not null default 0 check (row_count >= 0),
  bytes bigint not null default 0 check (bytes >= 0),
  created_at bigint not null,
  unique (user_key, name)
);

-- known_as is the file's SHA-256 while its rows are or will be there, null once it failed or was deleted
create table imports (
  import_key ${identity},
  id text not null unique,
  user_key bigint not null references users on delete cascade,
  dataset_key bigint not null references datasets on delete cascade,
  sha256 text not null,
  known_as text,
  format text not null,
  file_name text,
  bytes bigint not null,
  options text not null,
  state text not null check (state in ('received', 'reading', 'completed', 'failed', 'deleted')),
  rows_inserted bigint not null default 0,
  rows_duplicate bigint not null default 0,
  rows_conflict bigint not null default 0,
  rows_replaced bigint not null default 0,
  rows_skipped bigint not null default 0,
  rows_rejected bigint not null default 0,
  rows_normalised bigint not null default 0,
  ignored_columns text not null default '[]',
  preview text,
  from_at bigint,
  to_at bigint,
  error_code text,
  error_message text,
  created_at bigint not null,
  finished_at bigint,
  unique (dataset_key, known_as)
);

create index imports_of_user on imports (user_key, created_at, import_key);
create index imports_unfinished on imports (state);

create table rejects (
  import_key bigint not null references imports on delete cascade,
  line bigint not null,
  field text not null,
  rule text not null,
  received text not null,
  primary key (import_key, line)
);

create table segments (
  segment_key ${identity},
  blob text not null unique,
  dataset_key bigint not null references datasets on delete cascade,
  import_key bigint not null references imports,
  sha256 text not null,
  row_count bigint not null check (row_count > 0),
  bytes bigint not null,
  from_at bigint not null,
  to_at bigint not null,
  added bigint not null,
  removed bigint,
  purge_at bigint
);

create index segments_of_dataset on segments (dataset_key);
create index segments_to_purge on segments (purge_at);
