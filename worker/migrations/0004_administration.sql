-- A district that no longer works: its rows stay, nobody sends to it or sees it in the overview. Times: ms since 1970.
ALTER TABLE district ADD COLUMN archived_at INTEGER;

-- A chain of its own for what administrators do; both numbers move in the same batch as the deed.
ALTER TABLE region ADD COLUMN audit_n INTEGER NOT NULL DEFAULT 0;
ALTER TABLE region ADD COLUMN audit_head TEXT NOT NULL DEFAULT '';

CREATE TABLE region_audit (
  region_id TEXT NOT NULL,
  n INTEGER NOT NULL,
  entry TEXT NOT NULL,
  hash TEXT NOT NULL,
  PRIMARY KEY (region_id, n)
) STRICT, WITHOUT ROWID;

-- Staff: a label, what they may do and where. Keys that belong to a person follow changes here at once.
CREATE TABLE person (
  region_id TEXT NOT NULL REFERENCES region (id),
  id TEXT NOT NULL,
  name TEXT NOT NULL,
  role TEXT NOT NULL CHECK (role IN ('admin', 'manager', 'operator', 'auditor')),
  districts TEXT,
  created_at INTEGER NOT NULL,
  archived_at INTEGER,
  PRIMARY KEY (region_id, id)
) STRICT, WITHOUT ROWID;

ALTER TABLE access_token ADD COLUMN person_id TEXT;
-- Noted at most once an hour.
ALTER TABLE access_token ADD COLUMN last_used_at INTEGER;

-- Published norms are never changed: a new revision takes their place from its day on.
CREATE TABLE region_pack (
  region_id TEXT NOT NULL REFERENCES region (id),
  pack_id TEXT NOT NULL,
  revision INTEGER NOT NULL,
  valid_from TEXT NOT NULL,
  title TEXT NOT NULL,
  content TEXT NOT NULL,
  published_at INTEGER NOT NULL,
  PRIMARY KEY (region_id, pack_id, revision)
) STRICT, WITHOUT ROWID;

-- A pane that waits for an administrator's yes. Only hashes of the code and of the pane's secret are kept.
CREATE TABLE pairing (
  id TEXT PRIMARY KEY,
  code_hash TEXT NOT NULL UNIQUE,
  secret_hash TEXT NOT NULL UNIQUE,
  asked_at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL,
  region_id TEXT,
  person_id TEXT,
  valid_days INTEGER,
  claimed_at INTEGER
) STRICT;

CREATE INDEX pairing_by_expiry ON pairing (expires_at);

-- Wrong codes that an administrator typed.
CREATE TABLE pairing_guess (
  region_id TEXT NOT NULL,
  actor TEXT NOT NULL,
  since INTEGER NOT NULL,
  wrong INTEGER NOT NULL,
  PRIMARY KEY (region_id, actor)
) STRICT, WITHOUT ROWID;

-- What falls due in a district, made by the timetable. One digest for each register, replaced by the next.
CREATE TABLE look_ahead (
  district_id TEXT NOT NULL,
  register_id TEXT NOT NULL,
  at INTEGER NOT NULL,
  digest TEXT NOT NULL,
  PRIMARY KEY (district_id, register_id)
) STRICT, WITHOUT ROWID;
