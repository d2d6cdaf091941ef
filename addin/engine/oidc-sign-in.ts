/**
 * Signing in at the organisation's own issuer (Keycloak, ADFS, Entra): authorization code with PKCE, as RFC 9700 asks of
 * programs that can keep no secret. The person types a password on the issuer's page only; the pane gets an access token
 * for the server, keeps it as it keeps an access key, and asks for nothing else.
 */
import * as z from 'zod';
import { base64Url } from '../../shared/privacy/fingerprint.ts';
import { failed, type Outcome } from '../../shared/sync/error-codes.ts';
import { call, type CallOptions } from './server-calls.ts';
import { serverRoutes } from './server-routes.ts';
import { serverOrigin } from './server-address.ts';
import type { SyncPorts } from './sync-contract.ts';

const placeSchema = z.object({ issuer: z.url(), clientId: z.string().min(1), scope: z.string() });
export type SignInPlace = z.output<typeof placeSchema>;

/** A server from before this has no word of it. */
const healthSchema = z.object({ signIn: placeSchema.nullable().default(null) });

/** Where people of this server sign in; null where they have access keys only. */
export async function signInPlace(typed: string, options: CallOptions): Promise<Outcome<SignInPlace | null>> {
  const address = serverOrigin(typed);
  if (address === null) return failed('address-malformed');
  const v1 = serverRoutes({ address }, options.ports);
  const health = await call((init) => v1.health.$get({}, { init }), healthSchema, { ...options, mostTries: 1 });
  return health.ok ? { ok: true, value: health.value.signIn } : health;
}

const secure = z.url({ protocol: /^https$/ });
const discoverySchema = z.object({ issuer: z.string(), authorization_endpoint: secure, token_endpoint: secure });
const tokenSchema = z.object({ access_token: z.string().min(1), token_type: z.string().regex(/^bearer$/i) });

/** A window on the issuer's page. */
export interface SignInWindow {
  readonly show: (url: string) => void;
  /** What the issuer's answer has behind the question mark; null when the window was closed. */
  readonly answer: Promise<string | null>;
  readonly close: () => void;
}

export interface SignInWish {
  readonly place: SignInPlace;
  /** The page of the pane that takes the answer; the issuer knows it. */
  readonly redirectUri: string;
  readonly window: SignInWindow;
}

type Ports = Pick<SyncPorts, 'fetch' | 'randomBytes'>;

/** Lets the person sign in; the access token. */
export async function signInAtIssuer(wish: SignInWish, ports: Ports): Promise<Outcome<string>> {
  const { place, redirectUri, window } = wish;
  try {
    const found = await asked(`${place.issuer}/.well-known/openid-configuration`, {}, discoverySchema, ports);
    if (found?.issuer !== place.issuer) return failed('sign-in-failed');
    const [verifier, state] = [base64Url(ports.randomBytes(32)), base64Url(ports.randomBytes(16))];
    const question = { place, redirectUri, state, challenge: await challengeOf(verifier) };
    window.show(authorizeUrl(found.authorization_endpoint, question));
    const answer = await window.answer;
    if (answer === null) return failed('sign-in-stopped');
    const code = codeOf(answer, { state, issuer: place.issuer });
    if (code === null) return failed('sign-in-failed');
    const form = {
      grant_type: 'authorization_code',
      client_id: place.clientId,
      redirect_uri: redirectUri,
      code,
      code_verifier: verifier,
    };
    const body = new URLSearchParams(form);
    const token = await asked(found.token_endpoint, { method: 'POST', body }, tokenSchema, ports);
    return token === null ? failed('sign-in-failed') : { ok: true, value: token.access_token };
  } catch {
    return failed('sign-in-failed');
  } finally {
    window.close();
  }
}

async function asked<S extends z.ZodType>(
  url: string,
  init: RequestInit,
  schema: S,
  { fetch }: Ports,
): Promise<z.output<S> | null> {
  const answer = await fetch(url, { ...init, headers: { accept: 'application/json' }, credentials: 'omit' });
  const parsed = schema.safeParse(await answer.json());
  return answer.ok && parsed.success ? parsed.data : null;
}

async function challengeOf(verifier: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(verifier));
  return base64Url(new Uint8Array(digest));
}

interface Question {
  readonly place: SignInPlace;
  readonly redirectUri: string;
  readonly state: string;
  readonly challenge: string;
}

function authorizeUrl(endpoint: string, { place, redirectUri, state, challenge }: Question): string {
  const url = new URL(endpoint);
  const asking = {
    response_type: 'code',
    client_id: place.clientId,
    redirect_uri: redirectUri,
    scope: place.scope,
    state,
    code_challenge: challenge,
    code_challenge_method: 'S256',
  };
  for (const [name, value] of Object.entries(asking)) url.searchParams.set(name, value);
  return url.href;
}

/** Only the answer to our own question counts, and only that of our issuer (RFC 9207) where it names itself. */
function codeOf(answer: string, { state, issuer }: { readonly state: string; readonly issuer: string }): string | null {
  const said = new URLSearchParams(answer);
  const isOurs = said.get('state') === state && (said.get('iss') ?? issuer) === issuer;
  return isOurs && !said.has('error') ? said.get('code') : null;
}
