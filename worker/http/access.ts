/**
 * Who may use a route. Every route declares roles and reach with `access(…)`; an app with a route that does not is not
 * started [T3]. The declaration is also the only place where scopes are made.
 */
import type { Context, Hono, MiddlewareHandler } from 'hono';
import { createMiddleware } from 'hono/factory';
import type { Role } from '../../shared/sync/access-wire.ts';
import { districtScope, memberScope, regionScope } from '../store/scope.ts';
import type { TokenRecord } from '../store/token-store.ts';
import { ApiError, valueOf } from './api-error.ts';
import type { HttpEnv } from './environment.ts';

export interface AccessRule {
  /** Empty: nobody needs to sign in. */
  readonly roles: readonly Role[];
  /** `district`: the path names a district, which must be within reach. `region`: the whole region. */
  readonly reach: 'none' | 'self' | 'district' | 'region';
}

/** For what the region's administrators do. */
export const ADMIN: AccessRule = { roles: ['admin'], reach: 'region' };

const declared = new WeakMap<MiddlewareHandler, AccessRule>();

function declare(rule: AccessRule, handler: MiddlewareHandler<HttpEnv>): MiddlewareHandler<HttpEnv> {
  // The map is keyed by the handler itself and never read for requests: it holds no data of anybody.
  declared.set(handler as MiddlewareHandler, rule);
  return handler;
}

/** Open to everybody: says nothing about anybody. */
export const openToAll = (): MiddlewareHandler<HttpEnv> =>
  declare(
    { roles: [], reach: 'none' },
    createMiddleware<HttpEnv>(async (_, next) => await next()),
  );

/** Open to everybody who does not try too often. */
export const openToFew = (): MiddlewareHandler<HttpEnv> =>
  declare(
    { roles: [], reach: 'none' },
    createMiddleware<HttpEnv>(async (c, next) => {
      await countAttempt(c);
      await next();
    }),
  );

/** Counts a try to get in; ends the request with `rate-limited` when its caller has tried too often. */
export async function countAttempt(c: Context<HttpEnv>): Promise<void> {
  const caller = c.req.header('cf-connecting-ip') ?? 'unknown';
  if (!(await c.get('limiter').attempt(caller))) throw new ApiError('rate-limited');
}

async function signedIn(c: Context<HttpEnv>): Promise<TokenRecord> {
  const header = /^Bearer ([A-Za-z0-9_.-]{1,8192})$/.exec(c.req.header('authorization') ?? '');
  const outcome = await c.get('authenticator').authenticate(header?.[1] ?? '');
  if (!outcome.ok && outcome.error.code !== 'not-allowed') await countAttempt(c);
  const token = valueOf(outcome);
  if (!(await c.get('limiter').request(token.id))) throw new ApiError('rate-limited');
  return token;
}

/** For signed-in people of these roles, within the reach of their token. */
export function access(rule: AccessRule): MiddlewareHandler<HttpEnv> {
  return declare(
    rule,
    createMiddleware<HttpEnv>(async function access(c, next) {
      const token = await signedIn(c);
      if (!rule.roles.includes(token.role)) throw new ApiError('not-allowed');
      c.set('token', token);
      c.set('actor', { tokenId: token.id });
      const ids = token.districts.map(({ id }) => id);
      const reach = { regionId: token.region.id, districts: token.isRegionWide ? null : ids };
      c.set('member', memberScope(reach));
      if (rule.reach === 'district') {
        // A district out of reach and one that does not exist are answered alike [T7].
        const scope = districtScope(reach, ids, c.req.param('district') ?? '');
        if (scope === null) throw new ApiError('not-found');
        c.set('district', scope);
      }
      if (rule.reach === 'region') {
        const scope = regionScope(reach);
        if (scope === null) throw new ApiError('not-allowed');
        c.set('region', scope);
      }
      await next();
    }),
  );
}

export interface DeclaredRoute {
  readonly method: string;
  readonly path: string;
  readonly rule: AccessRule;
}

/** All routes with their rules. Throws, and so stops the start, when one has none or more than one. */
// eslint-disable-next-line typescript/no-explicit-any -- the app's own type is the chain of all routes
export function declaredRoutes(app: Pick<Hono<any, any, any>, 'routes'>): readonly DeclaredRoute[] {
  const byRoute = new Map<string, AccessRule[]>();
  for (const { method, path, handler } of app.routes) {
    if (method === 'ALL') continue;
    const rules = byRoute.get(`${method} ${path}`) ?? [];
    const rule = declared.get(handler as MiddlewareHandler);
    byRoute.set(`${method} ${path}`, rule === undefined ? rules : [...rules, rule]);
  }
  return [...byRoute].map(([route, rules]) => {
    const [method = '', path = ''] = route.split(' ');
    const [rule] = rules;
    if (rule === undefined || rules.length > 1) throw new Error(`${route} must declare its access exactly once`);
    if (rule.reach === 'district' && !path.includes('/:district')) throw new Error(`${route} names no district`);
    if (rule.reach !== 'district' && path.includes('/:district')) throw new Error(`${route} names a district`);
    return { method, path, rule };
  });
}
