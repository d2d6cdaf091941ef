/** The consolidated register, deadlines, and the doors of the region's page, over the real routes. */
import { env } from 'cloudflare:workers';
import { beforeAll, describe, expect, it } from 'vitest';
import { startOwnPack } from '../shared/packs/own-pack.ts';
import { consolidatedPageSchema, frozenFamiliesSchema } from '../shared/sync/consolidated-wire.ts';
import { deadlineSchema } from '../shared/sync/deadline-wire.ts';
import { caseListSchema, pictureSchema, type CaseFigure } from '../shared/sync/region-wire.ts';
import { sendFamilies, staffedRegion, type StaffedRegion } from './test-families.ts';
import { ask, codeOfAnswer, newId } from './test-region.ts';

const PERIOD = '2026-Q3';
const CURATOR = `kp1_${'k'.repeat(22)}`;

type Values = Readonly<Record<string, unknown>>;
const OPEN: Values = { level: 'URGENT', startDate: '2026-05-04', childrenCount: 2, curator: CURATOR, closedOn: null };

const COLUMNS = ['level', 'startDate', 'childrenCount', 'curator', 'closedOn'];

const send = (token: string, district: string, cases: readonly Values[], pack = 'training') =>
  sendFamilies(token, { district, columns: COLUMNS, cases, pack });

async function pageOf(token: string, query = '') {
  const answer = await ask(`/api/v1/consolidated${query}`, { token });
  expect(answer.status).toBe(200);
  return consolidatedPageSchema.parse(await answer.json());
}

async function allOf(token: string, limit: number, more = '') {
  const rows: string[] = [];
  let after: string | null = '';
  while (after !== null) {
    const query: string = `?limit=${limit}${more}${after === '' ? '' : `&after=${after}`}`;
    const page = await pageOf(token, query);
    rows.push(...page.rows.map(({ row }) => row.row));
    expect(page.rows.length).toBeLessThanOrEqual(limit);
    after = page.next;
  }
  return rows;
}

const pictureOf = async (token: string) =>
  pictureSchema.parse(await (await ask(`/api/v1/picture?period=${PERIOD}`, { token })).json());

async function casesOf(token: string, district: string, figure: CaseFigure) {
  const answer = await ask(`/api/v1/districts/${district}/cases?period=${PERIOD}&figure=${figure}`, { token });
  return caseListSchema.parse(await answer.json());
}

describe('the consolidated register', () => {
  let there: StaffedRegion;
  const sent: string[] = [];
  beforeAll(async () => {
    there = await staffedRegion(['Лесной', 'Речной', 'Северный']);
    for (const district of there.districts.slice(0, 2)) {
      const { rows } = await send(there.operator, district, [OPEN, OPEN, OPEN]);
      sent.push(...rows);
    }
  });

  it.each([1, 2, 3, 4, 500])('comes whole and each family once, by pages of %i', async (limit) => {
    const rows = await allOf(there.manager, limit);
    expect(rows.toSorted()).toEqual(sent.toSorted());
    expect((await pageOf(there.manager)).expected).toBe(sent.length);
  });

  it('is narrowed to a district, and knows nothing of a district of others', async () => {
    const [, river = ''] = there.districts;
    const rows = await allOf(there.manager, 2, `&district=${river}`);
    expect(rows.toSorted()).toEqual(sent.slice(3).toSorted());
    const other = await staffedRegion(['Дальний']);
    await send(other.operator, other.districts[0] ?? '', [OPEN]);
    expect(await allOf(there.manager, 2, `&district=${other.districts[0] ?? ''}`)).toEqual([]);
    expect((await allOf(other.manager, 2)).length).toBe(1);
  });

  it('goes on past many registers without families, and leaves out those that were replaced', async () => {
    const { operator, manager, districts } = await staffedRegion(['Лесной']);
    const [district = ''] = districts;
    const old = await send(operator, district, [OPEN]);
    await ask(`${old.path}/retire`, { token: operator, method: 'POST' });
    await env.DB.batch(
      Array.from({ length: 70 }, () =>
        env.DB.prepare('INSERT INTO register (district_id, id, created_at) VALUES (?, ?, 0)').bind(district, newId()),
      ),
    );
    const { rows } = await send(operator, district, [OPEN, OPEN]);
    expect((await allOf(manager, 1)).toSorted()).toEqual(rows.toSorted());
  });

  it('shows of what is sealed only what names a family, and no fingerprints', async () => {
    const { operator, manager, districts } = await staffedRegion(['Лесной']);
    const { district, rows } = await send(operator, districts[0] ?? '', [OPEN]);
    const sealed = `s1.abcd1234.${'n'.repeat(16)}.${'c'.repeat(30)}`;
    const values = {
      'sealed.caseNo': sealed,
      'sealed.address': sealed,
      'sealed.note': sealed,
      fingerprints: ['f'.repeat(22)],
    };
    await env.DB.prepare('UPDATE register_row SET payload = json_patch(payload, ?) WHERE district_id = ? AND id = ?')
      .bind(JSON.stringify(values), district, rows[0])
      .run();
    const [family] = (await pageOf(manager)).rows;
    expect(Object.keys(family?.row.values ?? {}).toSorted()).toEqual(
      [...Object.keys(OPEN), 'sealed.caseNo'].toSorted(),
    );
    const { cases } = await casesOf(manager, district, 'end');
    expect(cases[0]?.sealed).toEqual({ caseNo: sealed, applicant: null, curator: null });
  });

  it.each(['?limit=0', '?limit=501', '?after=x', '?district=Не%20тот', '?all=1'])('refuses «%s»', async (query) => {
    expect((await ask(`/api/v1/consolidated${query}`, { token: there.manager })).status).toBe(400);
  });
});

describe('doors to rows', () => {
  it('lead from specialists, from loads beyond the norm and from errors to the same numbers', async () => {
    const { operator, manager, districts } = await staffedRegion(['Лесной']);
    const [district = ''] = districts;
    const wrong = { ...OPEN, level: 'BASE', startDate: '2026-05-04', closedOn: '2026-04-01' };
    await send(operator, district, [...Array.from({ length: 8 }, () => OPEN), wrong]);
    const [row] = (await pictureOf(manager)).districts;
    expect(row).toMatchObject({ specialists: 1, overNorm: 1 });
    expect(row?.errors).toBeGreaterThan(0);
    const curatorsOf = async (figure: CaseFigure) =>
      new Set((await casesOf(manager, district, figure)).cases.map(({ curator }) => curator)).size;
    expect(await curatorsOf('specialists')).toBe(row?.specialists);
    expect(await curatorsOf('overNorm')).toBe(row?.overNorm);
    const errors = (await casesOf(manager, district, 'errors')).cases;
    expect(errors.reduce((sum, { count }) => sum + count, 0)).toBe(row?.errors);
    expect(errors.every(({ rules }) => rules.length > 0)).toBe(true);
  });

  it('lead to the visits that the published norms of the region miss', async () => {
    const { operator, manager, admin, districts } = await staffedRegion(['Лесной']);
    const [district = ''] = districts;
    const visits = {
      min: 3,
      per: 'month',
      kind: 'required',
      source: { text: { ru: 'Приказ', en: 'Order' }, status: 'confirmed' },
    };
    const own = startOwnPack('training', 'Нормы области');
    const pack = { ...own, differences: { ...own.differences, levels: { ADAPT: { visits } } } };
    const published = await ask('/api/v1/packs', { token: admin, body: { validFrom: '2026-01-01', pack } });
    expect(published.status).toBe(200);
    const one = {
      level: 'ADAPT',
      startDate: '2026-05-04',
      closedOn: null,
      visitsByMonth: { '2026-07': 2, '2026-08': 3 },
    };
    await send(operator, district, [one], 'training-own');
    const { norms, districts: rows } = await pictureOf(manager);
    expect(norms).toMatchObject({ id: 'training-own' });
    expect(norms.content).toContain('Нормы области');
    expect(rows[0]?.norms).toMatchObject({ visitsKept: 1, visitsMissed: 1 });
    const { cases } = await casesOf(manager, district, 'visitsMissed');
    expect(cases.map(({ count }) => count)).toEqual([1]);
  });

  it('show visits and norms in the course of the months', async () => {
    const { operator, manager, districts } = await staffedRegion(['Лесной']);
    const one = {
      level: 'ADAPT',
      startDate: '2026-05-04',
      closedOn: null,
      visitsByMonth: { '2026-07': 2, '2026-08': 0 },
    };
    await send(operator, districts[0] ?? '', [one]);
    const { trend } = await pictureOf(manager);
    expect(trend.map(({ month, visits, norms }) => [month, visits, norms.visitsKept, norms.visitsMissed])).toEqual([
      ['2026-05', 0, 0, 0],
      ['2026-06', 0, 0, 0],
      ['2026-07', 2, 1, 0],
      ['2026-08', 0, 0, 1],
      ['2026-09', 0, 0, 0],
    ]);
  });
});

const dueOf = async (token: string, period: string) =>
  deadlineSchema.parse(await (await ask(`/api/v1/deadlines?period=${period}`, { token })).json());

describe('deadlines', () => {
  it('are the usual ones, moved to a working day, until the administrator sets a day; then the page goes by it', async () => {
    const { operator, manager, admin } = await staffedRegion(['Лесной']);
    expect(await dueOf(operator, '2026-Q2')).toEqual({ period: '2026-Q2', day: '2026-07-06', isSet: false });
    const body = { period: PERIOD, day: '2099-10-20' };
    expect(await (await ask('/api/v1/admin/deadlines', { token: admin, body })).json()).toMatchObject({ isSet: true });
    expect(await dueOf(operator, PERIOD)).toEqual({ period: PERIOD, day: '2099-10-20', isSet: true });
    const { period, districts } = await pictureOf(manager);
    expect(period).toMatchObject({ deadline: '2099-10-20', isDeadlineSet: true });
    expect(districts[0]?.punctuality).toBe('awaited');
    await ask('/api/v1/admin/deadlines', { token: admin, body: { period: PERIOD, day: null } });
    expect(await dueOf(operator, PERIOD)).toMatchObject({ day: '2026-10-05', isSet: false });
    const { results } = await env.DB.prepare("SELECT entry FROM region_audit WHERE entry LIKE '%deadline-set%'").all();
    expect(results.length).toBeGreaterThanOrEqual(2);
  });

  it('are of one region only, and never before the period has ended', async () => {
    const [here, there] = [await staffedRegion(['Лесной']), await staffedRegion(['Речной'])];
    await ask('/api/v1/admin/deadlines', { token: here.admin, body: { period: PERIOD, day: '2026-10-20' } });
    expect(await dueOf(there.operator, PERIOD)).toMatchObject({ day: '2026-10-05', isSet: false });
    const early = { period: PERIOD, day: '2026-09-30' };
    expect(await codeOfAnswer(await ask('/api/v1/admin/deadlines', { token: here.admin, body: early }))).toBe(
      'body-malformed',
    );
  });
});

describe('what was handed in', () => {
  it('is shown family by family for remarks, to its district and its region', async () => {
    const { operator, manager, districts } = await staffedRegion(['Лесной']);
    const [district = ''] = districts;
    const { path, epoch, rows } = await send(operator, district, [{ level: 'ADAPT', startDate: '2026-09-21' }]);
    const body = { epoch, period: PERIOD, sending: 1, explanation: 'Сверено.' };
    expect((await ask(`${path}/hand-in`, { token: operator, body })).status).toBe(200);
    const answer = await ask(`/api/v1/districts/${district}/hand-ins/1/families`, { token: manager });
    const frozen = frozenFamiliesSchema.parse(await answer.json()).rows;
    expect(frozen.map(({ row, values }) => [row, values?.['level']])).toEqual([[rows[0], 'ADAPT']]);
  });
});
