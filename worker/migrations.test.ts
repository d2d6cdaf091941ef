import { env } from 'cloudflare:workers';
import { describe, expect, it } from 'vitest';
import { districtTables } from './test-tables.ts';

/** They stand over the districts of a region and are read by nobody of a district alone. */
const OF_REGIONS = ['family_fingerprint', 'match_decision'];

describe('migrations', () => {
  it('[B5] hold no transaction, drop or rename, and at most one statement where they make a trigger', () => {
    expect(env.TEST_MIGRATIONS.length).toBeGreaterThanOrEqual(3);
    for (const { name, queries } of env.TEST_MIGRATIONS) {
      for (const sql of queries) {
        expect(`${name}: ${sql}`).not.toMatch(/\b(BEGIN\s+(IMMEDIATE|TRANSACTION)|COMMIT|SAVEPOINT|DROP|RENAME)\b/i);
      }
      const triggers = queries.filter((sql) => /CREATE\s+TRIGGER/i.test(sql));
      expect(triggers.length === 0 || queries.length === 1).toBe(true);
    }
  });

  it('make strict tables only', async () => {
    const { results } = await env.DB.prepare(
      "SELECT name, sql FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '\\_cf%' ESCAPE '\\' AND name NOT LIKE 'sqlite%' AND name <> 'd1_migrations'",
    ).all<{ name: string; sql: string }>();
    expect(results.length).toBeGreaterThanOrEqual(10);
    for (const { name, sql } of results) expect(`${name} ${/STRICT/.test(sql)}`).toBe(`${name} true`);
  });

  it('[T5] give every table of a district its id as the first part of the key', async () => {
    const tables = (await districtTables()).filter((table) => !OF_REGIONS.includes(table));
    expect(tables.length).toBeGreaterThanOrEqual(11);
    for (const table of tables) {
      const { results } = await env.DB.prepare(`SELECT name FROM pragma_table_info('${table}') WHERE pk = 1`).all();
      expect({ table, results }).toEqual({ table, results: [{ name: 'district_id' }] });
    }
  });

  it.each([
    [
      'SELECT id FROM register_row WHERE district_id = ? AND register_id = ? AND (seq, id) > (?, ?) ORDER BY seq, id LIMIT 5',
      'register_row_by_seq',
    ],
    ['SELECT id FROM access_token WHERE hash = ?', 'sqlite_autoindex_access_token'],
    ['SELECT n FROM audit WHERE district_id = ? AND n > ? ORDER BY n', 'PRIMARY KEY'],
    [
      'SELECT number FROM submission WHERE district_id = ? AND register_id = ? ORDER BY number DESC',
      'submission_by_register',
    ],
  ])('[D3] %s uses an index and sorts nothing', async (sql, index) => {
    const places = sql.split('?').length - 1;
    const { results } = await env.DB.prepare(`EXPLAIN QUERY PLAN ${sql}`)
      .bind(...Array.from({ length: places }, () => ''))
      .all<{ detail: string }>();
    const plan = results.map(({ detail }) => detail).join('; ');
    expect(plan).toContain(index);
    expect(plan).not.toMatch(/SCAN|TEMP B-TREE/);
  });
});
