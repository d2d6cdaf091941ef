-- Counters of a register (shared/reports/counters.ts), moved in the same batch as its rows. level and value: '' for none.
CREATE TABLE counter (
  district_id TEXT NOT NULL,
  register_id TEXT NOT NULL,
  cut TEXT NOT NULL,
  month TEXT NOT NULL,
  level TEXT NOT NULL,
  value TEXT NOT NULL,
  stock INTEGER NOT NULL DEFAULT 0,
  stockChildren INTEGER NOT NULL DEFAULT 0,
  stockUnknown INTEGER NOT NULL DEFAULT 0,
  taken INTEGER NOT NULL DEFAULT 0,
  removed INTEGER NOT NULL DEFAULT 0,
  positive INTEGER NOT NULL DEFAULT 0,
  takenChildren INTEGER NOT NULL DEFAULT 0,
  removedChildren INTEGER NOT NULL DEFAULT 0,
  positiveChildren INTEGER NOT NULL DEFAULT 0,
  transferred INTEGER NOT NULL DEFAULT 0,
  visits INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (district_id, register_id, cut, month, level, value)
) STRICT, WITHOUT ROWID;

-- 1 when the counters stand for all rows of the register. Registers from before the counters are counted at their next push.
ALTER TABLE register ADD COLUMN is_counted INTEGER NOT NULL DEFAULT 0;

-- Rows of one case are found by its pseudonyms.
CREATE INDEX register_row_by_case ON register_row (district_id, register_id, payload ->> '$.caseNo');
CREATE INDEX register_row_by_applicant ON register_row (district_id, register_id, payload ->> '$.applicant');

-- Norms kept and missed by month, as the last sending was judged.
CREATE TABLE norm_count (
  district_id TEXT NOT NULL,
  register_id TEXT NOT NULL,
  month TEXT NOT NULL,
  visitsKept INTEGER NOT NULL,
  visitsMissed INTEGER NOT NULL,
  termsKept INTEGER NOT NULL,
  termsLate INTEGER NOT NULL,
  termsOverdue INTEGER NOT NULL,
  PRIMARY KEY (district_id, register_id, month)
) STRICT, WITHOUT ROWID;
