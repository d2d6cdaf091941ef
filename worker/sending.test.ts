import { env, exports } from 'cloudflare:workers';
import { describe, expect, it } from 'vitest';
import { createSyncClient } from '../addin/engine/sync-client.ts';
import type { Connection, PlanInput, SendOutcome, SyncClient } from '../addin/engine/sync-contract.ts';
import { packOfOwn, startOwnPack, type OwnPack } from '../shared/packs/own-pack.ts';
import type { Outcome } from '../shared/sync/error-codes.ts';
import { MAX_REGISTER_ROWS } from '../shared/sync/limits.ts';
import { pictureSchema } from '../shared/sync/region-wire.ts';
import { testRun } from '../shared/rules/test-register.ts';
import type { RegisterSketch } from '../shared/rules/example.ts';
import { ask, makeRegion, makeToken, randomBytes } from './test-region.ts';
import { setLiveRows } from './test-tables.ts';

/** A pane that sends to the real Worker: the only thing replaced is the network. `before`: happens before each request. */
function pane(before: (path: string) => Promise<unknown> = async () => undefined): SyncClient {
  return createSyncClient({
    fetch: async (input, init) => {
      const request = new Request(input, init);
      await before(new URL(request.url).pathname);
      return await exports.default.fetch(request);
    },
    randomBytes,
    now: Date.now,
    // Pauses between tries are over at once; the limit of an answer never runs out.
    wait: (ms, signal) =>
      ms < 60_000 ? Promise.resolve() : new Promise((resolve) => signal?.addEventListener('abort', () => resolve())),
  });
}

function valueOf<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(outcome.error.code);
  return outcome.value;
}

const SKETCH: RegisterSketch = {
  families: [
    {
      caseNo: '1/2026',
      applicant: 'Берёзова Анна Петровна',
      address: 'ул. Лесная, д. 1, кв. 2',
      snils: '112-233-445 95',
      phone: '+7 912 345-67-89',
      curator: 'Соснова Ирина Львовна',
      level: 'BASE',
      categories: ['CAT04'],
      applicationDate: '2026-02-02',
      contractNo: '15/2026',
      contractDate: '2026-02-10',
    },
    {
      caseNo: '2/2026',
      applicant: 'Кедров Павел Ильич',
      address: 'ул. Речная, д. 5',
      curator: 'Соснова  Ирина Львовна',
      level: 'CRISIS',
      categories: ['CAT02', 'CAT08'],
      applicationDate: '2026-03-03',
      contractNo: '16/2026',
      contractDate: '2026-03-10',
    },
  ],
  visits: [{ caseNo: '1/2026', applicant: null, date: '2026-03-12', specialist: 'Соснова Ирина Львовна' }],
};

async function signedIn(): Promise<{ client: SyncClient; operator: Connection; manager: Connection; admin: string }> {
  const { regionId, districtIds } = await makeRegion(['Лесной', 'Речной']);
  const client = pane();
  const operatorToken = await makeToken(regionId, { role: 'operator', districts: districtIds });
  const managerToken = await makeToken(regionId, { role: 'manager', districts: null });
  const operator = valueOf(await client.connect('localhost:8787', operatorToken));
  const manager = valueOf(await client.connect('localhost:8787', managerToken));
  const admin = await makeToken(regionId, { role: 'admin', districts: null });
  return { client, operator, manager, admin };
}

interface Wish {
  readonly memory?: string | null;
  readonly norms?: Pick<PlanInput, 'packId' | 'ownPack'>;
}

async function sendSketch(
  client: SyncClient,
  connection: Connection,
  sketch: RegisterSketch,
  { memory = null, norms = { packId: 'training' } }: Wish = {},
): Promise<SendOutcome> {
  const { register, asOf } = testRun(sketch);
  const district = connection.districts[0]?.id ?? '';
  const plan = valueOf(await client.plan({ district, register, memory, asOf, ...norms }));
  return valueOf(await client.send(connection, plan));
}

const storedRows = async () => (await env.DB.prepare('SELECT * FROM register_row ORDER BY id').all()).results;

const OWN: OwnPack = { ...startOwnPack('training', 'Свои нормы'), revision: 3 };

function ownNorms(own: OwnPack): Wish {
  const outcome = packOfOwn(own);
  if (!outcome.ok) throw new Error(outcome.why);
  return { norms: { packId: outcome.pack.id, ownPack: { base: own.base, pack: outcome.pack } } };
}

/** The same norms but for one. */
function stricter(own: OwnPack): OwnPack {
  const source = { text: { ru: 'Приказ', en: 'Order' }, status: 'invented' } as const;
  const applicantMinAge = [{ years: 99, kind: 'required', validFrom: null, validTo: null, source } as const];
  return { ...own, differences: { ...own.differences, applicantMinAge } };
}

describe('[SU6] norms of the workbook’s own', () => {
  it.each([
    ['are judged by when the region has published the same', [OWN], OWN, 'training-own', 'same'],
    [
      'are the same whatever they are called and however often they were saved',
      [{ ...OWN, title: 'Нормы региона' }],
      OWN,
      'training-own',
      'same',
    ],
    ['give way to what the region has published', [stricter(OWN)], OWN, 'training-own', 'published'],
    ['give way to what they are made from where the region has published none', [], OWN, 'training', 'base'],
  ] as const)('%s', async (...[, published, own, pack, norms]) => {
    const { client, operator, admin } = await signedIn();
    for (const one of published) {
      const body = { validFrom: '2026-01-01', pack: one };
      expect((await ask('/api/v1/packs', { token: admin, body })).status).toBe(200);
    }
    const outcome = await sendSketch(client, operator, SKETCH, ownNorms(own));
    expect(outcome.judgedBy).toMatchObject({ pack, norms });
    const again = await sendSketch(client, operator, SKETCH, { ...ownNorms(own), memory: outcome.memory });
    expect(again).toMatchObject({ state: 'unchanged', judgedBy: outcome.judgedBy });
  });
});

describe('sending a register', () => {
  it('says who the key belongs to', async () => {
    const { operator, manager } = await signedIn();
    expect(operator.role).toBe('operator');
    expect(operator.districts.map(({ title }) => title)).toEqual(['Лесной', 'Речной']);
    expect(manager.role).toBe('manager');
  });

  it('[SU3] [SU5] lands in the database and is judged there; the region sees it', async () => {
    const { client, operator, manager } = await signedIn();
    const outcome = await sendSketch(client, operator, SKETCH);
    expect(outcome).toMatchObject({ state: 'sent', added: 3, changed: 0, removed: 0, conflicts: [], refused: [] });
    expect(outcome.receipt.number).toBe(1);
    const answer = await ask('/api/v1/picture?period=2026-10', { token: manager.token });
    const seen = pictureSchema.parse(await answer.json());
    const [district] = seen.districts;
    expect(district).toMatchObject({
      district: { title: 'Лесной' },
      lastSending: { number: 1, asOf: '2026-10-31' },
      specialists: 1,
      errors: outcome.server.errors,
      warnings: outcome.server.warnings,
    });
    expect(district?.figures.end).toBe(2);
    expect(district?.levels).toEqual(
      expect.arrayContaining([
        { level: 'BASE', cases: 1 },
        { level: 'CRISIS', cases: 1 },
      ]),
    );
    expect(seen.districts[1]?.lastSending).toBeNull();
    expect(seen.total.figures.end).toBe(2);
  });

  it('[PR11] names the rules that need what stays in the workbook: ages, phones, cells; and no others', async () => {
    const { client, operator } = await signedIn();
    const { notJudged } = await sendSketch(client, operator, SKETCH);
    for (const rule of ['age/youngest-adult', 'age/applicant-too-young', 'cell/phone', 'cell/snils'])
      expect(notJudged).toContain(rule);
    for (const rule of ['visits/below-norm', 'caseload/over-norm', 'level/term-exceeded'])
      expect(notJudged).not.toContain(rule);
    expect(JSON.stringify(notJudged).length).toBeLessThan(2_000);
  });

  it('[SU4] changes nothing the second time, and says so', async () => {
    const { client, operator } = await signedIn();
    const first = await sendSketch(client, operator, SKETCH);
    const before = await storedRows();
    const second = await sendSketch(client, operator, SKETCH, { memory: first.memory });
    expect(second).toMatchObject({ state: 'unchanged', added: 0, changed: 0, removed: 0, receipt: first.receipt });
    expect(await storedRows()).toEqual(before);
  });

  it('[SU4] [PU16] is the same sending however often a full register refuses a new row', async () => {
    const { client, operator } = await signedIn();
    const first = await sendSketch(client, operator, SKETCH);
    await setLiveRows(operator.districts[0]?.id ?? '', MAX_REGISTER_ROWS);
    const [one] = SKETCH.families ?? [];
    const grown = { ...SKETCH, families: [...(SKETCH.families ?? []), { ...one, caseNo: '3/2026' }] };
    const refused = [{ code: 'register-full' }];
    const second = await sendSketch(client, operator, grown, { memory: first.memory });
    expect(second).toMatchObject({ state: 'unchanged', refused, receipt: first.receipt });
    const third = await sendSketch(client, operator, grown, { memory: second.memory });
    expect(third).toMatchObject({ state: 'unchanged', refused, receipt: first.receipt });
  });

  it('[PU17] two copies sent at the same moment begin one register, and the second asks which workbook it is', async () => {
    const { client, operator } = await signedIn();
    const { register, asOf } = testRun(SKETCH);
    const district = operator.districts[0]?.id ?? '';
    const input = { district, register, asOf, packId: 'training' };
    let kept = '';
    const keep = async (memory: string) => {
      kept = memory;
    };
    const late = pane(async (path) => {
      if (path.endsWith('/push') && kept !== '') await sendSketch(client, operator, SKETCH);
    });
    const plan = valueOf(await late.plan({ ...input, memory: null }));
    expect(await late.send(operator, plan, { keep })).toMatchObject({ error: { code: 'register-begun' } });
    const again = valueOf(await client.plan({ ...input, memory: kept }));
    expect(again).toMatchObject({ isFirst: true, resumed: null, added: 3 });
    expect(valueOf(await client.otherRegisters(operator, again))).toMatchObject([{ lastSending: { number: 1 } }]);
    const sent = valueOf(await client.send(operator, again));
    expect(sent).toMatchObject({ state: 'sent', added: 3 });
    const done = valueOf(await client.plan({ ...input, memory: sent.memory }));
    expect(done.isFirst).toBe(false);
  });

  it('[SU8] a first sending that was cut is asked about again, until it has come to its end', async () => {
    const { client, operator } = await signedIn();
    const { register, asOf } = testRun(SKETCH);
    const input = { district: operator.districts[0]?.id ?? '', register, asOf, packId: 'training' };
    await sendSketch(client, operator, SKETCH);
    let kept = '';
    const keep = async (memory: string) => {
      kept = memory;
    };
    const cut = pane(async (path) => {
      if (path.endsWith('/submit')) throw new TypeError('Failed to fetch');
    });
    const plan = valueOf(await cut.plan({ ...input, memory: null }));
    expect(await cut.send(operator, plan, { keep })).toMatchObject({ error: { code: 'no-connection' } });
    const again = valueOf(await client.plan({ ...input, memory: kept }));
    expect(again.isFirst).toBe(true);
    expect(valueOf(await client.otherRegisters(operator, again))).toHaveLength(1);
    const sent = valueOf(await client.send(operator, again));
    expect(sent).toMatchObject({ state: 'sent', added: 0 });
    expect(valueOf(await client.plan({ ...input, memory: sent.memory })).isFirst).toBe(false);
  });

  it('sends only what changed', async () => {
    const { client, operator } = await signedIn();
    const first = await sendSketch(client, operator, SKETCH);
    const [one, two] = SKETCH.families ?? [];
    const changed = { ...SKETCH, families: [two ?? {}, { ...one, level: 'URGENT' }] };
    const second = await sendSketch(client, operator, changed, { memory: first.memory });
    expect(second).toMatchObject({ state: 'sent', added: 0, changed: 1, removed: 0 });
  });

  it('[PR5] [P1] leaves names, СНИЛС, phones and addresses at home', async () => {
    const { client, operator } = await signedIn();
    await sendSketch(client, operator, SKETCH);
    const tables = ['register_row', 'push', 'audit', 'submission', 'finding', 'register'];
    const dumps = await Promise.all(tables.map((table) => env.DB.prepare(`SELECT * FROM ${table}`).all()));
    const text = JSON.stringify(dumps.map(({ results }) => results));
    expect(text.length).toBeGreaterThan(1000);
    for (const secret of [
      'Берёзова',
      'Берез',
      'Кедров',
      'Соснова',
      'Лесная',
      '112-233',
      '345-67-89',
      '1/2026"',
      'CAT02',
    ]) {
      expect(text).not.toContain(secret);
    }
  });
});
