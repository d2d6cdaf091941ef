-- Where a region wants its weekly digest. The secret that signs it is derived from the salt and the server's own key, so
-- that a copy of the database gives nobody the means to sign.
CREATE TABLE webhook (
  region_id TEXT PRIMARY KEY REFERENCES region (id),
  url TEXT NOT NULL,
  salt TEXT NOT NULL,
  set_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- One digest a week. week: its Monday. Times: ms since 1970. status: of the receiver's last answer; null: none came.
CREATE TABLE webhook_delivery (
  region_id TEXT NOT NULL,
  week TEXT NOT NULL,
  id TEXT NOT NULL,
  body TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('waiting', 'delivered', 'failed')),
  attempts INTEGER NOT NULL DEFAULT 0,
  next_at INTEGER NOT NULL,
  last_at INTEGER,
  status INTEGER,
  PRIMARY KEY (region_id, week)
) STRICT, WITHOUT ROWID;

CREATE INDEX webhook_delivery_due ON webhook_delivery (next_at) WHERE state = 'waiting';
