import { describe, expect, it } from 'vitest';
import { failed } from '../../shared/sync/error-codes.ts';
import { base64Url } from '../../shared/privacy/fingerprint.ts';
import { signInAtIssuer, signInPlace, type SignInWindow } from './oidc-sign-in.ts';
import type { SyncPorts } from './sync-contract.ts';

const ISSUER = 'https://sso.example.ru/realms/kurator';
const PLACE = { issuer: ISSUER, clientId: 'kurator-pane', scope: 'openid' };
const REDIRECT = 'https://kurator.example.ru/signed-in.html';

interface Issuer {
  readonly discovery?: object;
  readonly token?: object;
  /** What the issuer sends back for the address that it was shown. */
  readonly answer?: (asked: URLSearchParams) => string | null;
}

const DISCOVERY = { issuer: ISSUER, authorization_endpoint: `${ISSUER}/auth`, token_endpoint: `${ISSUER}/token` };

/** A small issuer: it gives a code for a challenge, and a token for the code and the secret behind the challenge. */
function world({ discovery = DISCOVERY, token, answer }: Issuer = {}) {
  let asked = new URLSearchParams();
  const forms: URLSearchParams[] = [];
  let settle: ((answer: string | null) => void) | null = null;
  let isClosed = false;
  const window: SignInWindow = {
    answer: new Promise((resolve) => {
      settle = resolve;
    }),
    show: (url) => {
      asked = new URL(url).searchParams;
      const usual = new URLSearchParams({ code: 'c1', state: asked.get('state') ?? '', iss: ISSUER }).toString();
      settle?.(answer ? answer(asked) : usual);
    },
    close: () => {
      isClosed = true;
    },
  };
  const fetch: SyncPorts['fetch'] = async (input, init) => {
    if (String(input).endsWith('/openid-configuration')) return Response.json(discovery);
    const form = init?.body instanceof URLSearchParams ? init.body : new URLSearchParams();
    forms.push(form);
    const secret = new TextEncoder().encode(form.get('code_verifier') ?? '');
    const challenge = base64Url(new Uint8Array(await crypto.subtle.digest('SHA-256', secret)));
    const isProved = form.get('code') === 'c1' && challenge === asked.get('code_challenge');
    if (!isProved) return Response.json({ error: 'invalid_grant' }, { status: 400 });
    return Response.json(token ?? { access_token: 'h.p.s', token_type: 'Bearer', id_token: 'not asked for' });
  };
  const ports = { fetch, randomBytes: (count: number) => crypto.getRandomValues(new Uint8Array(count)) };
  const signIn = () => signInAtIssuer({ place: PLACE, redirectUri: REDIRECT, window }, ports);
  return { signIn, asked: () => asked, forms, isClosed: () => isClosed };
}

const said = (more: Readonly<Record<string, string>>) => (asked: URLSearchParams) =>
  new URLSearchParams({ code: 'c1', state: asked.get('state') ?? '', ...more }).toString();

describe('signing in at an issuer', () => {
  it('gives the access token for a code that only this pane can use, and closes the window', async () => {
    const { signIn, asked, forms, isClosed } = world();
    expect(await signIn()).toEqual({ ok: true, value: 'h.p.s' });
    expect(Object.fromEntries(asked())).toMatchObject({
      response_type: 'code',
      client_id: 'kurator-pane',
      redirect_uri: REDIRECT,
      code_challenge_method: 'S256',
    });
    expect(asked().has('code_verifier')).toBe(false);
    expect(Object.fromEntries(forms[0] ?? [])).toMatchObject({ client_id: 'kurator-pane', redirect_uri: REDIRECT });
    expect(isClosed()).toBe(true);
  });

  it('asks each time with another state and another secret', async () => {
    const [one, two] = [world(), world()];
    await Promise.all([one.signIn(), two.signIn()]);
    for (const name of ['state', 'code_challenge']) expect(one.asked().get(name)).not.toBe(two.asked().get(name));
  });

  it.each([
    ['an answer to somebody else’s question', { answer: said({ state: 'other' }) }],
    ['an answer of another issuer', { answer: said({ iss: 'https://evil.invalid' }) }],
    ['an error of the issuer', { answer: said({ error: 'access_denied' }) }],
    ['an answer without a code', { answer: (asked: URLSearchParams) => `state=${asked.get('state')}` }],
    ['a code that is not ours', { answer: said({ code: 'stolen' }) }],
    ['a discovery of another issuer', { discovery: { ...DISCOVERY, issuer: 'https://evil.invalid' } }],
    ['endpoints without TLS', { discovery: { ...DISCOVERY, token_endpoint: 'http://sso.example.ru/token' } }],
    ['a discovery that is none', { discovery: {} }],
    ['a token that is no bearer', { token: { access_token: 'x', token_type: 'mac' } }],
  ])('refuses %s', async (_, issuer: Issuer) => {
    const { signIn, isClosed } = world(issuer);
    expect(await signIn()).toEqual(failed('sign-in-failed'));
    expect(isClosed()).toBe(true);
  });

  it('says that a person has closed the window', async () => {
    expect(await world({ answer: () => null }).signIn()).toEqual(failed('sign-in-stopped'));
  });
});

const portsTo = (answer: object): SyncPorts => ({
  fetch: async () => Response.json(answer),
  randomBytes: (count) => new Uint8Array(count),
  now: () => 0,
  wait: (_, signal) => new Promise((resolve) => signal?.addEventListener('abort', () => resolve())),
});

describe('where people sign in', () => {
  it.each([
    ['is said by the server', { ok: true, signIn: PLACE }, PLACE],
    ['is nowhere without an issuer', { ok: true, signIn: null }, null],
    ['is nowhere at a server from before', { ok: true }, null],
  ])('%s', async (_, answer, value) => {
    expect(await signInPlace('kurator.example.ru', { ports: portsTo(answer) })).toEqual({ ok: true, value });
  });
});
