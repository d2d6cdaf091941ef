-- Fingerprints of families, one a line, kept by triggers on register_row: a push needs no statement more for them.
CREATE TABLE family_fingerprint (
  region_id TEXT NOT NULL,
  fingerprint TEXT NOT NULL,
  district_id TEXT NOT NULL,
  register_id TEXT NOT NULL,
  row_id TEXT NOT NULL,
  PRIMARY KEY (region_id, fingerprint, district_id, register_id, row_id)
) STRICT, WITHOUT ROWID;

-- Those that two districts have, so that looking for matches need not read all the others.
CREATE TABLE shared_fingerprint (
  region_id TEXT NOT NULL,
  fingerprint TEXT NOT NULL,
  PRIMARY KEY (region_id, fingerprint)
) STRICT, WITHOUT ROWID;

INSERT INTO family_fingerprint (region_id, fingerprint, district_id, register_id, row_id)
SELECT DISTINCT district.region_id, print.value, register_row.district_id, register_id, register_row.id
FROM register_row JOIN district ON district.id = register_row.district_id
JOIN json_each(register_row.payload, '$.fingerprints') AS print ON print.value IS NOT NULL
WHERE register_row.payload ->> '$.fingerprints' IS NOT NULL;

INSERT INTO shared_fingerprint (region_id, fingerprint)
SELECT region_id, fingerprint FROM family_fingerprint GROUP BY 1, 2 HAVING count(DISTINCT district_id) > 1;

-- What people said about a possible match, never changed: the last word of a hand counts.
-- pair: district, register and row of both cases, in one order; district_id null: the region.
-- basis: the fingerprints in common when it was said, as a sorted JSON list.
CREATE TABLE match_decision (
  region_id TEXT NOT NULL,
  n INTEGER NOT NULL,
  pair TEXT NOT NULL,
  district_id TEXT,
  verdict TEXT NOT NULL CHECK (verdict IN ('open', 'same', 'different', 'transfer')),
  reason TEXT NOT NULL,
  basis TEXT NOT NULL,
  at INTEGER NOT NULL,
  actor TEXT NOT NULL,
  PRIMARY KEY (region_id, n)
) STRICT, WITHOUT ROWID;

CREATE INDEX match_decision_by_pair ON match_decision (region_id, pair);

-- Families that moved within the region, and the lines of staff lists: few among many rows.
CREATE INDEX register_row_moved ON register_row (district_id, register_id)
WHERE coalesce(payload ->> '$.closeReason', payload ->> '$.result') = 'R13';
CREATE INDEX register_row_staff ON register_row (district_id, register_id) WHERE kind = 'specialists';
