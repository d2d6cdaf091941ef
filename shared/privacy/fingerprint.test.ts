import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  base64Url,
  comparableForm,
  fingerprintIn,
  fingerprinter,
  fromBase64Url,
  pseudonymiser,
} from './fingerprint.ts';

const KEY = new Uint8Array(32).fill(3);
const OTHER_KEY = new Uint8Array(32).fill(4);

describe('a fingerprint', () => {
  it.each([
    ['Иванова А.П.', 'ИВАНОВА  А. П.'],
    ['Берёзова Анна', 'Березова\u00a0Анна'],
    ['Петрова-Водкина Мария', 'Петрова – Водкина Мария'],
    ['Соснова Ирина', ' соснова ирина '],
  ])('[P6] is the same for «%s» and «%s»', async (one, other) => {
    const pseudonym = await pseudonymiser(KEY);
    expect(await pseudonym('person', one)).toBe(await pseudonym('person', other));
  });

  it.each([
    ['дело № 15/2026', 'Дело №15 / 2026'],
    ['№ 15-А', '№15–а'],
  ])('[P6] of a case is the same for «%s» and «%s»', async (one, other) => {
    const pseudonym = await pseudonymiser(KEY);
    expect(await pseudonym('case', one)).toBe(await pseudonym('case', other));
  });

  it('[P6] [PR5] differs between persons, purposes and keys', async () => {
    const mine = await pseudonymiser(KEY);
    const theirs = await pseudonymiser(OTHER_KEY);
    const prints = [
      await mine('person', 'Иванова А.П.'),
      await mine('person', 'Иванова А.К.'),
      await mine('person', 'Иванова Анна Петровна'),
      await mine('case', 'Иванова А.П.'),
      await theirs('person', 'Иванова А.П.'),
      await (await fingerprinter(KEY, 'family'))(comparableForm('person', 'Иванова А.П.')),
    ];
    expect(new Set(prints.map((print) => print.replace(/^k[cp]1_/, ''))).size).toBe(prints.length);
    for (const print of prints.slice(0, 5)) expect(print).toMatch(/^k[cp]1_[A-Za-z0-9_-]{22}$/);
  });

  it('is carried whole by its pseudonym, and seen in no other text', async () => {
    const mine = await pseudonymiser(KEY);
    const print = await (await fingerprinter(KEY, 'person'))(comparableForm('person', 'Иванова А.П.'));
    expect(fingerprintIn(await mine('person', 'Иванова А.П.'))).toBe(print);
    for (const text of ['', 'kp1_', `kx1_${print}`, `kp1_${print}A`, ` kp1_${print}`, print]) {
      expect(fingerprintIn(text)).toBeNull();
    }
  });

  it('refuses a key of another length', async () => {
    await expect(fingerprinter(new Uint8Array(16), 'person')).rejects.toThrow('32 bytes');
  });
});

describe('base64url', () => {
  it('gives back every bytes, and refuses other texts', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), (bytes) => {
        expect(fromBase64Url(base64Url(bytes))).toEqual(new Uint8Array(bytes));
      }),
    );
    for (const text of ['a', 'a+b=', 'ы', 'ab cd']) expect(fromBase64Url(text)).toBeNull();
  });
});
