import { describe, expect, it } from 'vitest';
import type { Op, SubmitRequest } from '../../shared/sync/protocol.ts';
import { MAX_OPS } from '../../shared/sync/limits.ts';
import type { WireValues } from '../../shared/sync/wire-values.ts';
import { testRun } from '../../shared/rules/test-register.ts';
import { checkRegister } from '../../shared/rules/check-register.ts';
import { figureCases } from '../../worker/services/figure-cases.ts';
import { overview } from '../../worker/services/overview.ts';
import { pull } from '../../worker/services/pull.ts';
import { push } from '../../worker/services/push.ts';
import { submit } from '../../worker/services/submit.ts';
import type { SqlDatabase, SqlValue } from '../../worker/store/database.ts';
import { jsonChunks } from '../../worker/store/database.ts';
import { regionScope, registerScope } from '../../worker/store/scope.ts';
import { simulatedServer } from './simulated-server.ts';
import { idOf } from './simulated-workbook.ts';

interface Seen {
  readonly sql: string;
  readonly values: readonly SqlValue[];
}

/** Tables whose rows belong to a district. */
const DISTRICT_TABLES = ['register', 'register_row', 'push', 'audit', 'submission', 'finding'];

async function recorded() {
  const statements: Seen[] = [];
  const server = await simulatedServer({ record: (sql, values) => statements.push({ sql, values }) });
  statements.length = 0;
  let trips = 0;
  const count = (db: SqlDatabase): SqlDatabase => ({
    prepare: db.prepare,
    batch: async (all) => {
      trips += 1;
      return await db.batch(all);
    },
  });
  const ports = { ...server.ports, db: count(server.database), check: checkRegister };
  const during = async (work: () => Promise<unknown>) => {
    const before = { statements: statements.length, trips };
    await work();
    return { statements: statements.length - before.statements, trips: trips - before.trips };
  };
  return { server, ports, statements, during };
}

const actor = { tokenId: 'actor' };
const wideValues = (index: number): WireValues => ({
  caseNo: `kc1_${idOf(`case${index}`)}`,
  applicant: `kp1_${idOf(`person${index}`)}`,
  curator: `kp1_${idOf('curator')}`,
  level: 'BASE',
  contractNo: `${index}/2026`,
  contractDate: '2026-01-15',
  visitDates: Array.from({ length: 24 }, () => '2026-02-02'),
  visitsByMonth: Object.fromEntries(
    Array.from({ length: 12 }, (_, m) => [`2026-${String(m + 1).padStart(2, '0')}`, 2]),
  ),
});
const wide = (index: number): Op => ({
  op: 'create',
  row: idOf(`r${index}`),
  kind: 'families',
  values: wideValues(index),
});

describe('statements of the store', () => {
  it('[D1] [D4] [D5] stay within the limits of D1 with the largest push, and few per request', async () => {
    const { server, ports, statements, during } = await recorded();
    const ops = Array.from({ length: MAX_OPS }, (_, index) => wide(index));
    const request = { protocol: 1, client: idOf('c'), pushId: idOf('p'), epoch: null, ops };
    const pushed = await during(() => push(ports, server.scope, actor, request));
    expect(pushed.trips).toBe(2);
    expect(server.rows().size).toBe(MAX_OPS);
    const pulled = await during(() => pull(ports, server.scope, { cursor: null }));
    expect(pulled).toEqual({ statements: 2, trips: 1 });
    for (const { sql, values } of statements) {
      expect(values.length).toBeLessThanOrEqual(90);
      expect(sql.length).toBeLessThan(90_000);
      expect(sql).not.toMatch(/\bLIKE\b|\bBEGIN\b|\bSAVEPOINT\b/i);
      expect(sql.match(/\bUNION\b/gi)?.length ?? 0).toBeLessThanOrEqual(4);
      for (const value of values) expect(new TextEncoder().encode(String(value)).length).toBeLessThanOrEqual(1_000_000);
    }
    const small = { ...request, pushId: idOf('q'), ops: [wide(MAX_OPS + 1)] };
    const few = await during(() => push(ports, server.scope, actor, small));
    expect(few.trips).toBe(2);
    expect(few.statements).toBeLessThanOrEqual(10);
  });

  it('[D5] a push of changed rows reads their cases only where they are counted otherwise', async () => {
    const { server, ports, during } = await recorded();
    const request = { protocol: 1, client: idOf('c'), epoch: null };
    await push(ports, server.scope, actor, { ...request, pushId: idOf('p'), ops: [wide(1), wide(2)] });
    const change = async (pushId: string, baseVersion: number, values: WireValues) => {
      const ops: Op[] = [{ op: 'set', row: idOf('r1'), kind: 'families', baseVersion, values }];
      return await during(() => push(ports, server.scope, actor, { ...request, pushId: idOf(pushId), ops }));
    };
    const values = wideValues(1);
    expect(await change('q', 1, { ...values, contractNo: '7/2026' })).toEqual({ statements: 7, trips: 2 });
    expect(await change('r', 2, { ...values, contractNo: '7/2026', level: 'CRISIS' })).toEqual({
      statements: 10,
      trips: 3,
    });
  });

  it('[D5] a submission and the overview need few statements', async () => {
    const { server, ports, during } = await recorded();
    const ops = [wide(1), wide(2)];
    await push(ports, server.scope, actor, { protocol: 1, client: idOf('c'), pushId: idOf('p'), epoch: null, ops });
    const { cursor } = await pull(ports, server.scope, { cursor: null });
    const { register } = testRun({ families: [{ level: 'BASE' }] });
    const columns = register.tables[0]?.columns.map(({ field }) => ({ field })) ?? [];
    const request: SubmitRequest = {
      protocol: 1,
      epoch: cursor.epoch,
      asOf: '2026-10-31',
      pack: 'training',
      layout: [{ kind: 'families', columns, given: [], rows: ops.map(({ row }) => row) }],
    };
    const submitted = await during(() => submit(ports, server.scope, actor, request));
    expect(submitted.trips).toBe(2);
    expect(submitted.statements).toBeLessThanOrEqual(10);
    const region = regionScope({ regionId: 'region', districts: null });
    if (region === null) throw new Error('the whole region is in reach');
    const looked = await during(() => overview(ports, region));
    expect(looked).toEqual({ statements: 1, trips: 0 });
  });

  it('the cases behind a figure are read one register after another, and of all cases the first are told', async () => {
    const { server, ports, statements } = await recorded();
    const registers = ['A', 'B'].map((letter) => registerScope(server.scope, letter.repeat(22)));
    for (const [at, scope] of registers.entries()) {
      const ops = Array.from({ length: 300 }, (_, n) => wide(1 + n + at * 1_000));
      const request = { protocol: 1, client: idOf('c'), pushId: idOf(`p${at}`), epoch: null, ops };
      expect((await push(ports, scope, actor, request)).ok).toBe(true);
    }
    statements.length = 0;
    const figures = ['visits', 'specialists', 'errors'] as const;
    for (const figure of figures) {
      const found = await figureCases(ports, server.scope, { period: '2026-Q1', figure });
      if (!found.ok) throw new Error(found.error.code);
      expect([found.value.total, found.value.cases.length]).toEqual(figure === 'errors' ? [0, 0] : [600, 500]);
    }
    const touching = statements.filter(({ sql }) => /\b(FROM|JOIN) (register_row|finding)\b/.test(sql));
    expect(touching).toHaveLength(registers.length * (figures.length + 1));
    for (const { values } of touching)
      expect(registers.some(({ registerId }) => values.includes(registerId))).toBe(true);
  });

  it('[T5] name the district wherever they touch a table of districts', async () => {
    const { server, ports, statements } = await recorded();
    const ops = [wide(1)];
    await push(ports, server.scope, actor, { protocol: 1, client: idOf('c'), pushId: idOf('p'), epoch: null, ops });
    await pull(ports, server.scope, { cursor: null });
    const touching = statements.filter(({ sql }) =>
      DISTRICT_TABLES.some((table) => new RegExp(`\\b${table}\\b`).test(sql)),
    );
    expect(touching.length).toBeGreaterThanOrEqual(7);
    for (const { sql, values } of touching) {
      expect(sql).toContain('district_id');
      expect(values).toContain(server.scope.districtId);
    }
  });

  it('[D3] look rows up by their whole key: the time of a push does not grow with the register', async () => {
    const { server, ports, statements } = await recorded();
    const ops = [wide(1), wide(2)];
    await push(ports, server.scope, actor, { protocol: 1, client: idOf('c'), pushId: idOf('p'), epoch: null, ops });
    const bulk = statements.filter(({ sql }) => sql.includes('register_row') && sql.includes('json_each'));
    expect(bulk.length).toBeGreaterThanOrEqual(2);
    for (const { sql, values } of bulk) {
      const plan = server.database.raw.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(...values);
      const steps = plan.map(({ detail }) => String(detail)).filter((detail) => detail.includes('register_row'));
      for (const step of steps) expect(step).toMatch(/district_id=\? AND register_id=\? AND (id|<expr>)=\?/);
    }
  });

  it('[D4] cut lists into texts of at most 1 MB that hold every item once, in order', () => {
    const items = Array.from({ length: 5000 }, (_, index) => ({ index, text: 'ж'.repeat(index % 700) }));
    const chunks = jsonChunks(items);
    expect(chunks.length).toBeGreaterThan(1);
    for (const chunk of chunks) expect(new TextEncoder().encode(chunk).length).toBeLessThanOrEqual(1_000_000);
    expect(chunks.flatMap((chunk) => JSON.parse(chunk) as unknown[])).toEqual(items);
    expect(jsonChunks([])).toEqual([]);
    expect(() => jsonChunks(['ж'.repeat(600_000)])).toThrow('larger than a bound value');
  });
});
