import { env } from 'cloudflare:workers';
import { beforeEach, describe, expect, it } from 'vitest';
import { regionChain, verifyChain, type ChainLink } from '../shared/sync/audit-chain.ts';
import {
  add,
  answer,
  decide,
  family,
  makeDistrict,
  makeWorld,
  print,
  push,
  region,
  seenBy,
} from './test-duplicates.ts';
import type { Values, World } from './test-duplicates.ts';
import { ask, codeOfAnswer, makeRegion, makeToken, newId } from './test-region.ts';

const SECRET = 'CNRY77';

async function links(table: string, key: string, id: string): Promise<readonly ChainLink[]> {
  const found = await env.DB.prepare(`SELECT n, entry, hash FROM ${table} WHERE ${key} = ? ORDER BY n`).bind(id).all();
  return found.results.map(({ n, entry, hash }) => ({ n: Number(n), entry: String(entry), hash: String(hash) }));
}

const actions = (all: readonly ChainLink[]) => all.map(({ entry }) => /"action":"([^"]*)"/.exec(entry)?.[1]);

let world: World;
beforeEach(async () => {
  world = await makeWorld();
});

describe('a possible match between districts', () => {
  it('[DU1] [DU2] is shown to each with its own case and the name of the other district, and nothing else of the other', async () => {
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

  it('[DU2] [DU3] is settled when both say the same; which word the other gave is not told before', async () => {
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

  it('[DU3] is decided by the region with a reason, and taken back', async () => {
    const { north, south } = world;
    await add(north, family('a'));
    await add(south, family('a'));
    expect((await decide(world, 'different', ' ')).status).toBe(400);
    expect(await codeOfAnswer(await decide(world, 'different', 'Иванова Анна Петровна, однофамильцы'))).toBe(
      'identifying-data',
    );
    expect((await decide(world, 'different')).status).toBe(200);
    expect((await decide(world, 'different')).status).toBe(200);
    expect(await seenBy(north)).toEqual({ total: 0, matches: [] });
    expect(await region(world, '?state=different')).toMatchObject({
      counts: { open: 0, different: 1 },
      matches: [{ words: [{ district: null, verdict: 'different', reason: 'сверено по делам', hasLapsed: false }] }],
    });
    await decide(world, 'open', 'ошибка');
    expect((await region(world)).counts).toMatchObject({ open: 1, different: 0 });
    expect((await seenBy(north)).total).toBe(1);
    const { results } = await env.DB.prepare('SELECT n FROM match_decision WHERE region_id = ?')
      .bind(world.regionId)
      .all();
    expect(results).toHaveLength(2);
  });

  it('[DU4] is open again when the fingerprints in common change, and says that a word has lapsed', async () => {
    const { north, south } = world;
    const row = await add(north, family('ab'));
    await add(south, family('ab'));
    await answer(north, 'different');
    await decide(world, 'different');
    await push(north, [{ op: 'set', row, baseVersion: 1, kind: 'families', values: family('a') }]);
    expect((await region(world, '?state=open')).matches[0]).toMatchObject({
      state: 'open',
      signs: 1,
      words: [
        { verdict: 'different', hasLapsed: true },
        { verdict: 'different', hasLapsed: true },
      ],
    });
    expect((await seenBy(north)).matches[0]).toMatchObject({ state: 'open', mine: null, hasLapsed: true });
    await push(north, [{ op: 'set', row, baseVersion: 2, kind: 'families', values: family('c') }]);
    expect((await region(world)).total).toBe(0);
  });

  it('ends when a case is closed, removed, refused, or its register is closed', async () => {
    const { north, south } = world;
    const rows = await Promise.all(['a', 'b', 'c'].map((one) => add(north, family(one))));
    for (const one of ['a', 'b', 'c', 'd']) await add(south, family(one));
    expect((await region(world)).total).toBe(3);
    const set = (row: string | undefined, values: Values) =>
      push(north, [{ op: 'set', row, baseVersion: 1, kind: 'families', values }]);
    await set(rows[0], family('a', { closedOn: '2026-04-01', closeReason: 'R01' }));
    await push(north, [{ op: 'delete', row: rows[1], baseVersion: 1, reason: 'дубль' }]);
    await set(rows[2], family('c', { decision: 'REFUSED' }));
    expect((await region(world)).total).toBe(0);
    await add(north, family('d'));
    expect((await region(world)).total).toBe(1);
    await ask(`${north.path}/retire`, { token: north.token, method: 'POST' });
    expect((await region(world)).total).toBe(0);
  });

  it('never reaches over the border of a region', async () => {
    const elsewhere = await makeWorld();
    await add(world.north, family('a'));
    await add(elsewhere.south, family('a'));
    expect((await region(world)).total).toBe(0);
    expect((await seenBy(elsewhere.south)).total).toBe(0);
  });

  it('of others is answered like one that does not exist, and the words of others cannot be given', async () => {
    const { north, south, regionId } = world;
    await add(north, family('a'));
    await add(south, family('a'));
    const [{ id } = { id: '' }] = (await seenBy(north)).matches;
    const third = await makeRegion(['Дальний']);
    const stranger = await makeDistrict(third.regionId, third.districtIds[0] ?? '');
    expect(await codeOfAnswer(await answer(stranger, 'same', id))).toBe('not-found');
    expect(await codeOfAnswer(await answer({ ...south, token: north.token }, 'same', id))).toBe('not-found');
    const auditor = await makeToken(regionId, { role: 'auditor', districts: null });
    expect((await ask('/api/v1/duplicates', { token: auditor })).status).toBe(403);
    const foreign = await makeToken(third.regionId, { role: 'manager', districts: null });
    const cases = (await region(world)).matches[0]?.cases.map(({ district: at, register, row }) => {
      return { district: at.id, register, row };
    });
    const body = { cases, verdict: 'same', reason: 'сверено' };
    expect(await codeOfAnswer(await ask('/api/v1/duplicates/decisions', { token: foreign, body }))).toBe('not-found');
    expect((await region(world)).counts.open).toBe(1);
  });

  it('[AU1] [DU5] leaves one audit link for each word, in chains that verify', async () => {
    const { north, south, manager, regionId } = world;
    await add(north, family('a'));
    await add(south, family('a'));
    await answer(north, 'same');
    await answer(north, 'same');
    await decide(world, 'transfer');
    const ofNorth = await links('audit', 'district_id', north.id);
    const ofRegion = await links('region_audit', 'region_id', regionId);
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
    const first = await region(world);
    const second = await region(world, '?offset=50');
    expect([first.total, first.matches.length, second.matches.length]).toEqual([52, 50, 2]);
    expect((await region(world, `?district=${north.id}`)).total).toBe(52);
    expect((await region(world, '?district=nowhere')).total).toBe(0);
  });
});
