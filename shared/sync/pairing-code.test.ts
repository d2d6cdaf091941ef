import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pairingCodeOf, readPairingCode } from './pairing-code.ts';

const bytes = fc.uint8Array({ minLength: 5, maxLength: 5 });

describe('pairing code', () => {
  it('is read back however it is typed', () => {
    fc.assert(
      fc.property(bytes, fc.constantFrom(' ', '-', '—', '', '\u00A0'), (random, gap) => {
        const code = pairingCodeOf(random);
        expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/);
        expect(readPairingCode(` ${code.toLowerCase().replace('-', gap)} `)).toBe(code);
      }),
    );
  });

  it.each([
    ['АВЕК-МНРС', 'ABEK-MHPC'],
    ['ТХУЗ-0О1I', 'TXY3-0011'],
  ])('Cyrillic letters that look the same are taken as meant: %s', (typed, code) => {
    expect(readPairingCode(typed)).toBe(code);
  });

  it.each(['', 'ABCD', 'ABCD-EFGH-1', 'ABCD-EFGЖ', 'ABCD EFG!'])('«%s» is no code', (typed) => {
    expect(readPairingCode(typed)).toBe(null);
  });
});
