import { env } from 'cloudflare:workers';
import { beforeEach, describe, expect, it } from 'vitest';
import { verifyChain, regionChain, type ChainLink } from '../shared/sync/audit-chain.ts';
import {
  districtMatchesSchema,
  regionCheckSchema,
  regionMatchesSchema,
  type DistrictMatches,
  type RegionCheck,
  type RegionMatches,
} from '../shared/sync/duplicate-wire.ts';
import { ask, codeOfAnswer, makeRegion, makeToken, newId } from './test-region.ts';

const SECRET = 'CNRY77';
const print = (letter: string): string => letter.repeat(22);

interface District {
  readonly id: string;
  readonly token: string;
  readonly path: string;
  epoch: string | null;
}

interface World {
  readonly regionId: string;
  readonly north: District;
  readonly south: District;
  readonly manager: string;
}

async function district(regionId: string, id: string): Promise<District> {
  const token = await makeToken(regionId, { role: 'operator', districts: [id] });
  return { id, token, path: `/api/v1/districts/${id}/registers/${newId()}`, epoch: null };
}

async function makeWorld(): Promise<World> {
  const { regionId, districtIds } = await makeRegion(['Лесной', 'Речной', 'Тихий']);
  const [north = '', south = ''] = districtIds;
  return {
    regionId,
    north: await district(regionId, north),
    south: await district(regionId, south),
    manager: await makeToken(regionId, { role: 'manager', districts: null }),
  };
}

type Values = Readonly<Record<string, unknown>>;

async function push(at: District, ops: readonly object[]): Promise<void> {
  const body = { protocol: 1, client: newId(), pushId: newId(), epoch: at.epoch, ops };
  const answer = await ask(`${at.path}/push`, { token: at.token, body });
  const { epoch, outcomes }: { epoch: string; outcomes: { outcome: string }[] } = await answer.json();
  expect(outcomes.map(({ outcome }) => outcome)).toEqual(ops.map(() => 'applied'));
  at.epoch = epoch;
}

const family = (prints: string, values: Values = {}) => ({
  startDate: '2026-03-02',
  level: 'BASE',
  fingerprints: [...prints].map(print),
  ...values,
});

async function add(at: District, values: Values, kind = 'families'): Promise<string> {
  const row = newId();
  await push(at, [{ op: 'create', row, kind, values }]);
  return row;
}

async function submit(at: District): Promise<void> {
  const columns = ['startDate', 'level', 'closedOn', 'curator'].map((field) => ({ field }));
  const layout = [{ kind: 'families', columns, given: [], rows: [] }];
  const body = { protocol: 1, epoch: at.epoch, asOf: '2026-10-31', pack: 'training', layout };
  expect((await ask(`${at.path}/submit`, { token: at.token, body })).status).toBe(200);
}

async function seenBy(at: District): Promise<DistrictMatches> {
  const answer = await ask(`/api/v1/districts/${at.id}/duplicates`, { token: at.token });
  return districtMatchesSchema.parse(await answer.json());
}

async function region(query = ''): Promise<RegionMatches> {
  const answer = await ask(`/api/v1/duplicates${query}`, { token: world.manager });
  return regionMatchesSchema.parse(await answer.json());
}

async function checked(): Promise<RegionCheck> {
  return regionCheckSchema.parse(await (await ask('/api/v1/region-check', { token: world.manager })).json());
}

async function answer(at: District, verdict: string, match?: string): Promise<Response> {
  const id = match ?? (await seenBy(at)).matches[0]?.id ?? '';
  return await ask(`/api/v1/districts/${at.id}/duplicates/${id}/answer`, { token: at.token, body: { verdict } });
}

async function decide(verdict: string, reason = 'сверено по делам'): Promise<Response> {
  const [match] = (await region()).matches;
  const cases = match?.cases.map(({ district: { id }, register, row }) => ({ district: id, register, row }));
  return await ask('/api/v1/duplicates/decisions', { token: world.manager, body: { cases, verdict, reason } });
}

let world: World;
beforeEach(async () => {
  world = await makeWorld();
});

describe('a possible match between districts', () => {
  it('is shown to each with its own case and the name of the other district, and nothing else of the other', async () => {
    const { north, south } = world;
    const mine = await add(north, family('ab', { contractNo: 'СВ-1' }));
    const theirs = await add(south, family('bc', { contractNo: SECRET, startDate: '2025-11-11', level: 'CRISIS' }));
    const raw = await (await ask(`/api/v1/districts/${north.id}/duplicates`, { token: north.token })).text();
    for (const secret of [theirs, SECRET, '2025-11-11', 'CRISIS', south.id, print('b'), south.path.slice(-22)]) {
      expect(raw).not.toContain(secret);
    }
    expect(await seenBy(north)).toMatchObject({
      total: 1,
      matches: [
        { row: mine, start: '2026-03-02', level: 'BASE', other: { title: 'Речной' }, state: 'open', mine: null },
      ],
    });
    expect((await seenBy(south)).matches[0]).toMatchObject({ row: theirs, other: { title: 'Лесной' } });
    expect((await seenBy(south)).matches[0]?.id).toBe((await seenBy(north)).matches[0]?.id);
  });

  it('is settled when both say the same; which word the other gave is not told before', async () => {
    const { north, south } = world;
    await add(north, family('a'));
    await add(south, family('a'));
    expect((await answer(north, 'different')).status).toBe(200);
    const [atSouth] = (await seenBy(south)).matches;
    expect(atSouth).toMatchObject({ state: 'open', mine: null, hasOtherAnswered: true });
    expect(JSON.stringify(atSouth)).not.toContain('different');
    await answer(south, 'same');
    expect((await seenBy(south)).matches[0]).toMatchObject({ state: 'open', mine: 'same' });
    await answer(north, 'same');
    expect((await seenBy(south)).matches[0]).toMatchObject({ state: 'same', decidedBy: 'districts' });
    await answer(north, 'open');
    expect((await seenBy(south)).matches[0]).toMatchObject({ state: 'open', hasOtherAnswered: false });
  });

  it('is decided by the region with a reason, and taken back', async () => {
    const { north, south } = world;
    await add(north, family('a'));
    await add(south, family('a'));
    expect((await decide('different', ' ')).status).toBe(400);
    expect(await codeOfAnswer(await decide('different', 'Иванова Анна Петровна, однофамильцы'))).toBe(
      'identifying-data',
    );
    expect((await decide('different')).status).toBe(200);
    expect((await decide('different')).status).toBe(200);
    expect(await seenBy(north)).toEqual({ total: 0, matches: [] });
    expect(await region('?state=different')).toMatchObject({
      counts: { open: 0, different: 1 },
      matches: [{ words: [{ district: null, verdict: 'different', reason: 'сверено по делам', hasLapsed: false }] }],
    });
    await decide('open', 'ошибка');
    expect((await region()).counts).toMatchObject({ open: 1, different: 0 });
    expect((await seenBy(north)).total).toBe(1);
    const { results } = await env.DB.prepare('SELECT n FROM match_decision WHERE region_id = ?')
      .bind(world.regionId)
      .all();
    expect(results).toHaveLength(2);
  });

  it('is open again when the fingerprints in common change, and says that a word has lapsed', async () => {
    const { north, south } = world;
    const row = await add(north, family('ab'));
    await add(south, family('ab'));
    await answer(north, 'different');
    await decide('different');
    await push(north, [{ op: 'set', row, baseVersion: 1, kind: 'families', values: family('a') }]);
    expect((await region('?state=open')).matches[0]).toMatchObject({
      state: 'open',
      signs: 1,
      words: [
        { verdict: 'different', hasLapsed: true },
        { verdict: 'different', hasLapsed: true },
      ],
    });
    expect((await seenBy(north)).matches[0]).toMatchObject({ state: 'open', mine: null, hasLapsed: true });
    await push(north, [{ op: 'set', row, baseVersion: 2, kind: 'families', values: family('c') }]);
    expect((await region()).total).toBe(0);
  });

  it('ends when a case is closed, removed, refused, or its register is closed', async () => {
    const { north, south } = world;
    const rows = await Promise.all(['a', 'b', 'c'].map((one) => add(north, family(one))));
    for (const one of ['a', 'b', 'c', 'd']) await add(south, family(one));
    expect((await region()).total).toBe(3);
    const set = (row: string | undefined, values: Values) =>
      push(north, [{ op: 'set', row, baseVersion: 1, kind: 'families', values }]);
    await set(rows[0], family('a', { closedOn: '2026-04-01', closeReason: 'R01' }));
    await push(north, [{ op: 'delete', row: rows[1], baseVersion: 1, reason: 'дубль' }]);
    await set(rows[2], family('c', { decision: 'REFUSED' }));
    expect((await region()).total).toBe(0);
    await add(north, family('d'));
    expect((await region()).total).toBe(1);
    await ask(`${north.path}/retire`, { token: north.token, method: 'POST' });
    expect((await region()).total).toBe(0);
  });

  it('never reaches over the border of a region', async () => {
    const elsewhere = await makeWorld();
    await add(world.north, family('a'));
    await add(elsewhere.south, family('a'));
    expect((await region()).total).toBe(0);
    expect((await seenBy(elsewhere.south)).total).toBe(0);
  });

  it('of others is answered like one that does not exist, and the words of others cannot be given', async () => {
    const { north, south, regionId } = world;
    await add(north, family('a'));
    await add(south, family('a'));
    const [{ id } = { id: '' }] = (await seenBy(north)).matches;
    const third = await makeRegion(['Дальний']);
    const stranger = await district(third.regionId, third.districtIds[0] ?? '');
    expect(await codeOfAnswer(await answer(stranger, 'same', id))).toBe('not-found');
    expect(await codeOfAnswer(await answer({ ...south, token: north.token }, 'same', id))).toBe('not-found');
    const auditor = await makeToken(regionId, { role: 'auditor', districts: null });
    expect((await ask('/api/v1/duplicates', { token: auditor })).status).toBe(403);
    const foreign = await makeToken(third.regionId, { role: 'manager', districts: null });
    const cases = (await region()).matches[0]?.cases.map(({ district: at, register, row }) => {
      return { district: at.id, register, row };
    });
    const body = { cases, verdict: 'same', reason: 'сверено' };
    expect(await codeOfAnswer(await ask('/api/v1/duplicates/decisions', { token: foreign, body }))).toBe('not-found');
    expect((await region()).counts.open).toBe(1);
  });

  it('[AU1] leaves one audit link for each word, in chains that verify', async () => {
    const { north, south, manager, regionId } = world;
    await add(north, family('a'));
    await add(south, family('a'));
    await answer(north, 'same');
    await answer(north, 'same');
    await decide('transfer');
    const links = async (table: string, key: string, id: string): Promise<readonly ChainLink[]> => {
      const found = await env.DB.prepare(`SELECT n, entry, hash FROM ${table} WHERE ${key} = ? ORDER BY n`)
        .bind(id)
        .all();
      return found.results.map(({ n, entry, hash }) => ({ n: Number(n), entry: String(entry), hash: String(hash) }));
    };
    const ofNorth = await links('audit', 'district_id', north.id);
    const ofRegion = await links('region_audit', 'region_id', regionId);
    const actions = (all: readonly ChainLink[]) => all.map(({ entry }) => /"action":"([^"]*)"/.exec(entry)?.[1]);
    expect(actions(ofNorth)).toEqual(['created', 'match-answered']);
    expect(actions(ofRegion)).toEqual(['match-decided']);
    expect(await verifyChain(north.id, ofNorth)).toMatchObject({ ok: true });
    expect(await verifyChain(regionChain(regionId), ofRegion)).toMatchObject({ ok: true });
    expect(manager).not.toBe('');
  });

  it('is found by pages and districts', async () => {
    const { north, south } = world;
    const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'];
    const creates = (of: string) =>
      letters.map((one) => ({ op: 'create', row: newId(), kind: 'families', values: family(one, { contractNo: of }) }));
    await push(north, creates('1'));
    await push(south, creates('2'));
    const first = await region();
    const second = await region('?offset=50');
    expect([first.total, first.matches.length, second.matches.length]).toEqual([52, 50, 2]);
    expect((await region(`?district=${north.id}`)).total).toBe(52);
    expect((await region('?district=nowhere')).total).toBe(0);
  });
});

describe('the fingerprints of a region', () => {
  it('are kept as the rows have them, whatever happens to the rows', async () => {
    const { north, south } = world;
    const row = await add(north, family('aab'));
    await add(south, family('bc'));
    await push(north, [{ op: 'set', row, baseVersion: 1, kind: 'families', values: family('bcd') }]);
    const of = async (table: string): Promise<string> => {
      const sql = `SELECT DISTINCT fingerprint FROM ${table} WHERE region_id = ? ORDER BY 1`;
      const { results } = await env.DB.prepare(sql).bind(world.regionId).all();
      return results.map(({ fingerprint }) => String(fingerprint).charAt(0)).join('');
    };
    expect([await of('family_fingerprint'), await of('shared_fingerprint')]).toEqual(['bcd', 'bc']);
    await push(north, [{ op: 'delete', row, baseVersion: 2, reason: 'дубль' }]);
    expect([await of('family_fingerprint'), await of('shared_fingerprint')]).toEqual(['bc', '']);
  });
});

describe('the rules over several districts', () => {
  it('say what they judged, what they did not, and who has sent nothing', async () => {
    const { north, south } = world;
    await add(north, family('a'));
    await add(north, family(''));
    await add(south, family('a'));
    await Promise.all([submit(north), submit(south)]);
    const { findings, ledger, silent, pack } = await checked();
    expect(silent).toEqual(['Тихий']);
    expect(pack.id).toBe('training');
    expect(findings.map(({ rule, district: { title } }) => `${rule} ${title}`)).toEqual([
      'region/family-in-two-districts Лесной',
      'region/family-in-two-districts Речной',
    ]);
    expect(ledger[0]).toEqual({
      rule: 'region/family-in-two-districts',
      looked: 3,
      findings: 2,
      skipped: [{ reason: 'not-sent', detail: 'fingerprint', rows: 1 }],
    });
  });

  it('find families that moved and were taken on nowhere', async () => {
    const { north, south } = world;
    const moved = { closedOn: '2026-06-01', closeReason: 'R13' };
    const lost = await add(north, family('a', moved));
    await add(north, family('b', moved));
    await add(south, family('b', { startDate: '2026-06-10' }));
    await Promise.all([submit(north), submit(south)]);
    const { findings, ledger } = await checked();
    expect(findings).toMatchObject([
      { rule: 'region/transfer-unmatched', row: lost, params: { closedOn: '2026-06-01' } },
    ]);
    expect(ledger[1]).toMatchObject({ looked: 2, findings: 1, skipped: [] });
  });

  it('add the cases of a specialist up over all districts, by the shares of the post', async () => {
    const { north, south } = world;
    const curator = `kp1_${print('k')}`;
    for (const at of [north, south]) {
      for (let n = 0; n < 4; n += 1) await add(at, family('', { level: 'URGENT', curator }));
    }
    await Promise.all([submit(north), submit(south)]);
    expect((await checked()).findings).toMatchObject([
      { rule: 'region/specialist-load', curator, params: { count: 8, districts: 2, limit: 6 } },
    ]);
    await add(north, { name: curator, rate: 1 }, 'specialists');
    await add(south, { name: curator, rate: 1 }, 'specialists');
    const { findings, ledger } = await checked();
    expect(findings).toEqual([]);
    expect(ledger[2]).toMatchObject({ looked: 1, findings: 0 });
  });
});
