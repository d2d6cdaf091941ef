-- A register handed in for a period. number: of the district. state: what the region says of it. receipt: signed, as JSON.
CREATE TABLE hand_in (
  district_id TEXT NOT NULL,
  number INTEGER NOT NULL,
  register_id TEXT NOT NULL,
  period TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('submitted', 'accepted', 'returned')),
  at INTEGER NOT NULL,
  as_of TEXT NOT NULL,
  actor TEXT NOT NULL,
  explanation TEXT NOT NULL,
  counts TEXT NOT NULL,
  receipt TEXT NOT NULL,
  decided_at INTEGER,
  note TEXT NOT NULL DEFAULT '',
  PRIMARY KEY (district_id, number)
) STRICT, WITHOUT ROWID;

CREATE INDEX hand_in_by_period ON hand_in (district_id, period, number);

-- The rows as they were handed in.
CREATE TABLE hand_in_row (
  district_id TEXT NOT NULL,
  number INTEGER NOT NULL,
  id TEXT NOT NULL,
  kind TEXT NOT NULL,
  version INTEGER NOT NULL,
  payload TEXT NOT NULL,
  PRIMARY KEY (district_id, number, id)
) STRICT, WITHOUT ROWID;

-- What the region wants changed. row_id null: the register as a whole; field null: the row as a whole.
CREATE TABLE remark (
  district_id TEXT NOT NULL,
  number INTEGER NOT NULL,
  n INTEGER NOT NULL,
  row_id TEXT,
  field TEXT,
  text TEXT NOT NULL,
  PRIMARY KEY (district_id, number, n)
) STRICT, WITHOUT ROWID;
