import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keyFileText, keyOfFile, keyOfPhrase, phraseOf, regionKey } from './region-key.ts';

const anyBytes = fc
  .uint8Array({ minLength: 32, maxLength: 32 })
  .map((bytes): Uint8Array<ArrayBuffer> => new Uint8Array(bytes));

describe("the region's key", () => {
  it('goes through a phrase and a file unchanged, however the phrase is typed', async () => {
    const property = fc.asyncProperty(anyBytes, async (bytes) => {
      const key = await regionKey(bytes);
      const phrase = await phraseOf(key);
      expect(phrase).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){13}[0-9A-HJKMNP-TV-Z]{4}$/);
      expect(await keyOfPhrase(phrase)).toEqual(key);
      expect(await keyOfPhrase(` ${phrase.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o')}\n`)).toEqual(key);
      expect(await keyOfFile(keyFileText(key))).toEqual(key);
      expect(await keyOfFile(phrase)).toEqual(key);
      expect(key.id).toMatch(/^[A-Za-z0-9]{8}$/);
    });
    await expect(fc.assert(property, { numRuns: 60 })).resolves.toBeUndefined();
  });

  it('of a phrase with one wrong, missing or doubled character is none', async () => {
    const phrase = await phraseOf(await regionKey(new Uint8Array(32).fill(5)));
    for (let at = 0; at < phrase.length; at += 1) {
      if (phrase[at] === '-') continue;
      const other = phrase[at] === '7' ? '8' : '7';
      expect(await keyOfPhrase(phrase.slice(0, at) + other + phrase.slice(at + 1))).toBeNull();
      expect(await keyOfPhrase(phrase.slice(0, at) + phrase.slice(at + 1))).toBeNull();
      expect(await keyOfPhrase(phrase.slice(0, at) + (phrase[at] ?? '') + phrase.slice(at))).toBeNull();
    }
  });

  it.each(['', '{}', '[]', 'null', '{"format":"kurator-region-key-1","key":"AAAA","id":"x"}', 'kur_abc', 'ключ'])(
    'of a file that holds «%s» is none',
    async (text) => {
      expect(await keyOfFile(text)).toBeNull();
    },
  );
});
