import { env } from 'cloudflare:workers';
import { describe, expect, it } from 'vitest';
import { MAX_BODY_BYTES } from '../shared/sync/limits.ts';
import { ask, codeOfAnswer, makeRegion, makeToken, newId } from './test-region.ts';

async function desk() {
  const { regionId, districtIds } = await makeRegion(['Лесной']);
  const [district = ''] = districtIds;
  const token = await makeToken(regionId, { role: 'operator', districts: [district] });
  return { district, token, path: `/api/v1/districts/${district}/registers/${newId()}/push` };
}

const pushWith = (values: unknown): string =>
  JSON.stringify({
    protocol: 1,
    client: newId(),
    pushId: newId(),
    epoch: null,
    ops: [{ op: 'create', row: newId(), kind: 'families', values }],
  });

const BODIES: readonly (readonly [string, () => string, string])[] = [
  ['a byte more than is taken', () => pushWith({ contractNo: '1'.repeat(MAX_BODY_BYTES) }), 'body-too-large'],
  ['10,000 lists in one another', () => '['.repeat(10_000) + ']'.repeat(10_000), 'body-malformed'],
  ['10,000 objects in one another', () => '{"a":'.repeat(10_000) + '1' + '}'.repeat(10_000), 'body-malformed'],
  ['a depth beyond all stacks', () => '['.repeat(1_500_000), 'body-malformed'],
  ['a number that is none', () => pushWith({ childrenCount: 1 }).replace(':1}', ':1e999}'), 'body-malformed'],
  ['1e308 children', () => pushWith({ childrenCount: 1e308 }), 'body-malformed'],
  ['a text with nothing in it but its length', () => pushWith({ contractNo: 'x'.repeat(100_000) }), 'body-malformed'],
  [
    'a name of all objects',
    () => pushWith({ contractNo: '1' }).replace('"contractNo"', '"__proto__"'),
    'body-malformed',
  ],
  ['nothing', () => '', 'body-malformed'],
  ['a text', () => '"push"', 'body-malformed'],
  ['half of JSON', () => pushWith({ contractNo: '1' }).slice(0, -9), 'body-malformed'],
];

describe('[D8] bodies that mean harm', () => {
  it.each(BODIES)('%s is refused by a code, nothing is written, and the next request works', async (_, body, code) => {
    const { district, token, path } = await desk();
    const answer = await ask(path, { token, body: body() });
    expect([answer.status < 500, await codeOfAnswer(answer)]).toEqual([true, code]);
    const written = await env.DB.prepare('SELECT count(*) AS n FROM register_row WHERE district_id = ?')
      .bind(district)
      .first();
    expect(written).toEqual({ n: 0 });
    expect(Object.getOwnPropertyNames(Object.prototype)).not.toContain('contractNo');
    expect((await ask('/api/v1/me', { token })).status).toBe(200);
  });

  it('half a letter refuses its row', async () => {
    const { token, path } = await desk();
    const answer = await ask(path, { token, body: pushWith({ contractNo: '12\ud800/2026' }) });
    expect(await answer.json()).toMatchObject({ outcomes: [{ outcome: 'refused', code: 'identifying-data' }] });
  });

  it('a header of a megabyte gets an answer, and is not repeated in it', async () => {
    const { token } = await desk();
    const long = 'x'.repeat(1_000_000);
    const answer = await ask('/api/v1/me', { token, headers: { 'accept-language': long, 'x-request-id': long } });
    expect(answer.status).toBeLessThan(500);
    expect(JSON.stringify([...answer.headers]).length + (await answer.text()).length).toBeLessThan(10_000);
  });
});
