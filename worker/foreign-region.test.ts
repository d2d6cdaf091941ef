import { env } from 'cloudflare:workers';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { ownPackText, startOwnPack } from '../shared/packs/own-pack.ts';
import { declaredRoutes } from './http/access.ts';
import app from './index.ts';
import { lookAheadEverywhere } from './services/timetable.ts';
import { queueDigests } from './services/webhook-deliveries.ts';
import { sendFamilies, staffedRegion, type Sent, type StaffedRegion } from './test-families.ts';
import { ask, newId, queryOf } from './test-region.ts';

/**
 * Two regions of one server, the first with something of every kind in it, and nothing of it for the second: not by the
 * same fingerprints, curators and case numbers, not by its ids in paths and bodies. Proved by breaking: with the region
 * left out of the statements of consolidated-store.ts or of `ONE` in person-store.ts, this fails.
 */
const CANARY = 'Канарейка';
const FAMILY = {
  level: 'BASE',
  startDate: '2026-05-04',
  caseNo: `kc1_${'c'.repeat(22)}`,
  curator: `kp1_${'k'.repeat(22)}`,
  fingerprints: ['f'.repeat(22)],
};

interface Filled extends StaffedRegion {
  readonly sent: Sent;
  /** Names and ids that nobody elsewhere may see. */
  readonly secrets: readonly string[];
  readonly ids: { readonly person: string; readonly token: string; readonly district: string; readonly match: string };
}

const post = async <T>(path: string, token: string, body?: unknown): Promise<T> => {
  const answer = await ask(`/api/v1${path}`, { token, method: 'POST', ...(body === undefined ? {} : { body }) });
  expect([path, answer.status]).toEqual([path, 200]);
  return await answer.json();
};

async function filledRegion(word: string): Promise<Filled> {
  const region = await staffedRegion([`${word} север`, `${word} юг`]);
  const { admin, manager, operator, districts } = region;
  const [district = '', other = ''] = districts;
  await env.DB.prepare('UPDATE region SET title = ? WHERE id = ?').bind(`${word} регион`, region.regionId).run();
  const person = await post<{ id: string }>('/admin/people', admin, { role: 'manager', name: `${word} Лев` });
  const token = await post<{ id: string }>('/tokens', admin, { person: person.id, validDays: 9 });
  await post('/packs', admin, {
    validFrom: '2026-01-01',
    pack: JSON.parse(ownPackText(startOwnPack('training', word))),
  });
  await post('/admin/deadlines', admin, { period: '2026-Q3', day: '2026-11-11' });
  await post('/admin/webhook', admin, { url: `https://hooks.${region.regionId.slice(2)}.ru/` });
  const columns = Object.keys(FAMILY);
  const sent = await sendFamilies(operator, { district, columns, cases: [FAMILY] });
  const twin = await sendFamilies(operator, { district: other, columns, cases: [FAMILY] });
  await post(`${sent.path.slice(7)}/hand-in`, operator, {
    epoch: sent.epoch,
    period: '2026-Q3',
    sending: sent.sending,
    explanation: `${word.toLowerCase()} сверено`,
  });
  const cases = [sent, twin].map(({ path, rows, district: id }) => ({
    district: id,
    register: path.split('/').at(-1),
    row: rows[0],
  }));
  await post('/duplicates/decisions', manager, { cases, verdict: 'same', reason: `${word.toLowerCase()} сверено` });
  const { matches } = (await (await ask(`/api/v1/districts/${district}/duplicates`, { token: operator })).json()) as {
    matches: { id: string }[];
  };
  const own = [...districts, ...sent.rows, ...twin.rows, sent.path.split('/').at(-1) ?? '', person.id, token.id];
  return {
    ...region,
    sent,
    secrets: [word, word.toLowerCase(), region.regionId, ...own],
    ids: { person: person.id, token: token.id, district, match: matches[0]?.id ?? '' },
  };
}

const routes = declaredRoutes(app).filter(({ path }) => path.startsWith('/api/v1'));
const ROLES = ['admin', 'manager', 'auditor', 'operator'] as const;

/** A request that names the things of a region wherever a route can. */
function requestFor({ method, path }: { readonly method: string; readonly path: string }, { sent, ids }: Filled) {
  const register = sent.path.split('/').at(-1) ?? '';
  const address = path
    .replace(':district', ids.district)
    .replace(':register', register)
    .replace(':match', ids.match)
    .replace(':number', '1')
    .replace(':token', ids.token)
    .replace('people/:id', `people/${ids.person}`)
    .replace('districts/:id', `districts/${ids.district}`);
  const [row = ''] = sent.rows;
  const one = { district: ids.district, register, row };
  const op = { op: 'set', row, baseVersion: 1, kind: 'families', values: { level: 'CRISIS' } };
  const bodies: Readonly<Record<string, unknown>> = {
    push: { protocol: 1, client: newId(), pushId: newId(), epoch: null, ops: [op] },
    submit: { protocol: 1, epoch: sent.epoch, asOf: '2026-10-31', pack: 'training-own', layout: [] },
    'hand-in': { epoch: sent.epoch, period: '2026-Q3', sending: sent.sending, explanation: '' },
    decide: { verdict: 'accepted' },
    answer: { verdict: 'different' },
    decisions: { cases: [one, { ...one, row: newId() }], verdict: 'different', reason: 'сверено' },
    tokens: { person: ids.person, validDays: 1 },
    people: { role: 'operator', name: 'Проба', districts: [ids.district] },
    [ids.person]: { isArchived: true },
    [ids.district]: { isArchived: true },
    approve: { code: 'ABCD-EFGH', person: ids.person, validDays: 1 },
    districts: { id: ids.district, title: 'Проба' },
  };
  const body = method === 'GET' ? undefined : bodies[address.split('/').at(-1) ?? ''];
  return { path: address + queryOf(address), options: { method, ...(body === undefined ? {} : { body }) } };
}

const TABLES =
  "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT GLOB 'sqlite_*' AND name NOT GLOB '_cf_*'";

/** Every row of the database in which one of these words stands. */
async function rowsWith(words: readonly string[]): Promise<readonly string[]> {
  const { results } = await env.DB.prepare(TABLES).all<{ name: string }>();
  const tables = await Promise.all(results.map(({ name }) => env.DB.prepare(`SELECT * FROM ${name}`).all()));
  const rows = tables.flatMap((table) => table.results.map((row) => JSON.stringify({ ...row, last_used_at: 0 })));
  return rows.filter((row) => words.some((word) => row.includes(word))).toSorted();
}

let theirs: Filled;
let mine: Filled;

beforeAll(async () => {
  theirs = await filledRegion(CANARY);
  mine = await filledRegion('Своё');
  await lookAheadEverywhere({ db: env.DB, now: () => Date.UTC(2026, 9, 20) });
  const idle = { db: env.DB, now: () => Date.UTC(2026, 9, 20), randomBytes: (n: number) => new Uint8Array(n) };
  if ((await queueDigests({ ...idle, hashValues: async () => '' })) > 0) throw new Error('every region has a digest');
});

describe('a region on a server of several', () => {
  it('has something in nearly every table, so that a leak of it would show', async () => {
    const rows = await rowsWith(theirs.secrets);
    expect(rows.length).toBeGreaterThan(40);
    for (const role of ['admin', 'manager'] as const) {
      const shown = await Promise.all(
        routes
          .filter(({ method }) => method === 'GET')
          .map(async (route) => {
            const { path } = requestFor(route, theirs);
            return (await ask(path, { token: theirs[role] })).text();
          }),
      );
      const telling = shown.filter((text) => theirs.secrets.some((secret) => text.includes(secret)));
      expect(telling.length).toBeGreaterThan(12);
    }
  });

  it.each(ROLES)('shows nothing to the %s of another, whatever is asked for, and is not changed', async (role) => {
    vi.spyOn(globalThis, 'fetch').mockRejectedValue(new TypeError('nothing leaves here'));
    const before = await rowsWith(theirs.secrets);
    for (const route of routes) {
      for (const at of [mine, theirs]) {
        if (at === mine && route.method !== 'GET') continue;
        const { path, options } = requestFor(route, at);
        const answer = await ask(path, { ...options, token: mine[role] });
        const seen = `${await answer.text()} ${JSON.stringify([...answer.headers])}`;
        for (const secret of theirs.secrets)
          expect(`${route.method} ${path} ${seen.includes(secret)}`).not.toMatch(/true$/);
      }
    }
    expect(await rowsWith(theirs.secrets)).toEqual(before);
  });
});
