import { env } from 'cloudflare:workers';
import { describe, expect, it } from 'vitest';
import { verifyChain } from '../shared/sync/audit-chain.ts';
import type { PullAnswer } from '../shared/sync/protocol.ts';
import { keepToTerms, keepYears } from './services/retention.ts';
import type { SqlDatabase } from './store/database.ts';
import { readExpired } from './store/retention-store.ts';
import { districtScope } from './store/scope.ts';
import { keptCounters, recounted } from './test-counters.ts';
import { testPorts } from './test-ports.ts';
import { ask, codeOfAnswer, makeRegion, makeToken, newId } from './test-region.ts';

const DAY_MS = 86_400_000;

/** The server's services at a moment of their own. */
const portsAt = (now: number) => testPorts(env.DB, () => now);

const years = (count: number): number => Date.now() + count * 365.25 * DAY_MS;

async function desk() {
  const { regionId, districtIds } = await makeRegion(['Лесной']);
  const [district = ''] = districtIds;
  const token = await makeToken(regionId, { role: 'operator', districts: [district] });
  const register = newId();
  const path = `/api/v1/districts/${district}/registers/${register}`;
  const client = newId();
  const push = async (ops: readonly object[]): Promise<string> => {
    const body = { protocol: 1, client, pushId: newId(), epoch: null, ops };
    const answer = await ask(`${path}/push`, { token, body });
    expect(answer.status).toBe(200);
    return ((await answer.json()) as { epoch: string }).epoch;
  };
  const pull = async (query = ''): Promise<PullAnswer> => await (await ask(`${path}/rows${query}`, { token })).json();
  return { district, token, register, path, push, pull };
}

const caseNo = (n: number): string => `kc1_${String(n).padStart(22, 'q')}`;
const person = (n: number): string => `kp1_${String(n).padStart(22, 'q')}`;
const family = (row: string, n: number, values: object) => ({
  op: 'create',
  row,
  kind: 'families',
  values: { caseNo: caseNo(n), level: 'BASE', startDate: '2019-03-01', ...values },
});
const visit = (row: string, n: number) => ({
  op: 'create',
  row,
  kind: 'visits',
  values: { caseNo: caseNo(n), date: '2019-05-06' },
});

function since({ epoch, seq, row, safe }: PullAnswer['cursor']): string {
  return `?epoch=${epoch}&seq=${seq}&row=${encodeURIComponent(row)}&safe=${safe}`;
}

async function auditOf(district: string) {
  const { results } = await env.DB.prepare('SELECT n, entry, hash FROM audit WHERE district_id = ? ORDER BY n')
    .bind(district)
    .all<{ n: number; entry: string; hash: string }>();
  expect((await verifyChain(district, results)).ok).toBe(true);
  return results.map(
    ({ entry }) => JSON.parse(entry) as { action: string; actor: string; row: string; reason?: string },
  );
}

const liveIds = ({ rows }: PullAnswer): readonly string[] =>
  rows.flatMap(({ row, values }) => (values === null ? [] : [row]));

describe('terms of keeping', () => {
  it('removes nothing for its age when no term is set', async () => {
    const { district, push, pull } = await desk();
    const row = newId();
    await push([family(row, 1, { closedOn: '2019-06-01' })]);
    const before = await auditOf(district);
    await keepToTerms(await portsAt(years(0.1)), keepYears(''));
    expect(liveIds(await pull())).toEqual([row]);
    expect(await auditOf(district)).toEqual(before);
  });

  it('removes cases closed before the term with their visits, one audit row each; cases that go on stay whole', async () => {
    const { district, push, pull } = await desk();
    const [gone, goneVisit, open, openVisit, late, unreadable, again, first, shared] = Array.from({ length: 9 }, newId);
    await push([
      family(gone ?? '', 1, { closedOn: '2019-06-01' }),
      visit(goneVisit ?? '', 1),
      family(open ?? '', 2, { closedOn: null }),
      visit(openVisit ?? '', 2),
      family(late ?? '', 3, { closedOn: '2024-06-01' }),
      family(unreadable ?? '', 4, { closedOn: '?' }),
      family(first ?? '', 5, { closedOn: '2018-06-01' }),
      family(again ?? '', 5, { closedOn: null }),
      visit(shared ?? '', 5),
    ]);
    await keepToTerms(await portsAt(Date.parse('2026-11-22')), keepYears('5'));
    const left = liveIds(await pull()).toSorted();
    expect(left).toEqual([open, openVisit, late, unreadable, again, shared].toSorted());
    const acts = (await auditOf(district)).filter(({ actor }) => actor === 'timetable');
    expect(acts.map(({ row }) => row).toSorted()).toEqual([gone, goneVisit, first].toSorted());
    expect(acts.every(({ action, reason }) => action === 'deleted' && reason === 'срок хранения')).toBe(true);
    expect(await keptCounters(district)).toEqual(await recounted(district));
    expect(JSON.stringify((await env.DB.prepare('SELECT * FROM register_row').all()).results)).not.toContain(caseNo(1));
  });

  it('removes what belongs to a case by its applicant alone, unless a family of the applicant goes on', async () => {
    const { push, pull } = await desk();
    const of = (n: number) => ({ caseNo: null, applicant: person(n) });
    const [gone, goneVisit, goneMeasure, past, goesOn, visited, named] = Array.from({ length: 7 }, newId);
    await push([
      family(gone ?? '', 1, { ...of(1), closedOn: '2019-06-01' }),
      { op: 'create', row: goneVisit, kind: 'visits', values: { ...of(1), date: '2019-05-06' } },
      { op: 'create', row: goneMeasure, kind: 'measures', values: { applicant: person(1), dueDate: '2019-05-06' } },
      family(past ?? '', 2, { ...of(2), closedOn: '2019-06-01' }),
      family(goesOn ?? '', 2, { ...of(2), closedOn: null }),
      { op: 'create', row: visited, kind: 'visits', values: { ...of(2), date: '2019-05-06' } },
      { op: 'create', row: named, kind: 'visits', values: { ...of(1), caseNo: caseNo(9), date: '2019-05-06' } },
    ]);
    await keepToTerms(await portsAt(Date.parse('2026-11-22')), 5);
    expect(liveIds(await pull()).toSorted()).toEqual([goesOn, visited, named].toSorted());
  });

  it('removes a family after what belongs to it, so that a night that was full leaves nothing behind', async () => {
    const { district, push } = await desk();
    const visits = Array.from({ length: 3 }, newId);
    await push([family('0'.repeat(22), 1, { closedOn: '2019-06-01' }), ...visits.map((row) => visit(row, 1))]);
    const scope = districtScope({ regionId: '', districts: null }, [district], district);
    const before = { ms: Date.parse('2021-11-22'), day: '2021-11-22' };
    const first = scope && (await readExpired(env.DB, scope, before, 3));
    expect(first?.map(({ id }) => id).toSorted()).toEqual(visits.toSorted());
  });

  it('removes the rows and findings of a register that was closed before the term', async () => {
    const { district, token, path, push, pull } = await desk();
    const row = newId();
    const epoch = await push([family(row, 1, { closedOn: null })]);
    const layout = [{ kind: 'families', columns: [{ field: 'level' }], given: [], rows: [row] }];
    const body = { protocol: 1, epoch, asOf: '2026-10-31', pack: 'training', layout };
    expect((await ask(`${path}/submit`, { token, body })).status).toBe(200);
    expect((await ask(`${path}/retire`, { token, method: 'POST' })).status).toBe(200);
    await keepToTerms(await portsAt(years(4.9)), 5);
    expect(liveIds(await pull())).toEqual([row]);
    await keepToTerms(await portsAt(years(5.1)), 5);
    expect(liveIds(await pull())).toEqual([]);
    const findings = await env.DB.prepare('SELECT count(*) AS n FROM finding WHERE district_id = ? AND row_id = ?')
      .bind(district, row)
      .first();
    expect(findings).toEqual({ n: 0 });
    const again = { protocol: 1, client: newId(), pushId: newId(), epoch, ops: [family(newId(), 2, {})] };
    expect(await codeOfAnswer(await ask(`${path}/push`, { token, body: again }))).toBe('register-retired');
  });

  it('leaves nothing of a case behind when a night is cut short, and ends it in the next', async () => {
    const { district, token, path, push, pull } = await desk();
    const row = newId();
    const epoch = await push([family(row, 1, { closedOn: '2019-01-01' })]);
    const columns = ['level', 'startDate', 'closedOn'].map((field) => ({ field }));
    const layout = [{ kind: 'families', columns, given: [], rows: [row] }];
    const body = { protocol: 1, epoch, asOf: '2026-10-31', pack: 'training', layout };
    expect((await ask(`${path}/submit`, { token, body })).status).toBe(200);
    const found = env.DB.prepare('SELECT count(*) AS n FROM finding WHERE district_id = ?').bind(district);
    expect((await found.first<{ n: number }>())?.n).toBeGreaterThan(0);
    const ports = await portsAt(Date.parse('2026-11-22'));
    let isCut = false;
    const db: SqlDatabase = {
      prepare: (sql) => {
        isCut ||= sql.includes('DELETE FROM finding');
        return env.DB.prepare(sql);
      },
      batch: async (statements) => {
        if (isCut) throw new Error('D1_ERROR: Exceeded maximum DB size.');
        return await env.DB.batch(statements as D1PreparedStatement[]);
      },
    };
    expect((await keepToTerms({ ...ports, db }, 5)).failed).toBeGreaterThan(0);
    await keepToTerms(ports, 5);
    expect([liveIds(await pull()), await found.first()]).toEqual([[], { n: 0 }]);
  });

  it('removes the frozen rows of registers handed in before the term, and keeps their receipts', async () => {
    const { district, register } = await desk();
    for (const [number, day] of [
      [1, '2019-04-05'],
      [2, '2025-04-05'],
    ] as const) {
      await env.DB.batch([
        env.DB.prepare(
          "INSERT INTO hand_in VALUES (?, ?, ?, '2019-Q1', 'accepted', ?, '2019-03-31', 'a', '', '{}', '{}', NULL, '')",
        ).bind(district, number, register, Date.parse(day)),
        env.DB.prepare("INSERT INTO hand_in_row VALUES (?, ?, 'r', 'families', 1, '{}')").bind(district, number),
      ]);
    }
    await keepToTerms(await portsAt(Date.parse('2026-11-22')), 5);
    const numbers = async (table: string) =>
      (await env.DB.prepare(`SELECT number FROM ${table} WHERE district_id = ?`).bind(district).raw()).flat();
    expect(await numbers('hand_in')).toEqual([1, 2]);
    expect(await numbers('hand_in_row')).toEqual([2]);
    const [pruned] = (await auditOf(district)).filter(({ action }) => action === 'pruned');
    expect(pruned?.reason).toBe('frozen copies 1, tombstones 0, kept answers 0');
  });

  it('[S7] removes old tombstones and answers with one audit row; who was away since looks at all rows anew', async () => {
    const { district, push, pull } = await desk();
    const [kept, removed] = [newId(), newId()];
    await push([family(kept, 1, {}), family(removed, 2, {})]);
    const { cursor } = await pull();
    await push([{ op: 'delete', row: removed, baseVersion: 1 }]);
    const later = (await pull()).cursor;
    await keepToTerms(await portsAt(Date.now() + 399 * DAY_MS), null);
    expect((await pull()).rows.map(({ row }) => row).toSorted()).toEqual([kept, removed].toSorted());
    await keepToTerms(await portsAt(Date.now() + 401 * DAY_MS), null);
    expect((await pull()).rows.map(({ row }) => row)).toEqual([kept]);
    expect(await pull(since(cursor))).toMatchObject({ resend: 'full', rows: [{ row: kept }] });
    expect(await pull(since(later))).toMatchObject({ resend: null, rows: [] });
    const pruned = (await auditOf(district)).filter(({ action }) => action === 'pruned');
    expect(pruned.map(({ reason }) => reason)).toEqual(['frozen copies 0, tombstones 1, kept answers 2']);
  });

  it.each(['0', '1.5', 'five', '-3', '100'])('refuses the term «%s»', (setting) => {
    expect(() => keepYears(setting)).toThrow('KEEP_YEARS');
  });
});
