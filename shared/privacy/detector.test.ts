import { describe, expect, it } from 'vitest';
import { documentNumberProblem, identifyingKind } from './detector.ts';

const SURNAMES = ['Берёзова', 'Кедров', 'Соснова-Ель', 'Ивин', 'Дубова'];
const GIVEN = ['Анна', 'Павел', 'Ирина', 'Ким', 'Ольга'];
const PATRONYMICS = ['Петровна', 'Ильич', 'Львовна', 'Кузьмич', 'Алиевич', 'Маратовна', 'Ахмед оглы'];
const digits = (seed: number, count: number): string =>
  Array.from({ length: count }, (_, index) => String((seed * 7 + index * 3 + ((seed >> 2) & 5)) % 10)).join('');

/** Texts that identify a person, as people write them into the wrong column. */
function identifying(): readonly string[] {
  const names = SURNAMES.flatMap((surname) =>
    GIVEN.flatMap((given) => [
      `${surname} ${given}`,
      `${surname} ${given[0]}.`,
      `${given[0]}. ${given[0]}. ${surname}`,
      `${surname} ${given[0]}.${given[0]}.`,
      ...PATRONYMICS.map((patronymic) => `${surname} ${given} ${patronymic}`),
      ...PATRONYMICS.map((patronymic) => `${surname.toUpperCase()} ${given.toUpperCase()} ${patronymic.toUpperCase()}`),
    ]),
  );
  const numbers = Array.from({ length: 60 }, (_, seed) => digits(seed + 1, 11)).flatMap((run) => [
    `${run.slice(0, 3)}-${run.slice(3, 6)}-${run.slice(6, 9)} ${run.slice(9)}`,
    `+7 ${run.slice(1, 4)} ${run.slice(4, 7)}-${run.slice(7, 9)}-${run.slice(9)}`,
    `8 (${run.slice(1, 4)}) ${run.slice(4, 7)}-${run.slice(7, 9)}-${run.slice(9)}`,
    `89${run.slice(2)}`,
    `тел. ${run.slice(0, 6)}`,
  ]);
  const places = [
    'ул. Лесная, д. 5',
    'г. Сургут',
    'пр-т Мира 12 кв. 4',
    'дер. Речная',
    'мкр. 3 дом 7',
    'anna@mail.example',
  ];
  return [...names, ...numbers, ...places];
}

const forms = (n: number): readonly string[] => [
  `${n}`,
  `${n}/2026`,
  `№ ${n}`,
  `${n}-СС`,
  `${n}-р`,
  `СС-${n}/26`,
  `№${n} от 03.02.2026`,
  `приказ № ${n}`,
  `протокол ${n}/1`,
  `Договор №${n}`,
  `${n}.${n + 1}`,
  `б/н`,
  `КДН-${n}`,
  `01-${n}/2026-ИПСС`,
];

/** Numbers of documents as registers hold them. */
function permitted(): readonly string[] {
  return [1, 7, 15, 48, 120, 777, 1024, 20_260].flatMap(forms);
}

describe('the detector', () => {
  it('[P3] refuses at least 99 of 100 texts that identify', () => {
    const texts = identifying();
    expect(texts.length).toBeGreaterThan(600);
    const missed = texts.filter((text) => documentNumberProblem(text) === null);
    expect(missed.slice(Math.floor(texts.length / 100))).toEqual([]);
  });

  it('[P3] refuses at most 1 of 200 document numbers', () => {
    const texts = permitted();
    expect(texts.length).toBeGreaterThan(100);
    const refused = texts.filter((text) => documentNumberProblem(text) !== null);
    expect(refused.slice(Math.floor(texts.length / 200))).toEqual([]);
  });

  it.each([
    ['Кедров П. И.', 'name'],
    ['112-233-445 95', 'snils'],
    ['11223344595', 'snils'],
    ['+7 912 345-67-89', 'phone'],
    ['anna@mail.example', 'email'],
    ['ул. Лесная, д. 5', 'address'],
    ['15/2026', null],
  ])('[PR7] says what «%s» looks like', (text, kind) => {
    expect(identifyingKind(text)).toBe(kind);
  });

  it('[PR7] sees through invisible characters and full-width digits', () => {
    expect(identifyingKind('Кедров\u200b П.\u200b И.')).toBe('name');
    expect(identifyingKind('＋７ 912 345-67-89')).toBe('phone');
  });

  it.each(['Ким', 'Берёзова', 'мама пьёт', 'a'.repeat(41), '=1+1', '?', '*', '\u0000'])(
    '[PR7] lets «%s» pass for no document number',
    (text) => {
      expect(documentNumberProblem(text)).not.toBeNull();
    },
  );
});
