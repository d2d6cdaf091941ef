import * as fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { extendChain, valuesHasher, verifyChain, type AuditFact, type ChainLink } from './audit-chain.ts';

const fact = (version: number): AuditFact => ({
  at: '2026-11-21T00:00:00.000Z',
  actor: 'token',
  action: 'set',
  register: 'r',
  row: 'row',
  version,
  fields: ['level'],
  before: null,
  after: 'abc',
  push: 'p',
});

const START = { n: 0, hash: '' };
let chain: readonly ChainLink[];

beforeAll(async () => {
  chain = await extendChain(
    'lesnoy',
    START,
    Array.from({ length: 12 }, (_, index) => fact(index + 1)),
  );
});

describe('the audit chain', () => {
  it('[AU2] [AU3] verifies as it was written, in one go or in parts', async () => {
    const head = { n: 12, hash: chain.at(-1)?.hash };
    expect(await verifyChain('lesnoy', chain)).toEqual({ ok: true, head });
    const first = await extendChain('lesnoy', START, [fact(1)]);
    const rest = await extendChain('lesnoy', { n: 1, hash: first[0]?.hash ?? '' }, [fact(2)]);
    expect([...first, ...rest]).toEqual(chain.slice(0, 2));
    expect(await verifyChain('lesnoy', [])).toEqual({ ok: true, head: START });
  });

  it('[L2] [AU3] shows any change of any byte, with its number', async () => {
    const mutation = fc.record({
      at: fc.nat(11),
      part: fc.constantFrom('entry' as const, 'hash' as const),
      place: fc.nat(400),
      letter: fc.constantFrom('0', 'f', 'x', '"', ' '),
    });
    const property = fc.asyncProperty(mutation, async ({ at, part, place, letter }) => {
      const old = chain[at]?.[part] ?? '';
      const index = place % old.length;
      const changed = old.slice(0, index) + letter + old.slice(index + 1);
      fc.pre(changed !== old);
      const broken = chain.map((link, n) => (n === at ? { ...link, [part]: changed } : link));
      expect(await verifyChain('lesnoy', broken)).toEqual({ ok: false, badN: at + 1 });
    });
    await expect(fc.assert(property, { numRuns: 3000 })).resolves.toBeUndefined();
  });

  it('[L2] [AU3] shows removal, insertion, swapping and a chain of another district', async () => {
    for (let at = 0; at < chain.length - 1; at += 1) {
      const removed = chain.toSpliced(at, 1);
      const doubled = chain.toSpliced(at, 0, ...chain.slice(at, at + 1));
      const swapped = chain.toSpliced(at, 2, ...chain.slice(at, at + 2).toReversed());
      expect(await verifyChain('lesnoy', removed)).toEqual({ ok: false, badN: at + 1 });
      expect(await verifyChain('lesnoy', doubled)).toEqual({ ok: false, badN: at + 2 });
      expect(await verifyChain('lesnoy', swapped)).toEqual({ ok: false, badN: at + 1 });
    }
    expect(await verifyChain('rechnoy', chain)).toEqual({ ok: false, badN: 1 });
  });

  it('[L3] [AU4] a cut end and a total rewrite are found against a head that somebody kept', async () => {
    const known = [{ n: 12, hash: chain.at(-1)?.hash ?? '' }];
    expect(await verifyChain('lesnoy', chain.slice(0, 10))).toMatchObject({ ok: true });
    expect(await verifyChain('lesnoy', chain.slice(0, 10), known)).toEqual({ ok: false, badN: 11 });
    const rewritten = await extendChain(
      'lesnoy',
      START,
      Array.from({ length: 12 }, () => fact(99)),
    );
    expect(await verifyChain('lesnoy', rewritten)).toMatchObject({ ok: true });
    expect(await verifyChain('lesnoy', rewritten, known)).toEqual({ ok: false, badN: 12 });
    expect(await verifyChain('lesnoy', chain, known)).toMatchObject({ ok: true });
  });

  it('[AU5] hashes of values need the key', async () => {
    const one = await valuesHasher(new Uint8Array(32).fill(1));
    const other = await valuesHasher(new Uint8Array(32).fill(2));
    expect(await one({ a: 1, b: 2 })).toBe(await one({ b: 2, a: 1 }));
    expect(await one({ a: 1 })).not.toBe(await other({ a: 1 }));
  });
});
