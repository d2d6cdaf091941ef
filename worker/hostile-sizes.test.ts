/** Requests whose parts are each allowed and whose whole is more than a register, a list or a statement can hold. */
import { env } from 'cloudflare:workers';
import { describe, expect, it } from 'vitest';
import { MAX_LIST } from '../shared/sync/limits.ts';
import { handInSchema } from '../shared/sync/region-wire.ts';
import { sendFamilies, staffedRegion, type StaffedRegion } from './test-families.ts';
import { submitAnswerSchema } from '../shared/sync/protocol.ts';
import { ask, codeOfAnswer, newId } from './test-region.ts';

const EPOCH = "SELECT value FROM setting WHERE name = 'epoch'";
const epoch = async (): Promise<string> => String((await env.DB.prepare(EPOCH).first<{ value: string }>())?.value);

async function desk(): Promise<StaffedRegion & { readonly path: string; readonly district: string }> {
  const region = await staffedRegion(['Лесной']);
  const [district = ''] = region.districts;
  return { ...region, district, path: `/api/v1/districts/${district}/registers/${newId()}` };
}

/** So many periods: months and quarters from year 0 on. */
function periods(count: number): Readonly<Record<string, number>> {
  const names = [...Array.from({ length: 12 }, (_, n) => String(n + 1).padStart(2, '0')), 'Q1', 'Q2', 'Q3', 'Q4'];
  const name = (index: number): string => `${String(Math.floor(index / 16)).padStart(4, '0')}-${names[index % 16]}`;
  return Object.fromEntries(Array.from({ length: count }, (_, index) => [name(index), 1]));
}

function pushOf(values: object, row = newId()) {
  const op = { op: 'create', row, kind: 'families', values };
  return { protocol: 1, client: newId(), pushId: newId(), epoch: null, ops: [op] };
}

describe('a row', () => {
  it.each([
    [MAX_LIST, 200],
    [MAX_LIST + 1, 400],
    [160_000, 400],
  ])('with numbers for %i periods is answered %i', async (count, status) => {
    const { operator, path } = await desk();
    const answer = await ask(`${path}/push`, { token: operator, body: pushOf({ visitsByMonth: periods(count) }) });
    expect(answer.status).toBe(status);
  });
});

describe('a layout', () => {
  it.each([
    ['twice in one table', (row: string) => [[row, row]]],
    ['in two tables', (row: string) => [[row], [row]]],
  ])('that names a row %s is refused, and nothing is judged', async (_, tables) => {
    const { operator, path, district } = await desk();
    const row = newId();
    expect((await ask(`${path}/push`, { token: operator, body: pushOf({ level: 'BASE' }, row) })).status).toBe(200);
    const layout = tables(row).map((rows) => ({ kind: 'families', columns: [{ field: 'level' }], given: [], rows }));
    const body = { protocol: 1, epoch: await epoch(), asOf: '2026-10-31', pack: 'training', layout };
    expect(await codeOfAnswer(await ask(`${path}/submit`, { token: operator, body }))).toBe('body-malformed');
    const sent = await env.DB.prepare('SELECT count(*) AS n FROM submission WHERE district_id = ?').bind(district);
    expect(await sent.first()).toEqual({ n: 0 });
  });
});

describe('[SU3] a layout', () => {
  it.each([
    ['rows that the server does not have', (row: string) => [newId(), row, newId()]],
    ['none of the rows', () => []],
  ])('that names %s is judged by the rows there are', async (_, named) => {
    const { operator, path } = await desk();
    const row = newId();
    expect((await ask(`${path}/push`, { token: operator, body: pushOf({ level: 'BASE' }, row) })).status).toBe(200);
    const layout = [{ kind: 'families', columns: [{ field: 'level' }], given: [], rows: named(row) }];
    const body = { protocol: 1, epoch: await epoch(), asOf: '2026-10-31', pack: 'training', layout };
    const { check } = submitAnswerSchema.parse(await (await ask(`${path}/submit`, { token: operator, body })).json());
    expect(check.cases).toBe(1);
  });
});

describe('remarks', () => {
  it('too long for one statement are all kept, in their order', async () => {
    const { operator, manager, district } = await desk();
    const cases = [{ level: 'BASE', startDate: '2026-05-04' }];
    const sent = await sendFamilies(operator, { district, columns: ['level', 'startDate'], cases });
    const handIn = { epoch: sent.epoch, period: '2026-Q3', sending: sent.sending, explanation: 'сверено' };
    expect((await ask(`${sent.path}/hand-in`, { token: operator, body: handIn })).status).toBe(200);
    const remarks = Array.from({ length: 500 }, (_, n) => ({
      row: null,
      field: null,
      text: `${n}${'\u0001'.repeat(490)}.`,
    }));
    const body = { verdict: 'returned', note: '', remarks };
    const answer = await ask(`/api/v1/districts/${district}/hand-ins/1/decide`, { token: manager, body });
    expect(handInSchema.parse(await answer.json()).remarks).toEqual(remarks);
  });
});

describe('norms', () => {
  it('that would be too long to be read again are not published', async () => {
    const { admin } = await desk();
    const aliases = Array.from({ length: 30_000 }, (_, n) => n.toString(36));
    const source = { text: { ru: 'Приказ', en: 'Order' }, status: 'invented' };
    const entry = { code: 'OWN1', aliases, title: { ru: 'Иное', en: 'Other' }, source };
    const differences = { levels: {}, deadlines: [], codes: { categories: [entry] }, calendar: {} };
    const pack = { kurator: 'pack', form: 1, base: 'training', title: 'Нормы', revision: 0, differences };
    expect(JSON.stringify(pack).length).toBeLessThan(300_000);
    const answer = await ask('/api/v1/packs', { token: admin, body: { validFrom: '2026-01-01', pack } });
    expect(await codeOfAnswer(answer)).toBe('pack-invalid');
  });
});
