import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isTokenShaped, tokenOf } from './token-format.ts';

const bytes = fc.uint8Array({ minLength: 32, maxLength: 32 });

describe('an access key', () => {
  it('has its form whatever the bytes, and different bytes give different keys', () => {
    fc.assert(
      fc.property(bytes, bytes, (one, other) => {
        expect(isTokenShaped(tokenOf(one))).toBe(true);
        expect(tokenOf(one) === tokenOf(other)).toBe(String(one) === String(other));
      }),
    );
  });

  it('with any single character changed, cut or added is recognised as mistyped', () => {
    const token = tokenOf(new Uint8Array(32).fill(201));
    for (let at = 0; at < token.length; at += 1) {
      const other = token[at] === 'z' ? 'y' : 'z';
      expect(isTokenShaped(token.slice(0, at) + other + token.slice(at + 1))).toBe(false);
      expect(isTokenShaped(token.slice(0, at) + token.slice(at + 1))).toBe(false);
    }
    for (const text of ['', 'kur_', `${token} `, token.toUpperCase(), `x${token}`])
      expect(isTokenShaped(text)).toBe(false);
  });

  it('is made of 32 bytes and nothing else', () => {
    expect(() => tokenOf(new Uint8Array(31))).toThrow('32 bytes');
  });
});
