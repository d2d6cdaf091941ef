import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { call, type CallOptions } from './server-calls.ts';
import { serverOrigin } from './server-address.ts';
import type { SyncPorts } from './sync-contract.ts';

const schema = z.object({ ok: z.literal(true) });

interface Script {
  readonly status: number;
  readonly body?: string;
  readonly type?: string;
  readonly retryAfter?: string;
}

/** A server that answers by script, then well; the clock stands still and notes how long was waited. */
async function run(script: readonly (Script | 'broken' | 'silent')[], options: Omit<CallOptions, 'ports'> = {}) {
  const waits: number[] = [];
  const left = [...script];
  let calls = 0;
  let runOut: (() => void) | null = null;
  const ports: SyncPorts = {
    fetch: () => Promise.reject(new Error('not used')),
    randomBytes: (count) => new Uint8Array(count).fill(128),
    now: () => 0,
    wait: (ms, stop) => {
      // The limit of an answer runs out only for a silent server.
      if (ms === 120_000) {
        return new Promise((resolve) => {
          runOut = resolve;
          stop?.addEventListener('abort', () => resolve());
        });
      }
      waits.push(ms);
      return Promise.resolve();
    },
  };
  const request = async (init: { signal: AbortSignal }): Promise<Response> => {
    calls += 1;
    const next = left.shift() ?? { status: 200, body: '{"ok":true}' };
    if (next === 'broken') throw new TypeError('fetch failed');
    if (next === 'silent') {
      runOut?.();
      return await new Promise((_, reject) =>
        init.signal.addEventListener('abort', () => reject(new Error('aborted'))),
      );
    }
    const headers = { 'content-type': next.type ?? 'application/json', 'retry-after': next.retryAfter ?? '' };
    return new Response(next.body ?? '', { status: next.status, headers });
  };
  const outcome = await call(request, schema, { ports, ...options });
  return { outcome, calls, waits };
}

const error = (code: string) => JSON.stringify({ error: { code, message: '', requestId: 'r1' } });

describe('a call to the server', () => {
  it.each<[string, readonly (Script | 'broken')[], number]>([
    ['a broken line', ['broken', 'broken'], 3],
    ['a busy server', [{ status: 503, body: error('busy') }], 2],
    ['an overloaded server', [{ status: 429, body: error('busy') }], 2],
    ['a gateway page', [{ status: 502, body: '<html>', type: 'text/html' }], 2],
  ])('[I9] goes on after %s', async (_, script, calls) => {
    expect(await run(script)).toMatchObject({ outcome: { ok: true, value: { ok: true } }, calls });
  });

  it.each<[string, Script, string]>([
    ['401', { status: 401, body: error('token-revoked') }, 'token-revoked'],
    ['403', { status: 403, body: error('not-allowed') }, 'not-allowed'],
    ['409', { status: 409, body: error('push-id-reused') }, 'push-id-reused'],
    ['422', { status: 422, body: error('pack-unknown') }, 'pack-unknown'],
    ['another program’s page', { status: 404, body: '<html>', type: 'text/html' }, 'not-kurator'],
    ['another program’s JSON', { status: 404, body: '{"detail":"x"}' }, 'not-kurator'],
    ['a page instead of an answer', { status: 200, body: '<html>', type: 'text/html' }, 'not-kurator'],
    ['half an answer', { status: 200, body: '{"ok":tr' }, 'answer-unreadable'],
    ['an answer of another form', { status: 200, body: '{"ok":false}' }, 'answer-unreadable'],
    ['a code of tomorrow', { status: 400, body: error('brand-new') }, 'answer-unreadable'],
  ])('[I9] [O2] ends at once on %s, with a named code', async (_, answer, code) => {
    expect(await run([answer])).toMatchObject({ outcome: { ok: false, error: { code } }, calls: 1 });
  });

  it('[I9] is repeated four times at most, within a minute, later and later', async () => {
    const { outcome, calls, waits } = await run(Array.from({ length: 9 }, () => 'broken' as const));
    expect(outcome).toMatchObject({ ok: false, error: { code: 'no-connection' } });
    expect(calls).toBe(5);
    expect(waits).toEqual(waits.toSorted((a, b) => a - b));
    expect(waits.reduce((sum, one) => sum + one, 0)).toBeLessThan(60_000);
  });

  it('[I9] waits as long as the server asks, within reason', async () => {
    expect((await run([{ status: 503, body: error('busy'), retryAfter: '2' }])).waits).toEqual([2000]);
    expect((await run([{ status: 503, body: error('busy'), retryAfter: '3600' }])).waits).toEqual([15_000]);
  });

  it('[I7] [O2] gives up on a silent server, and says that nobody knows', async () => {
    expect(await run(['silent'])).toMatchObject({ outcome: { ok: false, error: { code: 'timed-out' } }, calls: 1 });
  });

  it.each<[string, readonly (Script | 'broken' | 'silent')[], string]>([
    ['over a broken line', ['broken'], 'outcome-unknown'],
    ['on a silent server', ['silent'], 'outcome-unknown'],
    ['with half an answer', [{ status: 200, body: '{"ok":tr' }], 'outcome-unknown'],
    ['with a gateway page', [{ status: 502, body: '<html>', type: 'text/html' }], 'outcome-unknown'],
    ['on a busy server, which has done nothing', [{ status: 503, body: error('busy') }], 'busy'],
    ['without the right to it', [{ status: 403, body: error('not-allowed') }], 'not-allowed'],
  ])('that must not be made twice ends at the first try %s', async (_, script, code) => {
    expect(await run(script, { isOnce: true })).toMatchObject({ outcome: { ok: false, error: { code } }, calls: 1 });
  });

  it('is stopped by the person', async () => {
    const stopper = new AbortController();
    stopper.abort();
    expect(await run([], { signal: stopper.signal })).toMatchObject({
      outcome: { ok: false, error: { code: 'stopped' } },
      calls: 0,
    });
  });
});

describe('the address of a server', () => {
  it.each([
    ['localhost:8787', 'http://localhost:8787'],
    [' http://127.0.0.1:8787/ ', 'http://127.0.0.1:8787'],
    ['kurator.example.ru', 'https://kurator.example.ru'],
    ['https://kurator.example.ru/pane.html?x=1', 'https://kurator.example.ru'],
    ['http://kurator.example.ru', null],
    ['https://user:word@kurator.example.ru', null],
    ['ftp://kurator.example.ru', null],
    ['javascript:alert(1)', null],
    ['два слова', null],
    ['', null],
  ])('of «%s» is %s', (typed, origin) => {
    expect(serverOrigin(typed)).toBe(origin);
  });
});
