import { env } from 'cloudflare:workers';
import { beforeEach, describe, expect, it } from 'vitest';
import { pictureSchema } from '../shared/sync/region-wire.ts';
import {
  add,
  checked,
  decide,
  family,
  makeWorld,
  print,
  push,
  region,
  seenBy,
  submit,
  type Values,
  type World,
} from './test-duplicates.ts';
import { ask, newId } from './test-region.ts';

let world: World;
beforeEach(async () => {
  world = await makeWorld();
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

const creation = (values: Values) => ({ op: 'create', row: newId(), kind: 'families', values });

describe('the rules over several districts', () => {
  it('say what they judged, what they did not, and who has sent nothing', async () => {
    const { north, south } = world;
    await add(north, family('a'));
    await add(north, family(''));
    await add(south, family('a'));
    await Promise.all([submit(north), submit(south)]);
    const { findings, ledger, silent, pack } = await checked(world);
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

  it('[DU1] compare nobody by what more than twenty families have, and say so', async () => {
    const { north, south } = world;
    const alike = () => Array.from({ length: 11 }, () => creation(family('z')));
    await push(north, [...alike(), creation(family('az')), creation(family('b'))]);
    await push(south, [...alike(), creation(family('az')), creation(family('b', { decision: 'REFUSED' }))]);
    await Promise.all([submit(north), submit(south)]);
    const { total, matches } = await region(world);
    expect([total, matches.map(({ signs }) => signs)]).toEqual([1, [1]]);
    expect((await seenBy(north)).total).toBe(1);
    const { findings, ledger } = await checked(world);
    expect(findings).toHaveLength(2);
    expect(ledger[0]?.skipped).toEqual([{ reason: 'not-sent', detail: 'crowded', rows: 24 }]);
    expect((await decide(world, 'same')).status).toBe(200);
    expect((await region(world, '?state=same')).matches).toMatchObject([{ words: [{ hasLapsed: false }] }]);
    expect(await figures()).toMatchObject({ countedOnce: 1 });
  });

  it('find families that moved and were taken on nowhere', async () => {
    const { north, south } = world;
    const moved = { closedOn: '2026-06-01', closeReason: 'R13' };
    const lost = await add(north, family('a', moved));
    await add(north, family('b', moved));
    await add(south, family('b', { startDate: '2026-06-10' }));
    await Promise.all([submit(north), submit(south)]);
    const { findings, ledger } = await checked(world);
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
    expect((await checked(world)).findings).toMatchObject([
      { rule: 'region/specialist-load', curator, params: { count: 8, districts: 2, limit: 6 } },
    ]);
    await add(north, { name: curator, rate: 1 }, 'specialists');
    await add(south, { name: curator, rate: 1 }, 'specialists');
    const { findings, ledger } = await checked(world);
    expect(findings).toEqual([]);
    expect(ledger[2]).toMatchObject({ looked: 1, findings: 0 });
  });
});

async function figures() {
  const answered = await ask('/api/v1/picture?period=2026-Q3', { token: world.manager });
  const { total, countedOnce, districts, trend } = pictureSchema.parse(await answered.json());
  const { start, in: taken, out, end, endChildren } = total.figures;
  const levels = total.levels.filter(({ cases }) => cases !== 0);
  return { start, taken, out, end, endChildren, levels, countedOnce, districts, course: trend.map((one) => one.end) };
}

describe('a family that stands in two districts', () => {
  it('counts once in the totals of the region as soon as that is decided, and twice before and where it differs', async () => {
    const { north, south } = world;
    await add(north, family('a', { startDate: '2026-03-02', childrenCount: 2 }));
    await add(south, family('a', { startDate: '2026-08-03', childrenCount: 3, level: 'CRISIS' }));
    await add(south, family('b', { startDate: '2026-03-02' }));
    const before = { start: 2, taken: 1, out: 0, end: 3, endChildren: 5, countedOnce: 0 };
    expect(await figures()).toMatchObject(before);
    await decide(world, 'different');
    expect(await figures()).toMatchObject(before);
    await decide(world, 'same', 'одна семья');
    const after = await figures();
    expect(after).toMatchObject({ start: 2, taken: 0, out: 0, end: 2, endChildren: 3, countedOnce: 1 });
    expect(after.levels).toEqual(
      expect.arrayContaining([
        { level: 'BASE', cases: 1 },
        { level: 'CRISIS', cases: 1 },
      ]),
    );
    expect(after.districts.map((one) => one.figures.end)).toEqual([1, 2, 0]);
    expect(after.course.at(-1)).toBe(2);
  });

  it.each([-2, 1.5])('has no children by a number that is none: %d', async (childrenCount) => {
    const { north, south } = world;
    await add(north, family('a', { startDate: '2026-03-02', childrenCount }));
    await add(south, family('a', { startDate: '2026-08-03', childrenCount: 3 }));
    expect(await figures()).toMatchObject({ end: 2, endChildren: 3 });
    await decide(world, 'same', 'одна семья');
    expect(await figures()).toMatchObject({ end: 1, endChildren: 3, countedOnce: 1 });
  });

  it('is one support where the second district took it on when the first closed it', async () => {
    const { north, south } = world;
    const row = await add(north, family('a', { startDate: '2026-03-02' }));
    await add(south, family('a', { startDate: '2026-08-03' }));
    await decide(world, 'transfer');
    const closed = family('a', { closedOn: '2026-07-20', closeReason: 'R13' });
    await push(north, [{ op: 'set', row, baseVersion: 1, kind: 'families', values: closed }]);
    expect(await figures()).toMatchObject({ start: 1, taken: 0, out: 0, end: 1, countedOnce: 1 });
    expect((await region(world, '?state=transfer')).matches[0]?.cases.map(({ closedOn }) => closedOn)).toEqual([
      '2026-07-20',
      null,
    ]);
    await decide(world, 'open', 'ошибка');
    expect(await figures()).toMatchObject({ start: 1, taken: 1, out: 1, end: 1, countedOnce: 0 });
    expect((await region(world)).total).toBe(0);
  });

  it('keeps the balance of every total', async () => {
    const { north, south } = world;
    const spans = [
      ['2026-01-10', '2026-08-01'],
      ['2026-07-10', null],
      ['2026-05-01', '2026-07-05'],
      ['2026-08-20', '2026-09-01'],
    ] as const;
    for (const [at, [startDate, closedOn]] of spans.entries()) {
      await add(
        at % 2 === 0 ? north : south,
        family('a', { startDate, closedOn, ...(closedOn && { closeReason: 'R01' }) }),
      );
    }
    const { results } = await env.DB.prepare('SELECT district_id, register_id, id FROM register_row').all();
    const own = results.filter(({ district_id }) => district_id === north.id || district_id === south.id);
    for (const a of own.filter(({ district_id }) => district_id === north.id)) {
      for (const b of own.filter(({ district_id }) => district_id === south.id)) {
        const cases = [a, b].map((one) => ({
          district: one['district_id'],
          register: one['register_id'],
          row: one['id'],
        }));
        const body = { cases, verdict: 'same', reason: 'сверено' };
        expect((await ask('/api/v1/duplicates/decisions', { token: world.manager, body })).status).toBe(200);
      }
    }
    const { start, taken, out, end } = await figures();
    expect([start, taken, out, end]).toEqual([1, 0, 0, 1]);
  });
});
