import { env } from 'cloudflare:workers';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { ownPackText, startOwnPack } from '../shared/packs/own-pack.ts';
import { regionChain, verifyChain, type ChainLink } from '../shared/sync/audit-chain.ts';
import { ask, codeOfAnswer, makeRegion, makeToken, newId } from './test-region.ts';

interface Made {
  readonly id: string;
  readonly token: string;
}

let region: Awaited<ReturnType<typeof makeRegion>>;
let admin: string;
let other: string;

beforeAll(async () => {
  region = await makeRegion(['Лесной', 'Речной']);
  admin = await makeToken(region.regionId, { role: 'admin', districts: null });
  const elsewhere = await makeRegion(['Дальний']);
  other = await makeToken(elsewhere.regionId, { role: 'admin', districts: null });
});

const post = (path: string, body: unknown, token = admin) => ask(`/api/v1${path}`, { token, body });
const patch = (path: string, body: unknown, token = admin) => ask(`/api/v1${path}`, { token, body, method: 'PATCH' });
const read = async <T>(path: string, token = admin): Promise<T> =>
  await (await ask(`/api/v1${path}`, { token })).json();

async function person(body: object): Promise<string> {
  const { id }: Made = await (await post('/admin/people', body)).json();
  return id;
}

async function keyOf(id: string): Promise<Made> {
  return await (await post('/tokens', { person: id, validDays: 30 })).json();
}

const own = (title: string): object => JSON.parse(ownPackText(startOwnPack('hmao-2018', title)));
const publish = (validFrom: string, title: string) => post('/packs', { validFrom, pack: own(title) });

async function links(): Promise<readonly ChainLink[]> {
  return (await read<{ links: ChainLink[] }>('/admin/audit')).links;
}

describe('people', () => {
  it('[T6] a changed role or district acts on the next request of a key', async () => {
    const [lesnoy = '', rechnoy = ''] = region.districtIds;
    const id = await person({ role: 'operator', name: 'Дубова А. А.', districts: [lesnoy] });
    const { token } = await keyOf(id);
    const registers = (district: string) => ask(`/api/v1/districts/${district}/registers`, { token });
    expect((await registers(lesnoy)).status).toBe(200);
    expect((await registers(rechnoy)).status).toBe(404);
    expect((await patch(`/admin/people/${id}`, { role: 'operator', name: 'Дубова', districts: [rechnoy] })).ok).toBe(
      true,
    );
    expect((await registers(lesnoy)).status).toBe(404);
    expect((await registers(rechnoy)).status).toBe(200);
    await patch(`/admin/people/${id}`, { role: 'manager', name: 'Дубова' });
    expect((await ask('/api/v1/picture?period=2026-Q3', { token })).status).toBe(200);
    await patch(`/admin/people/${id}`, { isArchived: true });
    expect(await codeOfAnswer(await registers(rechnoy))).toBe('token-revoked');
    expect(await codeOfAnswer(await post('/tokens', { person: id, validDays: 1 }))).toBe('not-found');
  });

  it('belong to their region only', async () => {
    const id = await person({ role: 'manager', name: 'Ясенева' });
    expect(await codeOfAnswer(await patch(`/admin/people/${id}`, { isArchived: true }, other))).toBe('not-found');
    expect(await codeOfAnswer(await post('/tokens', { person: id, validDays: 1 }, other))).toBe('not-found');
    const stranger = { role: 'operator', name: 'Кленова', districts: ['d-of-nobody'] };
    expect(await codeOfAnswer(await post('/admin/people', stranger))).toBe('not-found');
  });

  it('nobody takes away his own access', async () => {
    const id = await person({ role: 'admin', name: 'Липова' });
    const own = await keyOf(id);
    expect(await codeOfAnswer(await patch(`/admin/people/${id}`, { isArchived: true }, own.token))).toBe('own-access');
    const ending = await ask(`/api/v1/tokens/${own.id}/revoke`, { token: own.token, method: 'POST' });
    expect(await codeOfAnswer(ending)).toBe('own-access');
  });
});

describe('districts', () => {
  it('are made, renamed, put away and brought back; an id is taken once', async () => {
    const id = `d-${newId()
      .toLowerCase()
      .replaceAll(/[^a-z0-9]/g, 'x')}`;
    expect((await post('/districts', { id, title: 'Степной' })).status).toBe(200);
    expect(await codeOfAnswer(await post('/districts', { id, title: 'Второй' }, other))).toBe('already-exists');
    expect((await patch(`/admin/districts/${id}`, { title: 'Степной район' })).ok).toBe(true);
    const path = `/api/v1/districts/${id}/registers`;
    expect((await ask(path, { token: admin })).status).toBe(200);
    await patch(`/admin/districts/${id}`, { isArchived: true });
    expect((await ask(path, { token: admin })).status).toBe(404);
    const seen = await read<{ districts: { district: { id: string } }[] }>('/picture?period=2026-Q3');
    expect(seen.districts.map(({ district }) => district.id)).not.toContain(id);
    const { districts } = await read<{ districts: { id: string; title: string }[] }>('/admin/districts');
    expect(districts).toContainEqual({ id, title: 'Степной район', archivedAt: expect.any(Number) });
    await patch(`/admin/districts/${id}`, { isArchived: false });
    expect((await ask(path, { token: admin })).status).toBe(200);
    expect(await codeOfAnswer(await patch(`/admin/districts/${id}`, { title: 'Чужой' }, other))).toBe('not-found');
  });
});

describe('keys', () => {
  it('are listed with their last use and without anything usable', async () => {
    const id = await person({ role: 'auditor', name: 'Рябинина' });
    const { id: key, token } = await keyOf(id);
    await ask('/api/v1/me', { token });
    const text = JSON.stringify(await read('/tokens'));
    expect(text).not.toContain('kur_');
    const { tokens }: { tokens: { id: string }[] } = JSON.parse(text);
    expect(tokens.find((one) => one.id === key)).toMatchObject({ person: id, lastUsedAt: expect.any(Number) });
  });
});

describe('a region that has given out more keys than a list can show', () => {
  it('still lists those that work, ends any of them, and knows whose the asking one is', async () => {
    const { regionId } = await makeRegion([]);
    const past = `
      WITH RECURSIVE one (n) AS (SELECT 1 UNION SELECT n + 1 FROM one LIMIT 1500)
      INSERT INTO access_token (id, hash, region_id, name, role, created_at, expires_at, revoked_at)
      SELECT 'past' || n, 'past' || n, ?, 'Прежний', 'auditor', n, iif(n % 2, 1, NULL), iif(n % 2, NULL, 1) FROM one`;
    await env.DB.prepare(past).bind(regionId).run();
    const boss = await makeToken(regionId, { role: 'admin', districts: null });
    const { id } = (await (await post('/admin/people', { role: 'admin', name: 'Ольхова' }, boss)).json()) as Made;
    const key: Made = await (await post('/tokens', { person: id, validDays: 30 }, boss)).json();
    const { tokens } = await read<{ tokens: { id: string }[] }>('/tokens', boss);
    expect(tokens.slice(0, 2).map((one) => one.id)).toContain(key.id);
    expect(await codeOfAnswer(await patch(`/admin/people/${id}`, { isArchived: true }, key.token))).toBe('own-access');
    expect((await ask(`/api/v1/tokens/${key.id}/revoke`, { token: boss, method: 'POST' })).status).toBe(200);
    expect(await me(key)).toBe(401);
  });
});

const me = async ({ token }: Made): Promise<number> => (await ask('/api/v1/me', { token })).status;

describe('[A5] a change of keys', () => {
  it('both work until the old one is revoked, then only the new one', async () => {
    const id = await person({ role: 'manager', name: 'Тополева' });
    const old = await keyOf(id);
    const next = await keyOf(id);
    expect([await me(old), await me(next)]).toEqual([200, 200]);
    await ask(`/api/v1/tokens/${old.id}/revoke`, { token: admin, method: 'POST' });
    expect([await me(old), await me(next)]).toEqual([401, 200]);
  });
});

/** Titles of the norms that the server names at a moment, asked for no day. */
async function titlesAt(now: number): Promise<readonly string[]> {
  vi.spyOn(Date, 'now').mockReturnValue(now);
  const { packs } = await read<{ packs: { title: string }[] }>('/packs');
  vi.restoreAllMocks();
  return packs.map(({ title }) => title);
}

describe('norms of the region', () => {
  it('are served by date, the latest of a day', async () => {
    for (const [day, title] of [
      ['2026-01-01', 'Первые'],
      ['2026-07-01', 'Вторые'],
      ['2026-01-01', 'Исправленные'],
    ] as const)
      expect((await publish(day, title)).status).toBe(200);
    const on = async (day: string) =>
      (await read<{ packs: { title: string }[] }>(`/packs?on=${day}`)).packs.map(({ title }) => title);
    expect(await on('2025-12-31')).toEqual([]);
    expect(await on('2026-03-01')).toEqual(['Исправленные']);
    expect(await on('2026-08-01')).toEqual(['Вторые']);
    expect((await read<{ packs: unknown[] }>('/packs?on=2026-08-01', other)).packs).toEqual([]);
    expect((await read<{ packs: unknown[] }>('/admin/packs')).packs).toHaveLength(3);
  });

  it('count from the first minute of their day in Moscow, where nobody names another', async () => {
    expect((await publish('2026-04-01', 'С апреля')).status).toBe(200);
    expect(await titlesAt(Date.UTC(2026, 2, 31, 20, 59))).not.toContain('С апреля');
    expect(await titlesAt(Date.UTC(2026, 2, 31, 21))).toContain('С апреля');
  });

  it('published again as they stand, because an answer was lost, are the revision that there is', async () => {
    const first: object = await (await publish('2026-05-01', 'Посланные дважды')).json();
    const before = await links();
    expect(await (await publish('2026-05-01', 'Посланные дважды')).json()).toEqual(first);
    expect(await links()).toEqual(before);
    for (const [day, title] of [
      ['2026-06-01', 'Посланные дважды'],
      ['2026-06-01', 'Иные'],
      ['2026-05-01', 'Посланные дважды'],
    ] as const)
      expect(await (await publish(day, title)).json()).not.toEqual(first);
    expect(await links()).toHaveLength(before.length + 3);
  });

  it('published twice at the same moment, are one revision', async () => {
    const before = await links();
    const answers = await Promise.all([1, 2].map(() => publish('2026-07-01', 'Посланные разом')));
    const [first, second] = await Promise.all(answers.map(async (answer): Promise<unknown> => await answer.json()));
    expect(second).toEqual(first);
    expect(await links()).toHaveLength(before.length + 1);
  });

  it.each([
    ['an unknown base', { ...own('x'), base: 'nowhere' }],
    ['a level that is none', { ...own('x'), differences: { levels: { NONE: {} } } }],
    ['a form from the future', { ...own('x'), form: 9 }],
  ])('with %s are not published', async (_, pack) => {
    expect(await codeOfAnswer(await post('/packs', { validFrom: '2026-01-01', pack }))).toBe('pack-invalid');
  });
});

describe('the record of administration', () => {
  it('is one whole chain that names every deed, no name and no key', async () => {
    const id = await person({ role: 'manager', name: 'Осинина-Канарейка' });
    const { token } = await keyOf(id);
    await Promise.all(Array.from({ length: 8 }, async () => await keyOf(id)));
    const chain = await links();
    expect(await verifyChain(regionChain(region.regionId), chain)).toMatchObject({ ok: true });
    const text = chain.map(({ entry }) => entry).join('\n');
    for (const action of ['person-created', 'person-changed', 'district-created', 'key-issued', 'pack-published'])
      expect(text).toContain(action);
    expect(text).not.toMatch(/Осинина|kur_/);
    expect(text).not.toContain(token);
    const issued = chain.filter(({ entry }) => entry.includes('"key-issued"'));
    const { results } = await env.DB.prepare(
      'SELECT id FROM access_token WHERE region_id = ? AND person_id IS NOT NULL',
    )
      .bind(region.regionId)
      .all();
    expect(issued).toHaveLength(results.length);
  });

  it('[L5] cannot be changed or shortened', async () => {
    for (const sql of ["UPDATE region_audit SET entry = ''", 'DELETE FROM region_audit'])
      await expect(env.DB.prepare(sql).run()).rejects.toThrow(/audit rows are kept/);
  });
});
