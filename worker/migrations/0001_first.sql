-- A setting of this database. `epoch` names the database's life: a restore must replace it.
CREATE TABLE setting (
  name TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT;

INSERT INTO setting (name, value) VALUES ('epoch', lower(hex(randomblob(16))));

CREATE TABLE region (
  id TEXT PRIMARY KEY,
  title TEXT NOT NULL
) STRICT;

-- seq, audit_n and audit_head move together with the writes of a push, in the same batch.
CREATE TABLE district (
  id TEXT PRIMARY KEY,
  region_id TEXT NOT NULL REFERENCES region (id),
  title TEXT NOT NULL,
  seq INTEGER NOT NULL DEFAULT 0,
  horizon INTEGER NOT NULL DEFAULT 0,
  audit_n INTEGER NOT NULL DEFAULT 0,
  audit_head TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE INDEX district_by_region ON district (region_id, id);

-- Only the SHA-256 of a token is kept. districts: JSON list of ids, or null for the whole region. Times: ms since 1970.
CREATE TABLE access_token (
  id TEXT PRIMARY KEY,
  hash TEXT NOT NULL UNIQUE,
  region_id TEXT NOT NULL REFERENCES region (id),
  name TEXT NOT NULL,
  role TEXT NOT NULL CHECK (role IN ('admin', 'manager', 'operator', 'auditor')),
  districts TEXT,
  created_at INTEGER NOT NULL,
  expires_at INTEGER,
  revoked_at INTEGER
) STRICT;

CREATE INDEX access_token_by_region ON access_token (region_id, created_at);

CREATE TABLE register (
  district_id TEXT NOT NULL REFERENCES district (id),
  id TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  retired_at INTEGER,
  PRIMARY KEY (district_id, id)
) STRICT, WITHOUT ROWID;

-- payload: values as JSON; null for a tombstone.
CREATE TABLE register_row (
  district_id TEXT NOT NULL,
  register_id TEXT NOT NULL,
  id TEXT NOT NULL,
  kind TEXT NOT NULL,
  version INTEGER NOT NULL,
  seq INTEGER NOT NULL,
  payload TEXT,
  PRIMARY KEY (district_id, register_id, id)
) STRICT, WITHOUT ROWID;

CREATE INDEX register_row_by_seq ON register_row (district_id, register_id, seq, id);

-- The kept answer of a push. seq is null for a push that changed nothing.
CREATE TABLE push (
  district_id TEXT NOT NULL,
  client_id TEXT NOT NULL,
  push_id TEXT NOT NULL,
  register_id TEXT NOT NULL,
  request_hash TEXT NOT NULL,
  answer TEXT NOT NULL,
  seq INTEGER,
  at INTEGER NOT NULL,
  PRIMARY KEY (district_id, client_id, push_id)
) STRICT, WITHOUT ROWID;

-- Two pushes never take the same seq: the later batch fails as a whole.
CREATE UNIQUE INDEX push_takes_seq ON push (district_id, seq) WHERE seq IS NOT NULL;

-- Two writers never extend the chain from the same link: the later batch fails as a whole.
CREATE TABLE audit (
  district_id TEXT NOT NULL,
  n INTEGER NOT NULL,
  entry TEXT NOT NULL,
  hash TEXT NOT NULL,
  PRIMARY KEY (district_id, n)
) STRICT, WITHOUT ROWID;

CREATE TABLE submission (
  district_id TEXT NOT NULL,
  number INTEGER NOT NULL,
  register_id TEXT NOT NULL,
  at INTEGER NOT NULL,
  seq INTEGER NOT NULL,
  as_of TEXT NOT NULL,
  content_hash TEXT NOT NULL,
  actor TEXT NOT NULL,
  summary TEXT NOT NULL,
  PRIMARY KEY (district_id, number)
) STRICT, WITHOUT ROWID;

CREATE INDEX submission_by_register ON submission (district_id, register_id, number);

-- Findings of the last submission of each register.
CREATE TABLE finding (
  district_id TEXT NOT NULL,
  register_id TEXT NOT NULL,
  n INTEGER NOT NULL,
  row_id TEXT,
  rule TEXT NOT NULL,
  severity TEXT NOT NULL,
  detail TEXT NOT NULL,
  PRIMARY KEY (district_id, register_id, n)
) STRICT, WITHOUT ROWID;
