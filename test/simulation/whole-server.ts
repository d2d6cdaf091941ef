/** The whole server, routes and all, on a database in memory; every request, answer and log line is kept. */
import { createSyncClient } from '../../addin/engine/sync-client.ts';
import type { Connection, SyncClient } from '../../addin/engine/sync-contract.ts';
import { checkRegister } from '../../shared/rules/check-register.ts';
import { sha256Hex } from '../../shared/sync/audit-chain.ts';
import type { Outcome } from '../../shared/sync/error-codes.ts';
import { tokenOf } from '../../shared/sync/token-format.ts';
import { createApp } from '../../worker/http/app.ts';
import type { Ports } from '../../worker/services/ports.ts';
import { keyAuthenticator } from '../../worker/services/sign-in.ts';
import { addDistrict, addRegion } from '../../worker/store/region-store.ts';
import { regionScope } from '../../worker/store/scope.ts';
import { addToken } from '../../worker/store/token-store.ts';
import { testPorts } from '../../worker/test-ports.ts';
import { sqliteDatabase } from './sqlite-database.ts';

export interface Exchange {
  readonly method: string;
  readonly path: string;
  readonly headers: string;
  readonly body: string;
  readonly answer: string;
}

export interface WholeServer {
  readonly database: ReturnType<typeof sqliteDatabase>;
  readonly exchanges: readonly Exchange[];
  readonly log: readonly string[];
  /** A pane signed in as an operator of both districts. `cutAfter`: the network ends after so many requests. */
  readonly pane: (cutAfter?: number) => Promise<{ readonly client: SyncClient; readonly operator: Connection }>;
  /** A request as any program may make it, with the operator's key or another. */
  readonly ask: (path: string, body?: unknown, key?: string) => Promise<Response>;
  /** The network between pane and server. */
  readonly fetch: typeof globalThis.fetch;
  /** The operator's key. */
  readonly token: string;
  /** The administrator's key. */
  readonly admin: string;
  /** Everything that any table holds, as one text. */
  readonly dump: () => string;
}

export const DISTRICTS = ['lesnoy', 'rechnoy'] as const;

export const randomBytes = (count: number): Uint8Array<ArrayBuffer> => crypto.getRandomValues(new Uint8Array(count));

export function valueOf<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(outcome.error.code);
  return outcome.value;
}

export async function wholeServer(settings: { readonly acceptsSealed: boolean }): Promise<WholeServer> {
  const database = sqliteDatabase();
  const region = regionScope({ regionId: 'region', districts: null });
  if (region === null) throw new Error('the whole region is in reach');
  await addRegion(database, region, 'Регион');
  for (const id of DISTRICTS) await addDistrict(database, region, { id, title: id });
  const token = tokenOf(randomBytes(32));
  const kept = { id: 'T'.repeat(22), hash: await sha256Hex(token), name: 'Проба', role: 'operator' } as const;
  await addToken(database, region, { ...kept, districts: [...DISTRICTS], createdAt: 0, expiresAt: null });
  const admin = tokenOf(randomBytes(32));
  const ofAdmin = { id: 'A'.repeat(22), hash: await sha256Hex(admin), name: 'Проба', role: 'admin' } as const;
  await addToken(database, region, { ...ofAdmin, districts: null, createdAt: 0, expiresAt: null });
  const ports: Ports = { ...(await testPorts(database)), check: checkRegister, ...settings };
  const log: string[] = [];
  const exchanges: Exchange[] = [];
  const app = createApp({
    ports: async () => ports,
    authenticator: () => keyAuthenticator(database, Date.now),
    limiter: () => ({ request: async () => true, attempt: async () => true }),
    now: Date.now,
    log: (line) => log.push(line),
  });
  const ask = async (request: Request): Promise<Response> => {
    const body = await request.clone().text();
    const answer = await app.fetch(request, { DB: database });
    const headers = [...request.headers].map((pair) => pair.join(': ')).join('\n');
    const { pathname, search } = new URL(request.url);
    exchanges.push({
      method: request.method,
      path: pathname + search,
      headers,
      body,
      answer: await answer.clone().text(),
    });
    return answer;
  };
  return {
    database,
    exchanges,
    log,
    pane: async (cutAfter = Infinity) => {
      let requests = -1;
      const client = createSyncClient({
        fetch: async (input, init) => {
          requests += 1;
          if (requests > cutAfter) throw new TypeError('the network ended');
          return await ask(new Request(input, init));
        },
        randomBytes,
        now: Date.now,
        wait: (ms, signal) =>
          ms < 60_000 ? Promise.resolve() : new Promise((done) => signal?.addEventListener('abort', () => done())),
      });
      return { client, operator: valueOf(await client.connect('localhost:8787', token)) };
    },
    token,
    admin,
    fetch: async (input, init) => await ask(new Request(input, init)),
    ask: async (path, body, key = token) => {
      const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json' };
      const init = body === undefined ? { headers } : { method: 'POST', headers, body: JSON.stringify(body) };
      return await ask(new Request(`http://localhost:8787/api/v1${path}`, init));
    },
    dump: () => dumpOf(database.raw),
  };
}

function dumpOf(raw: WholeServer['database']['raw']): string {
  const tables = raw.prepare("SELECT name FROM sqlite_master WHERE type = 'table'").all();
  return tables.map(({ name }) => JSON.stringify(raw.prepare(`SELECT * FROM "${String(name)}"`).all())).join('\n');
}
