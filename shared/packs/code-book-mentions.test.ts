import { describe, expect, it } from 'vitest';
import type { CodeListName } from '../domain/fields.ts';
import { codeBook } from './code-book.ts';
import { packById } from './packs.ts';
import type { Pack } from './pack.ts';

function training(): Pack {
  const pack = packById('training');
  if (!pack) throw new Error('the training pack is missing');
  return pack;
}

const book = codeBook(training());

describe('wordings in other endings, cut short or with words around them', () => {
  it.each<[CodeListName, string, string | null]>([
    ['levels', 'базового', 'BASE'],
    ['levels', 'на кризисном уровне', 'CRISIS'],
    ['levels', 'базовый уровень сопровождения', 'BASE'],
    ['levels', 'адапт.', 'ADAPT'],
    ['levels', 'баз. ур.', 'BASE'],
    ['levels', 'Бaзовый', 'BASE'],
    ['levels', 'базис', null],
    ['levels', 'уровень', null],
    ['levels', 'на уровне', null],
    ['categories', 'многодетной семьи', 'CAT04'],
    ['results', 'положительной динамикой', 'R01'],
    ['results', 'динамика', null],
  ])('%s: «%s» is %s', (list, text, code) => {
    expect(book.decode(list, text).code).toBe(code);
  });
});

describe('codes mentioned in a free text', () => {
  it.each<[string, readonly string[]]>([
    ['Семьи, находящиеся на социальном сопровождении. Адаптационный уровень', ['ADAPT']],
    ['базовый и кризисный уровни', ['BASE', 'CRISIS']],
    ['Б (12 мес.); на К', []],
    ['Отделение социального сопровождения', []],
    ['', []],
  ])('«%s»', (text, codes) => {
    expect(book.mentions('levels', text).map(({ code }) => code)).toEqual(codes);
  });
});
