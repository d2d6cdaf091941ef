import { describe, expect, it } from 'vitest';
import { codeBook } from '../packs/code-book.ts';
import { givenBySection, givenBySheetName, givenByTitle, sectionStack } from './sections.ts';
import type { GivenValue } from './sections.ts';
import { TESTING_PACK } from './testing-pack.ts';
import { shown } from './testing-sheet.ts';

const book = codeBook(TESTING_PACK);
const pairs = (given: readonly GivenValue[]): readonly unknown[] =>
  given.map(({ field, value }) => [field, shown(value)]);

describe('a section row', () => {
  it.each<[string, readonly unknown[]]>([
    ['Базовый уровень', [['level', 'BASE']]],
    ['I. Кризисный уровень сопровождения', [['level', 'CRISIS']]],
    ['Уровень: экстренный', [['level', 'URGENT']]],
    ['Куратор: Иванова А.П.', [['curator', 'Иванова А.П.']]],
    ['Куратор Иванова Анна Петровна', [['curator', 'Иванова Анна Петровна']]],
    ['Специалист – Смирнова Е. Е.', [['curator', 'Смирнова Е. Е.']]],
    ['Иванова А.П.', [['curator', 'Иванова А.П.']]],
    ['Ответственный за ведение журнала: Иванова А.П.', []],
    ['Ответственный по отделению Иванова А.П.', []],
    ['Северный район', [['district', 'Северный район']]],
    ['г. Лесной', [['district', 'г. Лесной']]],
    ['Муниципальное образование: Заречное', [['district', 'Заречное']]],
    ['Многодетные семьи', [['categories', ['CAT04']]]],
    ['Снятые с учета', []],
    ['базовый и кризисный уровни', []],
    ['2026 год', []],
  ])('«%s»', (text, wanted) => {
    expect(pairs(givenBySection(text, 4, book))).toEqual(wanted);
  });
});

it('a sheet may be named by level, district or curator, and not by its year', () => {
  expect(pairs(givenBySheetName('Базовый 2026', book))).toEqual([['level', 'BASE']]);
  expect(pairs(givenBySheetName('Степной район', book))).toEqual([['district', 'Степной район']]);
  expect(pairs(givenBySheetName('Смирнова Е.Е.', book))).toEqual([['curator', 'Смирнова Е.Е.']]);
  expect(pairs(givenBySheetName('Реестр 2026', book))).toEqual([]);
});

it('a line above gives only what it names outright', () => {
  expect(pairs(givenByTitle('Семьи на сопровождении. Адаптационный уровень', 1, book))).toEqual([['level', 'ADAPT']]);
  expect(pairs(givenByTitle('Куратор: Иванова А.П.', 1, book))).toEqual([['curator', 'Иванова А.П.']]);
  expect(pairs(givenByTitle('Иванова А.П.', 1, book))).toEqual([]);
  expect(pairs(givenByTitle('Отделение сопровождения семей с детьми', 1, book))).toEqual([]);
});

it('an outer section ends the inner ones', () => {
  const stack = sectionStack();
  const enter = (text: string): readonly unknown[] => {
    stack.enter(givenBySection(text, 1, book));
    return pairs(stack.current());
  };
  expect(enter('Северный район')).toEqual([['district', 'Северный район']]);
  expect(enter('Базовый уровень')).toEqual([
    ['district', 'Северный район'],
    ['level', 'BASE'],
  ]);
  expect(enter('Кризисный уровень')).toEqual([
    ['district', 'Северный район'],
    ['level', 'CRISIS'],
  ]);
  expect(enter('Степной район')).toEqual([['district', 'Степной район']]);
});
