import { env } from 'cloudflare:workers';
import { describe, expect, it } from 'vitest';
import { sha256Hex, verifyChain } from '../shared/sync/audit-chain.ts';
import { MAX_OPS, MAX_REGISTER_ROWS } from '../shared/sync/limits.ts';
import { pushAnswerSchema, pushRequestSchema, type PushAnswer } from '../shared/sync/protocol.ts';
import { canonicalJson } from '../shared/sync/wire-values.ts';
import { ask, codeOfAnswer, makeRegion, makeToken, newId } from './test-region.ts';
import { dumpOf, liveRows, setLiveRows } from './test-tables.ts';

interface Desk {
  readonly district: string;
  readonly register: string;
  readonly token: string;
  readonly path: string;
}

async function desk(): Promise<Desk> {
  const { regionId, districtIds } = await makeRegion(['Лесной']);
  const [district = ''] = districtIds;
  const register = newId();
  const token = await makeToken(regionId, { role: 'operator', districts: [district] });
  return { district, register, token, path: `/api/v1/districts/${district}/registers/${register}/push` };
}

const create = (row: string, level = 'BASE') => ({ op: 'create', row, kind: 'families', values: { level } });
const set = (row: string, baseVersion: number, level: string) => ({
  op: 'set',
  row,
  baseVersion,
  kind: 'families',
  values: { level },
});
const remove = (row: string, baseVersion: number) => ({ op: 'delete', row, baseVersion });
const request = (ops: readonly unknown[], more: object = {}) => ({
  protocol: 1,
  client: 'c'.repeat(22),
  pushId: newId(),
  epoch: null,
  ops,
  ...more,
});

const manyRows = (count: number) => Array.from({ length: count }, () => create(newId()));

async function push(at: Desk, body: unknown): Promise<PushAnswer> {
  const answer = await ask(at.path, { token: at.token, body });
  expect(answer.status).toBe(200);
  return pushAnswerSchema.parse(await answer.json());
}

async function expectAudited(at: Desk): Promise<void> {
  const { results } = await env.DB.prepare('SELECT n, entry, hash FROM audit WHERE district_id = ? ORDER BY n')
    .bind(at.district)
    .all<{ n: number; entry: string; hash: string }>();
  expect(await verifyChain(at.district, results)).toMatchObject({ ok: true });
  const rows = await env.DB.prepare('SELECT sum(version) AS changes FROM register_row WHERE district_id = ?')
    .bind(at.district)
    .first<{ changes: number | null }>();
  expect(results).toHaveLength(rows?.changes ?? 0);
}

describe('a push', () => {
  it('[PU2] [PU3] [PU4] [PU5] answers each op by its row and version', async () => {
    const at = await desk();
    const [one, two, three] = [newId(), newId(), newId()];
    const made = await push(at, request([create(one), create(two)]));
    expect(made.outcomes.map(({ outcome }) => outcome)).toEqual(['applied', 'applied']);
    await push(at, request([set(one, 1, 'CRISIS'), remove(two, 1)]));
    const mixed = await push(
      at,
      request([set(one, 1, 'URGENT'), remove(two, 2), set(three, 1, 'BASE'), create(newId())]),
    );
    expect(mixed.outcomes).toMatchObject([
      { outcome: 'conflict', version: 2, deleted: false },
      { outcome: 'applied', version: 2 },
      { outcome: 'refused', code: 'row-missing' },
      { outcome: 'applied', version: 1 },
    ]);
    const again = await push(at, request([create(one), set(two, 2, 'BASE')]));
    expect(again.outcomes).toMatchObject([
      { outcome: 'conflict', version: 2, deleted: false },
      { outcome: 'conflict', version: 2, deleted: true },
    ]);
    await expectAudited(at);
  });

  it('[PU10] takes no number when it changes nothing', async () => {
    const at = await desk();
    const row = newId();
    const first = await push(at, request([create(row)]));
    const second = await push(at, request([create(row)]));
    expect(first).toMatchObject({ seq: 1, tookSeq: true });
    expect(second).toMatchObject({ seq: 1, tookSeq: false });
  });

  it('[I1] [PU6] sent many times, one after another and at once, changes state once with equal answers', async () => {
    const at = await desk();
    for (let times = 1; times <= 20; times += 1) {
      const body = request([create(newId()), create(newId())]);
      const answers = [await (await ask(at.path, { token: at.token, body })).text()];
      const state = await dumpOf(at.district);
      const repeats = Array.from({ length: times }, () => ask(at.path, { token: at.token, body }));
      for (const answer of await Promise.all(repeats)) answers.push(await answer.text());
      expect(new Set(answers).size).toBe(1);
      expect(await dumpOf(at.district)).toEqual(state);
    }
    const atOnce = request([create(newId())]);
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => ask(at.path, { token: at.token, body: atOnce })),
    );
    expect(new Set(await Promise.all(answers.map((answer) => answer.text()))).size).toBe(1);
    await expectAudited(at);
  });

  it('[I2] [PU7] with the same id and another body is refused and changes nothing', async () => {
    const at = await desk();
    const row = newId();
    const body = request([create(row)]);
    await push(at, body);
    const state = await dumpOf(at.district);
    const others = [
      { ...body, ops: [create(row, 'CRISIS')] },
      { ...body, ops: [...body.ops, create(newId())] },
      { ...body, epoch: 'another' },
    ];
    for (const other of others) {
      const answer = await ask(at.path, { token: at.token, body: other });
      expect([answer.status, await codeOfAnswer(answer)]).toEqual([409, 'push-id-reused']);
    }
    const elsewhere = at.path.replace(at.register, newId());
    expect(await codeOfAnswer(await ask(elsewhere, { token: at.token, body }))).toBe('push-id-reused');
    expect(await dumpOf(at.district)).toEqual(state);
  });

  it('[PU6] what is kept of a request lets nobody try values; what was kept before is known again', async () => {
    const at = await desk();
    const body = request([create(newId())]);
    const answers = [await (await ask(at.path, { token: at.token, body })).text()];
    const withoutKey = await sha256Hex(
      canonicalJson({ register: at.register, request: pushRequestSchema.parse(body) }),
    );
    const kept = env.DB.prepare('SELECT request_hash FROM push WHERE push_id = ?').bind(body.pushId);
    expect(await kept.first('request_hash')).not.toBe(withoutKey);
    await env.DB.prepare('UPDATE push SET request_hash = ? WHERE push_id = ?').bind(withoutKey, body.pushId).run();
    answers.push(await (await ask(at.path, { token: at.token, body })).text());
    expect(answers[1]).toBe(answers[0]);
    const other = { ...body, ops: [...body.ops, create(newId())] };
    expect(await codeOfAnswer(await ask(at.path, { token: at.token, body: other }))).toBe('push-id-reused');
  });

  it('[I5] [L4] [PU9] fifty senders at once: nothing lost, no number skipped or taken twice, one chain', async () => {
    const at = await desk();
    const senders = Array.from({ length: 50 }, async () => {
      let applied = 0;
      for (let count = 0; count < 4; count += 1) applied += await persistentPush(at, request([create(newId())]));
      return applied;
    });
    const applied = (await Promise.all(senders)).reduce((sum, one) => sum + one, 0);
    expect(applied).toBe(200);
    const { results } = await env.DB.prepare('SELECT seq FROM push WHERE district_id = ? ORDER BY seq')
      .bind(at.district)
      .all<{ seq: number }>();
    expect(results.map(({ seq }) => seq)).toEqual(Array.from({ length: 200 }, (_, index) => index + 1));
    await expectAudited(at);
  });

  it.each([
    ['a body that is no JSON', '{"protocol":', 400, 'body-malformed'],
    ['an unknown field', request([{ ...create(newId()), values: { applicant2: 'x' } }]), 400, 'body-malformed'],
    [
      'a field that stays home',
      request([{ ...create(newId()), values: { snils: '112-233-445 95' } }]),
      400,
      'body-malformed',
    ],
    [
      'a name instead of a pseudonym',
      request([{ ...create(newId()), values: { curator: 'Соснова И. Л.' } }]),
      400,
      'body-malformed',
    ],
    ['an unknown member', { ...request([create(newId())]), note: 'x' }, 400, 'body-malformed'],
    ['a row twice', request([create('r'.repeat(22)), create('r'.repeat(22))]), 400, 'body-malformed'],
    [
      'a number beyond all sense',
      request([{ ...create(newId()), values: { childrenCount: 1e308 } }]),
      400,
      'body-malformed',
    ],
    ['a protocol of yesterday', request([create(newId())], { protocol: 0 }), 426, 'protocol-too-old'],
    ['a protocol of tomorrow', request([create(newId())], { protocol: 2 }), 426, 'protocol-too-new'],
    ['another epoch', request([create(newId())], { epoch: 'another' }), 409, 'epoch-changed'],
  ])('[PU11] [PU12] [PR2] [V7] refuses %s and changes nothing', async (_, body, status, code) => {
    const at = await desk();
    const before = await dumpOf(at.district);
    const answer = await ask(at.path, { token: at.token, body });
    expect([answer.status, await codeOfAnswer(answer)]).toEqual([status, code]);
    expect(await dumpOf(at.district)).toEqual(before);
  });

  it('[PU15] refuses to create rows beside some that the workbook has not seen, and changes those it knows', async () => {
    const at = await desk();
    const known = create(newId());
    const first = await push(at, request([known]));
    const behind = request([create(newId())], { seen: 0 });
    const before = await dumpOf(at.district);
    const answer = await ask(at.path, { token: at.token, body: behind });
    expect([answer.status, await codeOfAnswer(answer)]).toEqual([409, 'register-moved-on']);
    expect(await dumpOf(at.district)).toEqual(before);
    const { op: _, ...content } = known;
    const change = request([{ op: 'set', baseVersion: 1, ...content, values: { contractNo: '7' } }], { seen: 0 });
    expect((await push(at, change)).outcomes).toMatchObject([{ outcome: 'applied' }]);
    const upToDate = request([create(newId())], { seen: first.seq + 1 });
    expect((await push(at, upToDate)).outcomes).toMatchObject([{ outcome: 'applied' }]);
  });

  it.each(['Иванова Мария Петровна', '112-233-445 95', '+7 912 345-67-89', 'ул. Лесная, д. 5', 'договор с бабушкой'])(
    '[PR7] refuses the row with «%s» in an open field',
    async (contractNo) => {
      const at = await desk();
      const bad = { op: 'create', row: newId(), kind: 'families', values: { contractNo } };
      const { outcomes } = await push(at, request([bad, create(newId())]));
      expect(outcomes).toMatchObject([{ outcome: 'refused', code: 'identifying-data' }, { outcome: 'applied' }]);
      expect(await dumpOf(at.district)).not.toContain(contractNo);
    },
  );

  it('[D2] [PU13] takes 5,000 rows at once, and refuses 5,001 and large bodies by code', async () => {
    const at = await desk();
    const full = await push(at, request(manyRows(MAX_OPS)));
    expect(full.outcomes).toHaveLength(MAX_OPS);
    expect(await codeOfAnswer(await ask(at.path, { token: at.token, body: request(manyRows(MAX_OPS + 1)) }))).toBe(
      'too-many-rows',
    );
    const large = await ask(at.path, { token: at.token, body: `"${'x'.repeat(4_000_001)}"` });
    expect([large.status, await codeOfAnswer(large)]).toEqual([413, 'body-too-large']);
    await expectAudited(at);
  });

  it('[PU17] begins no register beside one that was begun meanwhile, and of two at once begins one', async () => {
    const at = await desk();
    const others = Array.from({ length: 2 }, () => at.path.replace(at.register, newId()));
    const begin = async (path: string, seen?: number) =>
      await ask(path, { token: at.token, body: request([create(newId())], { seen }) });
    const atOnce = await Promise.all(others.map((path) => begin(path, 0)));
    expect(atOnce.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    const before = await dumpOf(at.district);
    expect(await codeOfAnswer(await begin(at.path, 0))).toBe('register-begun');
    expect(await dumpOf(at.district)).toEqual(before);
    for (const seen of [1, undefined])
      expect((await begin(at.path.replace(at.register, newId()), seen)).status).toBe(200);
  });

  it('[PU17] registers that were there, go on or were closed since keep nobody from beginning one', async () => {
    const at = await desk();
    const [old = '', closed = ''] = [1, 2].map(() => at.path.replace(at.register, newId()));
    const known = create(newId());
    await push({ ...at, path: old }, request([known]));
    const { seq } = await push({ ...at, path: old }, request([set(known.row, 1, 'CRISIS')]));
    await push({ ...at, path: closed }, request([create(newId())]));
    await ask(closed.replace('/push', '/retire'), { token: at.token, method: 'POST' });
    await push({ ...at, path: old }, request([set(known.row, 2, 'URGENT')]));
    expect((await push(at, request([create(newId())], { seen: seq }))).tookSeq).toBe(true);
  });

  it('[PU16] into a full register creates nothing, and still changes and removes', async () => {
    const at = await desk();
    const [one, two] = [newId(), newId()];
    await push(at, request([create(one), create(two)]));
    await setLiveRows(at.district, MAX_REGISTER_ROWS - 1);
    const filling = await push(at, request([create(newId()), create(newId()), set(one, 1, 'CRISIS'), create(newId())]));
    const full = { outcome: 'refused', code: 'register-full' };
    expect(filling.outcomes).toMatchObject([{ outcome: 'applied' }, full, { outcome: 'applied', version: 2 }, full]);
    expect((await push(at, request([create(newId())]))).outcomes).toMatchObject([full]);
    const replacing = await push(at, request([create(newId()), create(newId()), remove(two, 1)]));
    expect(replacing.outcomes).toMatchObject([{ outcome: 'applied' }, full, { outcome: 'applied' }]);
    expect(await liveRows(at.district)).toBe(MAX_REGISTER_ROWS);
    await expectAudited(at);
  });

  it('[PU16] rows of a register from before they were counted are counted at its next push', async () => {
    const at = await desk();
    const [one, two] = [newId(), newId()];
    await push(at, request([create(one), create(two)]));
    await push(at, request([remove(two, 1)]));
    await setLiveRows(at.district, null);
    await push(at, request([create(newId()), set(one, 1, 'CRISIS')]));
    expect(await liveRows(at.district)).toBe(2);
  });

  it('takes JSON only', async () => {
    const at = await desk();
    const body = JSON.stringify(request([create(newId())]));
    const answer = await ask(at.path, { token: at.token, body, headers: { 'content-type': 'text/plain' } });
    expect([answer.status, await codeOfAnswer(answer)]).toEqual([415, 'not-json']);
  });
});

/** Pushes until the server is not busy, as the pane does. Returns the applied ops. */
async function persistentPush(at: Desk, body: unknown): Promise<number> {
  for (;;) {
    const answer = await ask(at.path, { token: at.token, body });
    if (answer.status === 503) continue;
    const { outcomes } = pushAnswerSchema.parse(await answer.json());
    return outcomes.filter(({ outcome }) => outcome === 'applied').length;
  }
}
