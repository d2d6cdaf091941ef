import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { open, seal, type SealedPlace, type SealingKey } from './seal.ts';

const randomBytes = (count: number): Uint8Array<ArrayBuffer> => crypto.getRandomValues(new Uint8Array(count));
const key = (id: string): SealingKey => ({ id, bytes: randomBytes(32) });
const PLACE: SealedPlace = { district: 'north', table: 'families', row: 'r1', field: 'applicant' };
/** A million in the long run. */
const SEALINGS = process.env['KURATOR_RUNS'] === undefined ? 1000 : 1_000_000;
const REFUSED = { ok: false, code: 'sealed-value-unreadable' };

describe('a sealed value', () => {
  it('opens in its place with its key, whatever the text', async () => {
    const own = key('k1');
    const property = fc.asyncProperty(fc.string({ unit: 'grapheme' }), async (text) => {
      const sealed = await seal(text, PLACE, own, randomBytes(12));
      expect(await open(sealed, PLACE, [key('k0'), own])).toEqual({ ok: true, text });
    });
    await expect(fc.assert(property)).resolves.toBeUndefined();
  });

  it.each<[string, Partial<SealedPlace>]>([
    ['another district', { district: 'south' }],
    ['another table', { table: 'members' }],
    ['another row', { row: 'r2' }],
    ['another field', { field: 'address' }],
    ['a place whose parts are cut elsewhere', { table: 'families","r1', row: '' }],
  ])('[P4] moved to %s is refused', async (_, elsewhere) => {
    const own = key('k1');
    const sealed = await seal('Берёзова Анна', PLACE, own, randomBytes(12));
    expect(await open(sealed, { ...PLACE, ...elsewhere }, [own])).toEqual(REFUSED);
  });

  it('[P4] cut anywhere or changed in any character is refused', async () => {
    const own = key('k1');
    const sealed = await seal('Берёзова Анна', PLACE, own, randomBytes(12));
    for (let at = 0; at < sealed.length; at += 1) {
      const other = sealed[at] === 'A' ? 'B' : 'A';
      const changed = sealed.slice(0, at) + other + sealed.slice(at + 1);
      expect(await open(changed, PLACE, [own])).toEqual(REFUSED);
      expect(await open(sealed.slice(0, at), PLACE, [own])).toEqual(REFUSED);
    }
    expect(await open(`${sealed}.A`, PLACE, [own])).toEqual(REFUSED);
  });

  it('[P4] under a wrong key of the same name, or without its key, is refused', async () => {
    const sealed = await seal('Берёзова Анна', PLACE, key('k1'), randomBytes(12));
    expect(await open(sealed, PLACE, [key('k1')])).toEqual(REFUSED);
    expect(await open(sealed, PLACE, [key('k2')])).toEqual(REFUSED);
    expect(await open(sealed, PLACE, [])).toEqual(REFUSED);
  });

  it('[P5] of equal texts looks different each time, and no nonce comes twice', async () => {
    const own = key('k1');
    const nonces = new Set<string>();
    const bodies = new Set<string>();
    for (let done = 0; done < SEALINGS; done += 1000) {
      const portion = Array.from({ length: 1000 }, () => seal('Берёзова Анна', PLACE, own, randomBytes(12)));
      for (const sealed of await Promise.all(portion)) {
        const [, , nonce = '', body = ''] = sealed.split('.');
        nonces.add(nonce);
        bodies.add(body.slice(-22));
      }
    }
    expect([nonces.size, bodies.size]).toEqual([SEALINGS, SEALINGS]);
  }, 300_000);
});
