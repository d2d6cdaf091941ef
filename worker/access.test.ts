import { env } from 'cloudflare:workers';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { Hono } from 'hono';
import { access, declaredRoutes } from './http/access.ts';
import type { HttpEnv } from './http/environment.ts';
import app from './index.ts';
import { ask, codeOfAnswer, makeRegion, makeToken, newId, queryOf } from './test-region.ts';
import { dumpOf } from './test-tables.ts';

/**
 * Who may do what, for every route of the app. The table is written by hand and compared with the app, so that a new
 * route needs a line here. Proved by breaking: with the scope check of access.ts removed, T1, T2 and T7 fail.
 */
const ALLOWED: Readonly<Record<string, readonly string[]>> = {
  'GET /api/v1/health': ['everybody'],
  'GET /api/openapi.json': ['everybody'],
  'GET /api/docs': ['everybody'],
  'GET /api/docs/docs.css': ['everybody'],
  'GET /api/docs/docs.js': ['everybody'],
  'GET /api/v1/me': ['operator', 'manager', 'admin', 'auditor'],
  'GET /api/v1/tokens': ['admin'],
  'POST /api/v1/tokens': ['admin'],
  'POST /api/v1/tokens/:token/revoke': ['admin'],
  'POST /api/v1/districts': ['admin'],
  'GET /api/v1/admin/districts': ['admin'],
  'PATCH /api/v1/admin/districts/:id': ['admin'],
  'GET /api/v1/admin/people': ['admin'],
  'POST /api/v1/admin/people': ['admin'],
  'PATCH /api/v1/admin/people/:id': ['admin'],
  'GET /api/v1/admin/webhook': ['admin'],
  'POST /api/v1/admin/webhook': ['admin'],
  'POST /api/v1/admin/webhook/remove': ['admin'],
  'POST /api/v1/admin/webhook/test': ['admin'],
  'GET /api/v1/admin/audit': ['admin', 'auditor'],
  'GET /api/v1/packs': ['operator', 'manager', 'admin', 'auditor'],
  'GET /api/v1/admin/packs': ['admin'],
  'POST /api/v1/packs': ['admin'],
  'POST /api/v1/pairings': ['everybody'],
  'POST /api/v1/pairings/claim': ['everybody'],
  'POST /api/v1/admin/pairings/approve': ['admin'],
  'GET /api/v1/districts/:district/ahead': ['operator', 'manager', 'admin'],
  'GET /api/v1/districts/:district/registers': ['operator', 'manager', 'admin'],
  'POST /api/v1/districts/:district/registers/:register/push': ['operator'],
  'GET /api/v1/districts/:district/registers/:register/rows': ['operator', 'manager', 'admin'],
  'POST /api/v1/districts/:district/registers/:register/submit': ['operator'],
  'POST /api/v1/districts/:district/registers/:register/retire': ['operator', 'admin'],
  'GET /api/v1/districts/:district/registers/:register/findings': ['operator', 'manager', 'admin'],
  'GET /api/v1/districts/:district/audit': ['auditor', 'admin'],
  'GET /api/v1/picture': ['manager', 'admin', 'auditor'],
  'GET /api/v1/districts/:district/cases': ['operator', 'manager', 'admin'],
  'POST /api/v1/districts/:district/registers/:register/hand-in': ['operator'],
  'GET /api/v1/districts/:district/hand-ins': ['operator', 'manager', 'admin'],
  'POST /api/v1/districts/:district/hand-ins/:number/decide': ['manager', 'admin'],
  'GET /api/v1/districts/:district/hand-ins/:number/rows': ['operator', 'manager', 'admin'],
  'GET /api/v1/districts/:district/hand-ins/:number/values': ['operator'],
  'GET /api/v1/districts/:district/hand-ins/:number/families': ['operator', 'manager', 'admin'],
  'GET /api/v1/consolidated': ['manager', 'admin'],
  'GET /api/v1/deadlines': ['operator', 'manager', 'admin', 'auditor'],
  'POST /api/v1/admin/deadlines': ['admin'],
  'GET /api/v1/districts/:district/duplicates': ['operator', 'manager', 'admin'],
  'POST /api/v1/districts/:district/duplicates/:match/answer': ['operator'],
  'GET /api/v1/ahead': ['manager', 'admin'],
  'GET /api/v1/duplicates': ['manager', 'admin'],
  'POST /api/v1/duplicates/decisions': ['manager', 'admin'],
  'GET /api/v1/region-check': ['manager', 'admin'],
  'GET /api/v1/receipt-keys': ['operator', 'manager', 'admin', 'auditor'],
};

const ROLES = ['operator', 'manager', 'admin', 'auditor'] as const;
const CANARY = 'CNRY/7717';

interface World {
  readonly region: Awaited<ReturnType<typeof makeRegion>>;
  readonly own: string;
  readonly other: string;
  /** Keys of the region, the operator's for the own district only. */
  readonly keys: Readonly<Record<(typeof ROLES)[number], string>>;
  /** The other district's operator, register, row and key id. */
  readonly theirs: {
    readonly register: string;
    readonly row: string;
    readonly token: string;
    readonly tokenId: string;
  };
  readonly foreign: Readonly<Record<(typeof ROLES)[number], string>>;
}

function pushBody(row: string, values: object = { contractNo: CANARY }) {
  const op = { op: 'create', row, kind: 'families', values };
  return { protocol: 1, client: newId(), pushId: newId(), epoch: null, ops: [op] };
}

async function keysOf(regionId: string, district: string): Promise<World['keys']> {
  const key = (role: (typeof ROLES)[number]) =>
    makeToken(regionId, { role, districts: role === 'operator' ? [district] : null });
  return {
    operator: await key('operator'),
    manager: await key('manager'),
    admin: await key('admin'),
    auditor: await key('auditor'),
  };
}

async function makeWorld(): Promise<World> {
  const region = await makeRegion(['Лесной', 'Речной']);
  const elsewhere = await makeRegion(['Дальний']);
  const [own = '', other = ''] = region.districtIds;
  const theirs = { register: newId(), row: newId(), token: '', tokenId: '' };
  const token = await makeToken(region.regionId, { role: 'operator', districts: [other] });
  const path = `/api/v1/districts/${other}/registers/${theirs.register}`;
  const pushed = await ask(`${path}/push`, { token, body: pushBody(theirs.row) });
  expect(pushed.status).toBe(200);
  const { epoch }: { epoch: string } = await pushed.json();
  const layout = [{ kind: 'families', columns: [{ field: 'contractNo' }], given: [], rows: [theirs.row] }];
  const body = { protocol: 1, epoch, asOf: '2026-10-31', pack: 'training', layout };
  expect((await ask(`${path}/submit`, { token, body })).status).toBe(200);
  const tokens = await env.DB.prepare('SELECT id FROM access_token WHERE districts = ?')
    .bind(JSON.stringify([other]))
    .all();
  const tokenId = String(tokens.results[0]?.['id']);
  return {
    region,
    own,
    other,
    keys: await keysOf(region.regionId, own),
    theirs: { ...theirs, token, tokenId },
    foreign: await keysOf(elsewhere.regionId, elsewhere.districtIds[0] ?? ''),
  };
}

/** A valid request for a route, with ids of the given district. */
function requestFor(route: string, world: World, district: string) {
  const [method = '', pattern = ''] = route.split(' ');
  const path = pattern
    .replace(':district', district)
    .replace(':register', world.theirs.register)
    .replace(':number', '1')
    .replace(':match', world.theirs.row)
    .replace(':token', world.theirs.tokenId);
  const bodies: Readonly<Record<string, unknown>> = {
    push: pushBody(world.theirs.row, { contractNo: '1' }),
    submit: { protocol: 1, epoch: 'x', asOf: '2026-10-31', pack: 'training', layout: [] },
    'hand-in': { epoch: 'x', period: '2026-Q3', sending: 1, explanation: '' },
    decide: { verdict: 'accepted' },
    answer: { verdict: 'same' },
    webhook: { url: 'http://no-such-scheme.ru/' },
    decisions: {
      cases: [world.own, world.other].map((at) => ({ district: at, register: newId(), row: newId() })),
      verdict: 'same',
      reason: 'сверено',
    },
    tokens: { role: 'operator', name: 'Проба', validDays: 1, districts: [district] },
    districts: { id: district, title: 'Проба' },
    deadlines: { period: '2026-Q3', day: null },
    claim: { secret: 'A'.repeat(43) },
  };
  const body = method === 'POST' ? bodies[path.split('/').at(-1) ?? ''] : undefined;
  return { path: path + queryOf(path), options: { method, ...(body === undefined ? {} : { body }) } };
}

const routes = Object.keys(ALLOWED);
let world: World;

beforeAll(async () => {
  world = await makeWorld();
});

describe('access', () => {
  it('[T3] is declared by every route, and the table above knows them all', () => {
    const found = declaredRoutes(app).map(({ method, path }) => `${method} ${path}`);
    expect(found.length).toBeGreaterThanOrEqual(18);
    expect(found.toSorted()).toEqual(routes.toSorted());
  });

  it('[T3] stops the start when a route declares nothing, twice, or forgets its district', () => {
    const rule = { roles: ['admin'], reach: 'region' } as const;
    const silent = new Hono<HttpEnv>().get('/silent', (c) => c.text(''));
    const twice = new Hono<HttpEnv>().get('/twice', access(rule), access(rule), (c) => c.text(''));
    const wide = new Hono<HttpEnv>().get('/wide/:district', access(rule), (c) => c.text(''));
    for (const broken of [silent, twice, wide])
      expect(() => declaredRoutes(broken)).toThrow(/must declare|names no district|names a district/);
  });

  it.each(routes)('[T4] %s is open to its roles only, and to no unusable key', async (route) => {
    const allowed = ALLOWED[route] ?? [];
    const { path, options } = requestFor(route, world, world.own);
    const isOpen = allowed.includes('everybody');
    for (const role of ROLES) {
      const { status } = await ask(path, { ...options, token: world.keys[role] });
      const isAllowed = isOpen || allowed.includes(role);
      expect(status === 403, `${role}: ${status}`).toBe(!isAllowed);
      expect(status).not.toBe(401);
    }
    const { regionId } = world.region;
    const role = ROLES.find((one) => allowed.includes(one)) ?? 'operator';
    const districts = role === 'operator' ? [world.own] : null;
    const expired = await makeToken(regionId, { role, districts, expiresAt: 1 });
    const revoked = await makeToken(regionId, { role, districts, isRevoked: true });
    const mistyped = expired.slice(0, -1) + (expired.endsWith('0') ? '1' : '0');
    for (const [token, code] of [
      [expired, 'token-expired'],
      [revoked, 'token-revoked'],
      [mistyped, 'not-signed-in'],
      [undefined, 'not-signed-in'],
    ] as const) {
      const answer = await ask(path, { ...options, ...(token === undefined ? {} : { token }) });
      expect(answer.status).toBe(isOpen ? 200 : 401);
      const shown = isOpen ? null : await codeOfAnswer(answer);
      expect(shown).toBe(isOpen ? null : code);
    }
  });

  it.each(routes)('[T1] [T2] %s shows and changes nothing of another district', async (route) => {
    const log = vi.spyOn(console, 'log');
    const before = await dumpOf(world.other);
    const secrets = [CANARY, world.theirs.row, world.theirs.tokenId];
    const keys = [world.keys.operator, ...Object.values(world.foreign)];
    for (const token of keys) {
      const { path, options } = requestFor(route, world, world.other);
      const answer = await ask(path, { ...options, token });
      const seen = `${await answer.text()} ${JSON.stringify([...answer.headers])} ${JSON.stringify(log.mock.calls)}`;
      for (const secret of secrets) expect(seen).not.toContain(secret);
      expect(seen).not.toContain(token);
      expect(route.includes(':district') && answer.ok).toBe(false);
    }
    expect(await dumpOf(world.other)).toEqual(before);
  });

  it('[T7] a district of others and one that does not exist are answered alike', async () => {
    for (const route of routes.filter((one) => one.includes(':district'))) {
      const answers = [];
      for (const district of [world.other, 'd-of-nobody']) {
        const { path, options } = requestFor(route, world, district);
        const answer = await ask(path, { ...options, token: world.keys.operator });
        const { error }: { error: { code: string; message: string } } = await answer.json();
        answers.push({ status: answer.status, code: error.code, message: error.message });
      }
      expect(answers[0]).toEqual(answers[1]);
    }
  });

  it('[T6] a revoked key ends with the next request', async () => {
    const { regionId } = world.region;
    const issued = await ask('/api/v1/tokens', {
      token: world.keys.admin,
      body: { role: 'operator', name: 'Новый', validDays: 30, districts: [world.own] },
    });
    const { id, token }: { id: string; token: string } = await issued.json();
    expect((await ask('/api/v1/me', { token })).status).toBe(200);
    expect((await ask(`/api/v1/tokens/${id}/revoke`, { token: world.keys.admin, method: 'POST' })).status).toBe(200);
    expect(await codeOfAnswer(await ask('/api/v1/me', { token }))).toBe('token-revoked');
    expect(regionId).not.toBe('');
  });

  it('[A1] the database holds hashes only', async () => {
    const { results } = await env.DB.prepare('SELECT * FROM access_token').all();
    expect(results.length).toBeGreaterThan(5);
    const text = JSON.stringify(results);
    for (const token of [...Object.values(world.keys), world.theirs.token]) expect(text).not.toContain(token);
    expect(text).not.toContain('kur_');
  });
});
