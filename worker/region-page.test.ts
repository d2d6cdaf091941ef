/** The region's page and the handing in of registers, over the real routes. */
import { env } from 'cloudflare:workers';
import { beforeAll, describe, expect, it } from 'vitest';
import { fromBase64Url } from '../shared/privacy/fingerprint.ts';
import { verifyChain } from '../shared/sync/audit-chain.ts';
import { verifyReceipt } from '../shared/sync/receipt.ts';
import {
  caseListSchema,
  frozenRowsSchema,
  frozenValuesSchema,
  handInListSchema,
  handInSchema,
  keyListSchema,
  pictureSchema,
  type CaseFigure,
} from '../shared/sync/region-wire.ts';
import { sendFamilies, staffedRegion, type Sent, type StaffedRegion } from './test-families.ts';
import { ask, codeOfAnswer } from './test-region.ts';

const PERIOD = '2026-Q3';
const FAMILY_COLUMNS = ['level', 'startDate', 'closedOn', 'closeReason', 'childrenCount'];

interface Case {
  readonly level: string;
  readonly startDate: string;
  readonly closedOn?: string;
  readonly closeReason?: string;
  readonly childrenCount?: number;
}

const send = (token: string, district: string, cases: readonly Case[], before?: Sent) =>
  sendFamilies(token, { district, columns: FAMILY_COLUMNS, cases, before });

const handIn = (token: string, { path, epoch, sending }: Sent, explanation = 'Всё сверено с делами.') =>
  ask(`${path}/hand-in`, { token, body: { epoch, period: PERIOD, sending, explanation } });

async function pictureOf(token: string) {
  return pictureSchema.parse(await (await ask(`/api/v1/picture?period=${PERIOD}`, { token })).json());
}

async function casesOf(token: string, district: string, figure: CaseFigure) {
  const path = `/api/v1/districts/${district}/cases?period=${PERIOD}&figure=${figure}`;
  return caseListSchema.parse(await (await ask(path, { token })).json());
}

const open = (count: number, level = 'BASE'): readonly Case[] =>
  Array.from({ length: count }, () => ({ level, startDate: '2026-05-04', childrenCount: 2 }));

describe('the picture of the region', () => {
  let there: StaffedRegion;
  beforeAll(async () => {
    there = await staffedRegion(['Лесной', 'Речной', 'Северный']);
    const [forest = '', river = ''] = there.districts;
    await send(there.operator, forest, [
      ...open(7),
      { level: 'CRISIS', startDate: '2026-07-06', childrenCount: 1 },
      { level: 'BASE', startDate: '2026-03-02', closedOn: '2026-08-03', closeReason: 'R01', childrenCount: 3 },
      { level: 'BASE', startDate: '2026-03-02', closedOn: '2026-09-03', closeReason: 'R05' },
    ]);
    await send(there.operator, river, [{ level: 'URGENT', startDate: '2026-09-01' }, ...open(11, 'CRISIS')]);
  });

  it('counts each district by the rows it has sent, and balances', async () => {
    const { districts, total, period } = await pictureOf(there.manager);
    expect(period).toEqual({
      key: PERIOD,
      from: '2026-07-01',
      to: '2026-09-30',
      deadline: '2026-10-05',
      isDeadlineSet: false,
    });
    expect(
      districts.map(({ figures }) => [figures.start, figures.in, figures.out, figures.positive, figures.end]),
    ).toEqual([
      [9, 1, 2, 1, 8],
      [11, 1, 0, 0, 12],
      [0, 0, 0, 0, 0],
    ]);
    expect(total.figures).toMatchObject({ start: 20, in: 2, out: 2, positive: 1, end: 20, endChildren: 37 });
    expect(total.levels).toEqual(
      expect.arrayContaining([
        { level: 'BASE', cases: 7 },
        { level: 'CRISIS', cases: 12 },
        { level: 'URGENT', cases: 1 },
      ]),
    );
  });

  it('says for how many families nobody has told the number of children', async () => {
    const { districts, total } = await pictureOf(there.manager);
    expect([...districts, total].map(({ childrenUnknown }) => childrenUnknown)).toEqual([0, 1, 0, 1]);
  });

  it('shows the course of the months', async () => {
    const { trend } = await pictureOf(there.manager);
    expect(trend.map(({ month, end }) => [month, end])).toEqual([
      ['2026-03', 2],
      ['2026-04', 2],
      ['2026-05', 20],
      ['2026-06', 20],
      ['2026-07', 21],
      ['2026-08', 20],
      ['2026-09', 20],
    ]);
  });

  it.each(['start', 'in', 'out', 'positive', 'end', 'endChildren'] as const)(
    'opens «%s» to the cases that make it up',
    async (figure) => {
      const { districts } = await pictureOf(there.manager);
      for (const { district, figures } of districts) {
        const { cases } = await casesOf(there.manager, district.id, figure);
        expect(cases.reduce((sum, { count }) => sum + count, 0)).toBe(figures[figure]);
      }
    },
  );

  it('opens visits missed to the cases that stand behind their number', async () => {
    const [first] = (await pictureOf(there.manager)).districts;
    const { cases } = await casesOf(there.manager, first?.district.id ?? '', 'visitsMissed');
    expect(cases.reduce((sum, { count }) => sum + count, 0)).toBe(first?.norms.visitsMissed);
  });

  it('hides small groups and all but families from an auditor, who sees no rows', async () => {
    const { districts, total, hiddenBelow, trend } = await pictureOf(there.auditor);
    expect(hiddenBelow).toBe(5);
    expect(trend).toEqual([]);
    for (const { figures, levels, norms, overNorm, childrenUnknown } of [...districts, total]) {
      expect(childrenUnknown).toBeNull();
      for (const figure of [...Object.values(figures), ...levels.map(({ cases }) => cases)]) {
        expect(figure === null || figure === 0 || figure >= 5).toBe(true);
      }
      expect([figures.endChildren, norms.visitsKept, overNorm]).toEqual([null, null, null]);
    }
    expect(total.figures.end).toBe(20);
    const [forest = ''] = there.districts;
    expect(
      (await ask(`/api/v1/districts/${forest}/cases?period=${PERIOD}&figure=end`, { token: there.auditor })).status,
    ).toBe(403);
  });

  it('leaves out a register that another has taken the place of', async () => {
    const { districts, operator, manager } = await staffedRegion(['Лесной']);
    const [district = ''] = districts;
    const old = await send(operator, district, open(3));
    await send(operator, district, open(4));
    expect((await ask(`${old.path}/retire`, { token: operator, method: 'POST' })).status).toBe(200);
    expect((await pictureOf(manager)).total.figures.end).toBe(4);
    expect((await casesOf(manager, district, 'end')).total).toBe(4);
  });

  it.each(['2026', '2026-Q5', ''])('refuses the period «%s»', async (period) => {
    const answer = await ask(`/api/v1/picture?period=${period}`, { token: there.manager });
    expect(answer.status).toBe(400);
  });
});

/** A register without errors: a contract and all that goes with it is not judged, because it has no such columns. */
const CLEAN = open(3);

describe('handing in', () => {
  it('freezes the rows and gives a receipt that anybody can verify', async () => {
    const { districts, operator } = await staffedRegion(['Лесной']);
    const sent = await send(operator, districts[0] ?? '', CLEAN);
    const answer = await handIn(operator, sent);
    const text = await answer.text();
    expect(text.slice(0, 80)).not.toContain('"error"');
    const given = handInSchema.parse(JSON.parse(text));
    expect(given).toMatchObject({ number: 1, period: PERIOD, state: 'submitted', remarks: [] });
    const { keys } = keyListSchema.parse(await (await ask('/api/v1/receipt-keys', { token: operator })).json());
    const publicKeys = new Map(
      await Promise.all(
        keys.map(async ({ name, key }) => {
          const raw = fromBase64Url(key) ?? new Uint8Array();
          return [name, await crypto.subtle.importKey('raw', raw, { name: 'Ed25519' }, true, ['verify'])] as const;
        }),
      ),
    );
    expect(await verifyReceipt(given.receipt, publicKeys, crypto.subtle)).toMatchObject({ state: 'genuine' });
    const forged = { ...given.receipt, statement: { ...given.receipt.statement, rows: 4 } };
    expect(await verifyReceipt(forged, publicKeys, crypto.subtle)).toEqual({ state: 'forged' });
    const frozen = await ask(`/api/v1/districts/${sent.district}/hand-ins/1/rows`, { token: operator });
    expect(frozenRowsSchema.parse(await frozen.json()).rows.map(({ row }) => row)).toEqual(sent.rows.toSorted());
  });

  it('gives the values of single rows as they were then, whatever has been sent since', async () => {
    const { districts, operator, manager } = await staffedRegion(['Лесной']);
    const sent = await send(operator, districts[0] ?? '', CLEAN);
    await handIn(operator, sent);
    await send(operator, sent.district, open(3, 'CRISIS'), sent);
    const path = `/api/v1/districts/${sent.district}/hand-ins/1/values`;
    const [row = ''] = sent.rows;
    const answer = await ask(`${path}?rows=${row},${'x'.repeat(22)}`, { token: operator });
    const { rows } = frozenValuesSchema.parse(await answer.json());
    expect(rows).toEqual([{ row, values: expect.objectContaining({ level: CLEAN[0]?.['level'] }) }]);
    expect(await codeOfAnswer(await ask(`${path}?rows=${row};${row}`, { token: operator }))).toBe('body-malformed');
    expect(await codeOfAnswer(await ask(path, { token: operator }))).toBe('body-malformed');
    const many = Array.from({ length: 21 }, () => row).join(',');
    expect(await codeOfAnswer(await ask(`${path}?rows=${many}`, { token: operator }))).toBe('body-malformed');
    expect((await ask(`${path}?rows=${row}`, { token: manager })).status).toBe(403);
  });

  it('is answered alike when it is asked for twice, and takes no second copy', async () => {
    const { districts, operator } = await staffedRegion(['Лесной']);
    const sent = await send(operator, districts[0] ?? '', CLEAN);
    const [one, two] = [await (await handIn(operator, sent)).json(), await (await handIn(operator, sent)).json()];
    expect(two).toEqual(one);
    const changed = await send(operator, sent.district, open(4), sent);
    expect(await codeOfAnswer(await handIn(operator, changed))).toBe('already-exists');
  });

  it('is refused for errors, unexplained warnings, an old sending and personal data in the explanation', async () => {
    const { districts, operator } = await staffedRegion(['Лесной']);
    const [district = ''] = districts;
    const bad = await send(operator, district, [{ level: 'BASE', startDate: '2026-05-04', closedOn: '2026-04-01' }]);
    expect(await codeOfAnswer(await handIn(operator, bad))).toBe('errors-remain');
    const good = await send(operator, district, CLEAN);
    await env.DB.prepare("UPDATE submission SET summary = json_set(summary, '$.warnings', 1) WHERE district_id = ?")
      .bind(district)
      .run();
    expect(await codeOfAnswer(await handIn(operator, good, ''))).toBe('explanation-missing');
    expect(await codeOfAnswer(await handIn(operator, good, 'Семья Берёзовой Анны Петровны'))).toBe('identifying-data');
    expect(await codeOfAnswer(await handIn(operator, { ...good, sending: 99 }))).toBe('sending-outdated');
    expect(await codeOfAnswer(await handIn(operator, { ...good, epoch: 'other' }))).toBe('epoch-changed');
    expect((await handIn(operator, good)).status).toBe(200);
  });

  it('goes back with remarks at rows, is handed in anew and accepted; the audit chain holds every act', async () => {
    const { districts, operator, manager } = await staffedRegion(['Лесной']);
    const sent = await send(operator, districts[0] ?? '', CLEAN);
    await handIn(operator, sent);
    const { district } = sent;
    const decide = (number: number, body: object) =>
      ask(`/api/v1/districts/${district}/hand-ins/${number}/decide`, { token: manager, body });
    const remark = { row: sent.rows[1] ?? null, field: 'level', text: 'Уровень не подтверждён решением' };
    const returned = await decide(1, { verdict: 'returned', note: 'Уточните уровень', remarks: [remark] });
    expect(await returned.json()).toMatchObject({ state: 'returned', remarks: [remark] });
    const repeated = await decide(1, { verdict: 'returned', note: 'Уточните уровень', remarks: [remark] });
    expect(await repeated.json()).toMatchObject({ state: 'returned', remarks: [remark] });
    for (const other of [{ note: 'Не хватает посещений' }, { remarks: [] }, { remarks: [remark, remark] }]) {
      const lost = await decide(1, { verdict: 'returned', note: 'Уточните уровень', remarks: [remark], ...other });
      expect(await codeOfAnswer(lost)).toBe('already-decided');
    }
    expect((await pictureOf(manager)).districts[0]).toMatchObject({ handIn: { number: 1, state: 'returned' } });
    const again = await send(operator, district, open(4), sent);
    expect(await (await handIn(operator, again)).json()).toMatchObject({ number: 2, state: 'submitted' });
    expect(await (await decide(2, { verdict: 'accepted' })).json()).toMatchObject({ state: 'accepted' });
    const late = await decide(2, { verdict: 'returned', note: 'Поздно', remarks: [] });
    expect(await codeOfAnswer(late)).toBe('already-decided');
    const listed = await ask(`/api/v1/districts/${district}/hand-ins`, { token: operator });
    const { handIns } = handInListSchema.parse(await listed.json());
    expect(handIns.map(({ number, state }) => [number, state])).toEqual([
      [2, 'accepted'],
      [1, 'returned'],
    ]);
    const { results } = await env.DB.prepare('SELECT n, entry, hash FROM audit WHERE district_id = ? ORDER BY n')
      .bind(district)
      .all<{ n: number; entry: string; hash: string }>();
    expect(await verifyChain(district, results)).toMatchObject({ ok: true });
    const acts = results.map(({ entry }) => (JSON.parse(entry) as { action: string }).action);
    expect(acts.filter((act) => ['handed-in', 'returned', 'accepted'].includes(act))).toEqual([
      'handed-in',
      'returned',
      'handed-in',
      'accepted',
    ]);
  });

  it('refuses remarks with names, and decisions on what is not there', async () => {
    const { districts, operator, manager } = await staffedRegion(['Лесной']);
    const sent = await send(operator, districts[0] ?? '', CLEAN);
    await handIn(operator, sent);
    const path = `/api/v1/districts/${sent.district}/hand-ins`;
    const named = { verdict: 'returned', note: 'Спросите Соснову Ирину Львовну', remarks: [] };
    expect(await codeOfAnswer(await ask(`${path}/1/decide`, { token: manager, body: named }))).toBe('identifying-data');
    const body = { verdict: 'accepted' };
    expect(await codeOfAnswer(await ask(`${path}/7/decide`, { token: manager, body }))).toBe('not-found');
  });
});
