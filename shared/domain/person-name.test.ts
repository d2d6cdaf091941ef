import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { oneAlphabet, withCyrillicTwins } from './look-alikes.ts';
import { caseNumberKey, caseNumberOf, fitsName, personName } from './person-name.ts';

const fits = (a: string, b: string): boolean => fitsName(personName(a), personName(b));

describe('names of people', () => {
  it.each([
    ['Ромашкина Анна Петровна', 'ромашкина анна петровна'],
    ['Ромашкина А.П.', 'ромашкина а п'],
    ['А. П. Ромашкина', 'ромашкина а п'],
    ['  РОМАШКИНА   А П ', 'ромашкина а п'],
    ['Ромашкина-Лютикова Алёна (опекун)', 'ромашкина-лютикова алена'],
    ['Рoмашкина А.', 'ромашкина а'],
    ['Ромашкина(опекун)Анна', 'ромашкина анна'],
    ['Ромашкина - Лютикова Анна', 'ромашкина-лютикова анна'],
    ['Ромашкина –Лютикова Анна', 'ромашкина-лютикова анна'],
    ['Ромашкина— Лютикова Анна', 'ромашкина-лютикова анна'],
    ['Ромашкина, —, Анна', 'ромашкина анна'],
    ['А. П.', 'а п'],
    ['А. Анна Петровна', 'а анна петровна'],
    ['#REF!', ''],
    [' #Н/Д ', ''],
    ['', ''],
  ])('reads %j', (text, key) => {
    expect(personName(text).key).toBe(key);
  });

  it.each([
    ['Ромашкина Анна Петровна', 'Ромашкина А. П.', true],
    ['Ромашкина Анна Петровна', 'Ромашкина Анна', true],
    ['Ромашкина А.', 'Ромашкина А. П.', true],
    ['Ромашкина Анна Петровна', 'Ромашкина Алла Петровна', false],
    ['Ромашкина А. П.', 'Ромашкина А. С.', false],
    ['Ромашкина', 'Ромашкина А. С.', false],
    ['Ромашкина', 'ромашкина', true],
    ['', '', false],
  ])('%j and %j', (a, b, expected) => {
    expect([fits(a, b), fits(b, a)]).toEqual([expected, expected]);
  });

  it.each([
    ['Ромашкина Анна', true],
    ['Ромашкина Анна Петровна', true],
    ['Ромашкина Анна П.', false],
    ['Ромашкина А. Петровна', false],
    ['Ромашкина', false],
    ['Zx9_kQ-71ab3LmN0', false],
    ['#REF!', false],
    ['', false],
  ])('%j is written out in full: %s', (text, isFull) => {
    expect(personName(text).isFull).toBe(isFull);
  });

  it('reads no further than names are long', () => {
    expect(personName('Ромашкина '.repeat(1000)).parts).toHaveLength(30);
  });

  it('keeps pseudonyms whole', () => {
    expect(fits('Zx9_kQ-71ab3LmN0', 'Zx9_kQ-72ab3LmN0')).toBe(false);
    expect(fits('Zx9_kQ-71ab3LmN0', 'Zx9_kQ-71ab3LmN0')).toBe(true);
  });

  it('a name fits itself, and whoever fits shares surname and first initial', () => {
    const part = fc.constantFrom('Анна', 'А.', 'Алла', 'П.', 'Петровна');
    const name = fc.array(part, { minLength: 1, maxLength: 2 }).map((parts) => ['Ромашкина', ...parts].join(' '));
    fc.assert(
      fc.property(name, name, (a, b) => {
        expect(fits(a, a)).toBe(true);
        expect(fits(a, b)).toBe(fits(b, a));
        expect(fits(a, b) && personName(a).rough !== personName(b).rough).toBe(false);
      }),
    );
  });
});

describe('case numbers', () => {
  it.each([
    ['№ 15/2025', '15/2025'],
    ['15-a / 2025 ', '15-А/2025'],
    ['N15—А', '15-А'],
    ['15-N7', '15-N7'],
    ['А№7', 'А№7'],
  ])('%j', (text, key) => expect(caseNumberKey(text)).toBe(key));

  it.each(['', ' ', '№', 'б/н', 'Б / Н', 'б.н.', 'без номера', 'нет', 'Нет.', '#N/A'])('%j is none', (text) =>
    expect(caseNumberOf(text)).toBeNull(),
  );
  it.each(['нет-1', 'Б', 'НЕТ/2025', 'А'])('%j is one', (text) => expect(caseNumberOf(text)).toBe(text.toUpperCase()));
});

describe('look-alike letters', () => {
  it('are made one alphabet only when all of them have a twin', () => {
    expect(['Чиcтякова', 'CОП', 'IТ', 'Wiфi', 'Анна', 'WiFi'].map(oneAlphabet)).toEqual([
      'Чистякова',
      'СОП',
      'IT',
      null,
      null,
      null,
    ]);
  });

  it('leave Cyrillic as it is', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[а-яё ]*$/), (text) => {
        expect(withCyrillicTwins(text)).toBe(text);
      }),
    );
  });
});
