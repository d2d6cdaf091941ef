/** Which rows belong together, and whose children are how old. */
import { describe, expect, it } from 'vitest';
import { dayOfIso, isoOf, UNREADABLE } from '../domain/day.ts';
import type { Person } from '../domain/values.ts';
import { countUndated, countUnder, dayNobodyUnder } from './child-ages.ts';
import { itemsOf, ofEntry, wrongEntries } from './entry-cells.ts';
import type { RowSketch } from './example.ts';
import { rememberedNames } from './engine/run.ts';
import { BY_CASE_NUMBER, BY_CURATOR, BY_FAMILY, BY_TABLE } from './grouping.ts';
import { journalFrom } from './journal-coverage.ts';
import { levelParam, sourceParam } from './norm-words.ts';
import { testRun } from './test-register.ts';

const GROUPINGS = { BY_CASE_NUMBER, BY_CURATOR, BY_FAMILY, BY_TABLE };
const keys = (by: keyof typeof GROUPINGS, family: RowSketch<'families'>) => {
  const [row] = testRun({ families: [family] }).register.families;
  return row && GROUPINGS[by].keysOf(row, [], rememberedNames());
};

describe('rows belong together', () => {
  it.each<readonly [keyof typeof GROUPINGS, RowSketch<'families'>, string | readonly string[] | null]>([
    ['BY_CASE_NUMBER', { caseNo: '№ 7-а' }, '7-А'],
    ['BY_CASE_NUMBER', { caseNo: '№' }, null],
    ['BY_CASE_NUMBER', { caseNo: null }, null],
    ['BY_CURATOR', { curator: 'Лютикова Вера Павловна' }, 'лютикова в'],
    ['BY_CURATOR', { curator: '...' }, null],
    ['BY_CURATOR', { curator: null }, null],
    ['BY_TABLE', { sheet: 'Юг', caseNo: '7' }, 'Юг|1'],
    ['BY_FAMILY', { snils: '112-233-445 95' }, ['s|11223344595']],
    ['BY_FAMILY', { snils: '112-233-445' }, []],
    ['BY_FAMILY', { snils: '000-000-000 00' }, []],
    ['BY_FAMILY', { snils: '000-000-000 01' }, ['s|00000000001']],
    ['BY_FAMILY', { snils: '112-233-445 55' }, ['s|11223344555']],
    ['BY_FAMILY', { snils: '112-233-445 959' }, []],
    ['BY_FAMILY', { snils: null, applicant: 'Ромашкина Анна' }, []],
    ['BY_FAMILY', { snils: null, applicant: null, children: [{ birth: '1970-01-11' }] }, []],
    ['BY_FAMILY', { applicant: '...', children: [{ birth: '1970-01-11' }] }, []],
    [
      'BY_FAMILY',
      { applicant: 'Ромашкина Анна', children: [{ birth: '2015' }, { birth: null }, { birth: 'летом' }] },
      [],
    ],
  ])('%s: %j gives %j', (by, family, expected) => {
    expect(keys(by, family)).toEqual(expected);
  });

  it('as one family for each birth date of a child, named once', () => {
    const children = [{ birth: '2015-03-01' }, { birth: '2015-03-01' }, { birth: '2016-03-01' }];
    const found = keys('BY_FAMILY', { snils: '112-233-445 95', applicant: 'Ромашкина Анна', children });
    const days = ['2015-03-01', '2016-03-01'].map((day) => `n|ромашкина а|${dayOfIso(day)}`);
    expect(found).toEqual(['s|11223344595', ...days]);
  });
});

const child = (birth: string | null): Person => ({
  name: 'Ромашкин Пётр',
  birthDate: birth === null ? null : (dayOfIso(birth) ?? UNREADABLE),
  relation: null,
});

describe('ages of children', () => {
  const day = dayOfIso('2026-10-20') ?? 0;
  it.each<readonly [readonly (string | null)[], number, number, string | null]>([
    [[], 0, 0, null],
    [['2023-10-20'], 0, 0, '2026-10-20'],
    [['2023-10-21'], 1, 0, '2026-10-21'],
    [['2023-10-21', '2024-10-21', '2015-01-01'], 2, 0, '2027-10-21'],
    [['2023-10-21', null], 1, 1, null],
    [['2023-10-21', 'летом'], 1, 1, null],
  ])('%j: %i under three, %i without a date, nobody from %s', (births, under, undated, from) => {
    const people = births.map(child);
    const nobody = dayNobodyUnder(people, 3);
    expect([countUnder(people, 3, day), countUndated(people), nobody === null ? null : isoOf(nobody)]).toEqual([
      under,
      undated,
      from,
    ]);
  });
});

const place = (line: number) => ({ row: line, column: 4 });
const cell = (line: number, column = 4) => ({ sheet: 'Реестр', row: line, column });
const isWrong = (item: number) => item !== 2;

describe('entries of a list', () => {
  const { register } = testRun({ families: [{ visitDates: ['2026-01-10', '2026-01-11', '2026-01-12'] }] });
  const [row] = register.families;
  if (!row) throw new Error('no row');
  const spread = { ...row, entryCells: { visitDates: [place(2), place(3)], other: [place(9), place(9), place(8)] } };

  it('have the cell that they stand in', () => {
    expect([0, 1, 2, -1].map((at) => ofEntry(spread, 'visitDates', at))).toEqual([
      { cell: cell(2) },
      { cell: cell(3) },
      { cell: cell(2, 0) },
      {},
    ]);
    expect([ofEntry(row, 'visitDates', 0), ofEntry(spread, 'note', 0)]).toEqual([{}, {}]);
  });

  it.each<readonly [string, RowSketch<'families'>, readonly unknown[]]>([
    ['of a list', { visitDates: ['1970-01-02', '1970-01-03'] }, [1, 2]],
    ['of a single value', { lastVisit: '1970-01-02' }, [1]],
    ['of an empty list', { visitDates: [] }, []],
    ['of an empty cell', { visitDates: null, lastVisit: null }, []],
    ['of no column', { note: 'а' }, []],
  ])('are those %s', (_what, family, items) => {
    const [one] = testRun({ families: [family] }).register.families;
    const field = 'lastVisit' in family && family.lastVisit ? 'lastVisit' : 'visitDates';
    expect(one && itemsOf(one, field)).toEqual(items);
  });

  it('that are wrong are named once per cell', () => {
    const items = [1, 2, 3];
    expect(wrongEntries(spread, { field: 'visitDates', items }, isWrong)).toEqual([
      { item: 1, cell: cell(2) },
      { item: 3, cell: cell(2, 0) },
    ]);
    expect(wrongEntries(spread, { field: 'visitDates', items, place: 'other' }, () => true)).toEqual([
      { item: 1, cell: cell(9) },
      { item: 3, cell: cell(8) },
    ]);
    expect(wrongEntries(row, { field: 'visitDates', items }, isWrong)).toEqual([{ item: 1, cell: undefined }]);
    expect(wrongEntries({ ...row, entryCells: { note: [place(5)] } }, { field: 'note', items }, () => true)).toEqual([
      { item: 1, cell: cell(5) },
      { item: 2, cell: undefined },
    ]);
  });
});

const visits = (...dates: readonly (string | null)[]) =>
  testRun({ visits: dates.map((date) => ({ caseNo: '7', date })) }).register.visits;

describe('a journal', () => {
  it.each<readonly [string, readonly (string | null)[], string | null]>([
    ['without entries', [], null],
    ['without dates', [null, 'вчера'], null],
    ['with dates', [null, '2026-03-10', '2025-12-31'], '2025-01-01'],
    [
      'of many entries with one of another year',
      [...Array.from({ length: 99 }, () => '2026-03-10'), '2005-03-10'],
      '2026-01-01',
    ],
    [
      'of many entries with two of another year',
      [...Array.from({ length: 98 }, () => null), '2006-03-10', '2006-03-11'],
      '2006-01-01',
    ],
    [
      'of fewer entries with one of another year',
      [...Array.from({ length: 98 }, () => '2026-03-10'), '2005-03-10'],
      '2005-01-01',
    ],
  ])('%s begins with the year', (_what, dates, from) => {
    const day = journalFrom(visits(...dates));
    expect(day === null ? null : isoOf(day)).toBe(from);
  });
});

describe('words of a norm', () => {
  const { pack } = testRun({});
  it.each<readonly [string, string | undefined, Readonly<Record<string, string>>]>([
    ['BASE', undefined, { levelRu: 'базовый уровень', levelEn: 'basic level' }],
    ['BASE', 'other', { otherRu: 'базовый уровень', otherEn: 'basic level' }],
    ['NONE', undefined, { levelRu: 'NONE', levelEn: 'NONE' }],
  ])('%s as %s', (code, name, expected) => {
    expect(name === undefined ? levelParam(pack, code) : levelParam(pack, code, name)).toEqual(expected);
  });

  it('leave out what stands in brackets, and name their source', () => {
    const levels = [{ code: 'BASE', title: { ru: 'базовый  (1-й) уровень (да)', en: 'basic (1st)' }, aliases: [] }];
    expect(levelParam({ ...pack, codes: { ...pack.codes, levels } }, 'BASE')).toEqual({
      levelRu: 'базовый уровень',
      levelEn: 'basic',
    });
    expect(sourceParam({ status: 'invented', text: { ru: 'приказ', en: 'order' } })).toEqual({
      sourceRu: 'приказ',
      sourceEn: 'order',
    });
  });
});
