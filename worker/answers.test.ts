import { env } from 'cloudflare:workers';
import { describe, expect, it, vi } from 'vitest';
import * as z from 'zod';
import { LOG_KEYS, logText } from './http/log.ts';
import { API_ERROR_STATUS, CLIENT_ERROR_CODES } from '../shared/sync/error-codes.ts';
import { API_TEXT_KEYS, apiErrorText } from '../shared/text/api-texts.ts';
import { declaredRoutes } from './http/access.ts';
import { withPaneHeaders } from './http/headers.ts';
import app from './index.ts';
import { ask, codeOfAnswer, makeRegion, makeToken, newId } from './test-region.ts';

const paths = [
  '/api/v1/health',
  '/api/v1/me',
  '/api/openapi.json',
  '/api/docs',
  '/api/nowhere',
  '/api/v1/districts/x/audit',
];

const loggedLast = (log: { readonly mock: { readonly calls: readonly unknown[][] } }): unknown =>
  JSON.parse(String(log.mock.calls.at(-1)?.[0]));

describe('answers of the API', () => {
  it.each(paths)('[O5] [P10] %s carries the headers of the API', async (path) => {
    const { headers } = await ask(path);
    expect(Object.fromEntries(headers)).toMatchObject({
      'cache-control': 'no-store',
      date: expect.stringMatching(/ GMT$/),
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'content-security-policy': expect.stringContaining("frame-ancestors 'none'"),
      'x-request-id': expect.stringMatching(/^[0-9a-f-]{36}$/),
    });
  });

  it('[O5] pages of the pane may be framed by Office, and by nobody else', () => {
    const { headers } = withPaneHeaders(new Response('<h1></h1>'), '/pane.html');
    const policy = headers.get('content-security-policy') ?? '';
    expect(headers.get('x-frame-options')).toBeNull();
    expect(policy).toMatch(/frame-ancestors 'self' https:\/\/\*\.officeapps\.live\.com/);
    expect(policy).toContain("object-src 'none'");
    expect(
      policy
        .split('; ')
        .find((part) => part.startsWith('script-src '))
        ?.split(' ')
        .slice(1),
    ).toEqual(["'self'", 'https://appsforoffice.microsoft.com', 'https://ajax.aspnetcdn.com/ajax/3.5/']);
  });

  it.each([
    ['a page is asked for anew', '/pane.html', 200, 'no-cache'],
    ['a file with a hash in its name is kept', '/assets/pane-CYVSaTvn.js', 200, 'public, max-age=31536000, immutable'],
    ['that it has not changed is kept too', '/assets/pane-CYVSaTvn.js', 304, 'public, max-age=31536000, immutable'],
    ['that there is none is not kept', '/assets/pane-00000000.js', 404, 'no-cache'],
  ])('of the pane: %s', (_, path, status, expected) => {
    const found = new Response(null, { status, headers: { 'cache-control': 'public, max-age=0, must-revalidate' } });
    expect(withPaneHeaders(found, path).headers.get('cache-control')).toBe(expected);
  });

  it('errors have a code, a sentence in the language asked for, and the number of the request', async () => {
    const schema = z.strictObject({
      error: z.strictObject({ code: z.literal('not-signed-in'), message: z.string(), requestId: z.uuid() }),
    });
    const ru = schema.parse(await (await ask('/api/v1/me')).json());
    const en = schema.parse(await (await ask('/api/v1/me', { headers: { 'accept-language': 'en-GB' } })).json());
    expect(ru.error.message).toBe(apiErrorText('not-signed-in', 'ru'));
    expect(en.error.message).toBe(apiErrorText('not-signed-in', 'en'));
  });

  it('every code has a sentence in both languages, and no sentence lacks its code', () => {
    const codes = [...Object.keys(API_ERROR_STATUS), ...CLIENT_ERROR_CODES];
    expect(API_TEXT_KEYS.toSorted()).toEqual(codes.toSorted());
    for (const key of API_TEXT_KEYS) {
      expect(apiErrorText(key, 'ru')).toMatch(/[а-я].*[.)]|[а-я].*\.ru$/u);
      expect(apiErrorText(key, 'en')).not.toMatch(/[а-яё]/iu);
    }
  });

  it('[O6] an unexpected error says nothing of itself, and the next request works', async () => {
    const { regionId } = await makeRegion([]);
    const token = await makeToken(regionId, { role: 'admin', districts: null });
    const log = vi.spyOn(console, 'log');
    await env.DB.prepare('ALTER TABLE submission RENAME TO submission_away').run();
    const answer = await ask('/api/v1/picture?period=2026-Q3', { token });
    await env.DB.prepare('ALTER TABLE submission_away RENAME TO submission').run();
    const text = await answer.text();
    expect(answer.status).toBe(500);
    expect(text).toContain('"code":"unexpected"');
    expect(text).not.toMatch(/submission|SQL|no such/i);
    expect(JSON.stringify(log.mock.calls)).not.toMatch(/no such table/i);
    expect(loggedLast(log)).toMatchObject({ status: 500, code: 'unexpected', fault: 'Error' });
    expect((await ask('/api/v1/picture?period=2026-Q3', { token })).status).toBe(200);
  });

  it('the log names the code of a refusal, and a number by which the person can be helped', async () => {
    const log = vi.spyOn(console, 'log');
    const { error }: { error: { requestId: string } } = await (await ask('/api/v1/me')).json();
    expect(loggedLast(log)).toMatchObject({ status: 401, code: 'not-signed-in', requestId: error.requestId });
    expect(loggedLast(log)).not.toHaveProperty('fault');
  });

  it.each([
    ['PUT', '/api/v1/me', 'GET, HEAD'],
    ['GET', '/api/v1/pairings', 'POST'],
    ['DELETE', `/api/v1/districts/x/registers/${'r'.repeat(22)}/push`, 'POST'],
    ['OPTIONS', '/api/openapi.json', 'GET, HEAD'],
  ])('[O5] %s of %s is answered by what may be done there', async (method, path, allowed) => {
    const log = vi.spyOn(console, 'log');
    const answer = await ask(path, { method });
    expect([answer.status, await codeOfAnswer(answer)]).toEqual([405, 'method-unknown']);
    expect(answer.headers.get('allow')).toBe(allowed);
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(loggedLast(log)).toMatchObject({ method, status: 405, code: 'method-unknown' });
  });

  it.each(['/api/nowhere', '/api/v1/districts/x'])('there is no %s, whatever is done there', async (path) => {
    const answer = await ask(path, { method: 'PUT' });
    expect([answer.status, await codeOfAnswer(answer)]).toEqual([404, 'not-found']);
  });

  it('an address that only begins like the API is none of it', async () => {
    const answer = await ask('/apix');
    expect([answer.status, await answer.text()]).toEqual([404, '']);
  });

  it('[P9] the log is made of an allow-list of keys', async () => {
    const line = { requestId: 'r', method: 'GET', route: '/x', status: 200, ms: 1, secret: 'Берёзова', url: '/x?a=b' };
    expect(JSON.parse(logText(line))).toEqual({ requestId: 'r', method: 'GET', route: '/x', status: 200, ms: 1 });
    const log = vi.spyOn(console, 'log');
    const secret = newId();
    await ask(`/api/v1/districts/${secret}/audit?after=${secret}`, { token: `kur_${secret}` });
    const [written] = log.mock.calls.flat().map(String);
    expect(Object.keys(JSON.parse(written ?? '{}')).every((key) => (LOG_KEYS as readonly string[]).includes(key))).toBe(
      true,
    );
    expect(written).not.toContain(secret);
  });

  it('the description lists every route under /api/v1', async () => {
    const schema = z.looseObject({
      paths: z.record(z.string(), z.record(z.string(), z.looseObject({ summary: z.string() }))),
    });
    const { paths: described } = schema.parse(await (await ask('/api/openapi.json')).json());
    const listed = Object.entries(described).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path.replaceAll(/\{(\w+)\}/g, ':$1')}`),
    );
    const routes = declaredRoutes(app).map(({ method, path }) => `${method} ${path}`);
    const versioned = routes.filter((route) => route.includes('/api/v1/'));
    expect(versioned.length).toBeGreaterThanOrEqual(14);
    expect(listed.filter((route) => route.includes('/api/v1/')).toSorted()).toEqual(versioned.toSorted());
  });
});
