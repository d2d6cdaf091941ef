import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sqliteDatabase } from './sqlite-database.ts';

/** The write of a push (worker/store/push-store.ts): new rows, changed rows and tombstones alike. */
const WRITE = `
  INSERT INTO register_row (district_id, register_id, id, kind, version, seq, payload) VALUES (?, 'r', ?, 'families', 1, 1, ?)
  ON CONFLICT (district_id, register_id, id) DO UPDATE SET version = excluded.version, payload = excluded.payload`;
const KEPT = 'SELECT region_id, fingerprint, district_id, row_id FROM family_fingerprint ORDER BY 1, 2, 3, 4';
const RECOUNT = `
  SELECT DISTINCT region_id, print.value AS fingerprint, district_id, register_row.id AS row_id
  FROM register_row JOIN district ON district.id = district_id
  JOIN json_each(payload, '$.fingerprints') AS print
  WHERE payload IS NOT NULL AND print.value IS NOT NULL ORDER BY 1, 2, 3, 4`;
const SHARED = 'SELECT region_id, fingerprint FROM shared_fingerprint ORDER BY 1, 2';
const SHARED_RECOUNT = `
  SELECT region_id, fingerprint FROM family_fingerprint
  GROUP BY 1, 2 HAVING count(DISTINCT district_id) > 1 ORDER BY 1, 2`;

const letters = fc.constantFrom('a', 'b', 'c', 'd');
const payload = fc.option(
  fc.oneof(
    fc.constant({ level: 'BASE' }),
    fc.constant({ fingerprints: null }),
    fc.record({ fingerprints: fc.array(letters, { maxLength: 3 }) }),
  ),
);
const write = fc.record({
  district: fc.constantFrom('north', 'south', 'abroad'),
  row: fc.constantFrom('1', '2', '3'),
  payload,
});

describe('the tables of fingerprints', () => {
  it('are what a full recount of the rows gives, whatever is written in whatever order', () => {
    fc.assert(
      fc.property(fc.array(write, { maxLength: 25 }), (writes) => {
        const { raw } = sqliteDatabase();
        raw.exec(`
          INSERT INTO region (id, title) VALUES ('one', '1'), ('two', '2');
          INSERT INTO district (id, region_id, title)
          VALUES ('north', 'one', 'n'), ('south', 'one', 's'), ('abroad', 'two', 'a');`);
        const statement = raw.prepare(WRITE);
        for (const { district, row, payload: values } of writes) {
          statement.run(district, row, values === null ? null : JSON.stringify(values));
        }
        expect(raw.prepare(KEPT).all()).toEqual(raw.prepare(RECOUNT).all());
        expect(raw.prepare(SHARED).all()).toEqual(raw.prepare(SHARED_RECOUNT).all());
        raw.exec('DELETE FROM register_row WHERE payload IS NULL');
        expect(raw.prepare(KEPT).all()).toEqual(raw.prepare(RECOUNT).all());
        raw.close();
      }),
      { numRuns: 150 },
    );
  });
});
