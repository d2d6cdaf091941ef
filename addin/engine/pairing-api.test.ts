import { describe, expect, it } from 'vitest';
import { awaitPairing } from './pairing-api.ts';

const SECRET = 's'.repeat(43);
const KEY = { state: 'approved', token: 'kur_key' };

/** A network that answers in this order, and a clock that only waiting moves. The limit of an answer never runs out. */
function world(answers: readonly (object | 'lost')[]) {
  let at = 0;
  let asked = 0;
  const ports = {
    fetch: async () => {
      const answer = answers[Math.min(asked, answers.length - 1)] ?? 'lost';
      asked += 1;
      if (answer === 'lost') throw new TypeError('Failed to fetch');
      return Response.json(answer);
    },
    randomBytes: (count: number) => new Uint8Array(count),
    now: () => at,
    wait: async (ms: number, signal?: AbortSignal) => {
      if (ms >= 60_000) return await new Promise<void>((done) => signal?.addEventListener('abort', () => done()));
      at += ms;
    },
  };
  const claim = () => awaitPairing('localhost:8787', SECRET, { ports });
  return { claim, asked: () => asked, passed: () => at };
}

describe('waiting for a key', () => {
  it('ends with the key, or when the code has ended', async () => {
    const waiting = { state: 'waiting' };
    expect(await world([waiting, waiting, KEY]).claim()).toEqual({ ok: true, value: 'kur_key' });
    expect(await world([waiting, { state: 'gone' }]).claim()).toEqual({ ok: true, value: null });
  });

  it('[PA2] goes on while the line is away for a while, so that a lost answer is asked for again', async () => {
    const lost = Array.from({ length: 14 }, () => 'lost' as const);
    const { claim, asked } = world([{ state: 'waiting' }, ...lost, KEY]);
    expect(await claim()).toEqual({ ok: true, value: 'kur_key' });
    expect(asked()).toBe(16);
  });

  it('ends by name when the line stays away, or is no server of ours', async () => {
    const away = world(['lost']);
    expect(await away.claim()).toMatchObject({ error: { code: 'no-connection' } });
    expect(away.passed()).toBeGreaterThan(120_000);
    expect(away.passed()).toBeLessThan(240_000);
    const strange = world([{ state: 'strange' }]);
    expect(await strange.claim()).toMatchObject({ error: { code: 'answer-unreadable' } });
    expect(strange.asked()).toBe(1);
  });
});
