/** Regions, districts and keys for tests of the API. */
import { env, exports } from 'cloudflare:workers';
import { base64Url } from '../shared/privacy/fingerprint.ts';
import { sha256Hex } from '../shared/sync/audit-chain.ts';
import { tokenOf } from '../shared/sync/token-format.ts';
import { addDistrict, addRegion } from './store/region-store.ts';
import { regionScope, type RegionScope } from './store/scope.ts';
import { addToken, revokeTokenStatement, type NewToken } from './store/token-store.ts';

export const randomBytes = (count: number): Uint8Array => crypto.getRandomValues(new Uint8Array(count));
export const newId = (): string => base64Url(randomBytes(16));

/** An id such as regions and districts have. */
function newPlaceId(letter: string): string {
  return `${letter}-${newId()
    .toLowerCase()
    .replaceAll(/[^a-z0-9]/g, 'x')}`;
}

export function wholeRegion(regionId: string): RegionScope {
  const scope = regionScope({ regionId, districts: null });
  if (scope === null) throw new Error('the reach is the whole region');
  return scope;
}

/** A region with districts; ids are unique, so that tests of one file do not meet. */
export async function makeRegion(districts: readonly string[]) {
  const regionId = newPlaceId('r');
  const scope = wholeRegion(regionId);
  await addRegion(env.DB, scope, 'Пробный регион');
  const ids: string[] = [];
  for (const title of districts) {
    const id = newPlaceId('d');
    await addDistrict(env.DB, scope, { id, title });
    ids.push(id);
  }
  return { regionId, districtIds: ids };
}

type TokenWish = Pick<NewToken, 'role' | 'districts'> & {
  readonly expiresAt?: number | null;
  readonly isRevoked?: boolean;
  readonly name?: string;
};

/** A usable access key, unless wished otherwise. */
export async function makeToken(regionId: string, wish: TokenWish): Promise<string> {
  const token = tokenOf(randomBytes(32));
  const id = newId();
  const { role, districts, expiresAt = null, name = 'Проба' } = wish;
  const kept = { id, hash: await sha256Hex(token), name, role, districts, createdAt: 0, expiresAt };
  await addToken(env.DB, wholeRegion(regionId), kept);
  if (wish.isRevoked) await revokeTokenStatement(env.DB, wholeRegion(regionId), id, 1).run();
  return token;
}

/** A request to the API as the network would make it. */
export async function ask(
  path: string,
  {
    token,
    body,
    method,
    headers,
  }: {
    readonly token?: string;
    readonly body?: unknown;
    readonly method?: string;
    readonly headers?: Readonly<Record<string, string>>;
  } = {},
): Promise<Response> {
  return await exports.default.fetch(`http://localhost${path}`, {
    method: method ?? (body === undefined ? 'GET' : 'POST'),
    headers: {
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
}

/** What an address of the API has after the question mark: a period and a figure where its route asks for them. */
export function queryOf(path: string, period = '2026-Q3', figure = 'end'): string {
  if (/\/(picture|v1\/deadlines)$/.test(path)) return `?period=${period}`;
  return path.endsWith('/cases') ? `?period=${period}&figure=${figure}` : '';
}

/** The code of an error answer; null for anything else. */
export async function codeOfAnswer(answer: Response): Promise<string | null> {
  const json: { error?: { code?: string } } = await answer.json();
  return json.error?.code ?? null;
}
