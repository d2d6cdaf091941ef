import { env } from 'cloudflare:workers';
import { describe, expect, it } from 'vitest';
import type { PullAnswer } from '../shared/sync/protocol.ts';
import { ask, makeRegion, makeToken, newId } from './test-region.ts';

async function desk() {
  const { regionId, districtIds } = await makeRegion(['Лесной', 'Речной']);
  const [here = '', there = ''] = districtIds;
  const keyOf = (name: string, district = here) =>
    makeToken(regionId, { role: 'operator', districts: [district], name });
  const register = newId();
  const pathOf = (district: string) => `/api/v1/districts/${district}/registers/${register}`;
  const push = async (token: string, op: object, district = here): Promise<void> => {
    const body = { protocol: 1, client: newId(), pushId: newId(), epoch: null, ops: [op] };
    expect((await ask(`${pathOf(district)}/push`, { token, body })).status).toBe(200);
  };
  const answer = async (token: string) => await ask(`${pathOf(here)}/rows`, { token });
  /** Who wrote each row, in order of the rows' changes. */
  const writers = async (token: string) => {
    const { rows }: PullAnswer = await (await answer(token)).json();
    return rows.map(({ row, by }) => [row, by]);
  };
  return { regionId, here, there, keyOf, push, answer, writers };
}

const create = (row: string) => ({ op: 'create', row, kind: 'families', values: { level: 'BASE' } });
const set = (row: string) => ({ op: 'set', row, baseVersion: 1, kind: 'families', values: { level: 'CRISIS' } });

describe('[PL5] a pulled row', () => {
  it('says who has changed it last, and when, to everybody who may read it', async () => {
    const { keyOf, push, answer, writers } = await desk();
    const [orlova, sosnov] = [await keyOf('Орлова А.'), await keyOf('Соснов В.')];
    const [one, two, three] = [newId(), newId(), newId()];
    const before = Date.now();
    await push(orlova, create(one));
    await push(orlova, create(two));
    await push(orlova, create(three));
    await push(sosnov, set(one));
    await push(sosnov, { op: 'delete', row: two, baseVersion: 1 });
    const said = [
      [three, 'Орлова А.'],
      [one, 'Соснов В.'],
      [two, 'Соснов В.'],
    ];
    expect(await writers(orlova)).toEqual(said);
    expect(await writers(sosnov)).toEqual(said);
    const { rows }: PullAnswer = await (await answer(orlova)).json();
    for (const { at = '' } of rows) {
      expect(at).toBe(new Date(at).toISOString());
      expect(Date.parse(at)).toBeGreaterThanOrEqual(before);
      expect(Date.parse(at)).toBeLessThanOrEqual(Date.now());
    }
  });

  it('names nobody of another district, although its pushes have the same numbers', async () => {
    const { there, keyOf, push, answer, writers } = await desk();
    const [orlova, kedrov] = [await keyOf('Орлова А.'), await keyOf('Кедров П.', there)];
    const row = newId();
    await push(kedrov, create(row), there);
    await push(orlova, create(row));
    await push(kedrov, set(row), there);
    expect(await writers(orlova)).toEqual([[row, 'Орлова А.']]);
    expect(await (await answer(orlova)).text()).not.toContain('Кедров');
  });

  it('goes by the name of the person whose key it is, as it is now', async () => {
    const { regionId, keyOf, push, writers } = await desk();
    const token = await keyOf('Ключ 7');
    const row = newId();
    await push(token, create(row));
    await env.DB.prepare('INSERT INTO person (region_id, id, name, role, created_at) VALUES (?, ?, ?, ?, 0)')
      .bind(regionId, 'p7', 'Берёзова О.', 'operator')
      .run();
    await env.DB.prepare('UPDATE access_token SET person_id = ? WHERE region_id = ?').bind('p7', regionId).run();
    await env.DB.prepare(
      "UPDATE person SET districts = (SELECT districts FROM access_token WHERE person_id = 'p7')",
    ).run();
    expect(await writers(token)).toEqual([[row, 'Берёзова О.']]);
  });

  it.each([
    ['who, when the server from before has not noted it', 'UPDATE push SET actor = NULL WHERE district_id = ?', true],
    ['who, when nobody is known by the id', "UPDATE push SET actor = 'gone' WHERE district_id = ?", true],
    ['who and when, once the push is past its term', 'DELETE FROM push WHERE district_id = ?', false],
  ])('does not say %s', async (_, sql, hasTime) => {
    const { here, keyOf, push, answer } = await desk();
    const token = await keyOf('Орлова А.');
    await push(token, create(newId()));
    await env.DB.prepare(sql).bind(here).run();
    const { rows }: PullAnswer = await (await answer(token)).json();
    expect(rows.map((row) => ['by' in row, 'at' in row])).toEqual([[false, hasTime]]);
  });
});
