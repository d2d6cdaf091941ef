import { describe, expect, it } from 'vitest';
import type { SqlDatabase, SqlValue } from '../../worker/store/database.ts';
import { readDecidedPairs, readDistrictShared, readRegionShared } from '../../worker/store/duplicate-store.ts';
import { readPicture } from '../../worker/store/picture-store.ts';
import { readRegionCheck } from '../../worker/store/region-check-store.ts';
import { districtScope, regionScope } from '../../worker/store/scope.ts';
import { sqliteDatabase } from './sqlite-database.ts';

const REACH = { regionId: 'region', districts: null };

/** Every statement of the look-ups, with how the database would run it. */
async function plans(): Promise<readonly (readonly [string, readonly string[]])[]> {
  const database = sqliteDatabase();
  database.raw.exec(`
    INSERT INTO region (id, title) VALUES ('region', 'Регион');
    INSERT INTO district (id, region_id, title) VALUES ('lesnoy', 'region', 'Лесной');
    INSERT INTO match_decision VALUES ('region', 1, 'lesnoy a b | lesnoy a c', NULL, 'same', 'x', '[]', 0, 'a');`);
  const seen: (readonly [string, readonly SqlValue[]])[] = [];
  const recorded: SqlDatabase = {
    prepare: (sql) => {
      const statement = database.prepare(sql);
      return {
        ...statement,
        bind: (...values: SqlValue[]) => {
          seen.push([sql, values]);
          return statement.bind(...values);
        },
      };
    },
    batch: (statements) => database.batch(statements),
  };
  const region = regionScope(REACH);
  const district = districtScope(REACH, ['lesnoy'], 'lesnoy');
  if (region === null || district === null) throw new Error('both are in reach');
  await readDecidedPairs(recorded, region);
  await readRegionShared(recorded, region);
  await readDistrictShared(recorded, district);
  await readRegionCheck(recorded, region, '2026-10');
  await readPicture(recorded, region, { from: '2026-07', to: '2026-09', trendFrom: '2025-10', period: '2026-Q3' });
  return seen.map(([sql, values]) => {
    const steps = database.raw.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(...values);
    return [sql, steps.map(({ detail }) => String(detail))];
  });
}

describe('looking for families in two districts', () => {
  it('[D3] reads no table through, and no register: fingerprints, pairs and cases are found by their keys', async () => {
    const found = await plans();
    expect(found.length).toBeGreaterThanOrEqual(9);
    const steps = found.flatMap(([, details]) => details);
    for (const step of steps.filter((one) => one.startsWith('SCAN')))
      expect(step).toMatch(/^SCAN (wanted|found|load)\b/);
    const rows = steps.filter((one) => /SEARCH register_row\b/.test(one));
    expect(rows.length).toBeGreaterThanOrEqual(5);
    for (const step of rows) {
      expect(step).toMatch(/PRIMARY KEY \(district_id=\? AND register_id=\? AND id=\?\)|register_row_(moved|staff)/);
    }
    const [ofPairs] = found.filter(([sql]) => sql.includes('AS wanted') && sql.includes('match_decision'));
    expect(ofPairs?.[1].join()).toContain('match_decision_by_pair (region_id=? AND pair=?)');
  });
});

describe("the region's page", () => {
  it('[D3] reads the counters of the cut it shows, and not those of every curator', async () => {
    const steps = (await plans()).flatMap(([, details]) => details);
    const counters = steps.filter((one) => /SEARCH counter\b/.test(one));
    expect(counters.length).toBeGreaterThanOrEqual(2);
    for (const step of counters) expect(step).toMatch(/district_id=\? AND register_id=\? AND cut=\?/);
  });
});
