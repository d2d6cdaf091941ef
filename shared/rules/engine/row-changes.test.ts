import { describe, expect, it } from 'vitest';
import { UNREADABLE } from '../../domain/day.ts';
import type { FamilyRow } from '../../domain/register.ts';
import { testRun } from '../test-register.ts';
import { readsTheSame, withRow, without } from './row-changes.ts';
import { sheetOrder } from './sheet-order.ts';

const { register } = testRun({
  families: [
    {
      caseNo: '7',
      applicant: 'Ромашкина',
      curator: 'Лютикова',
      level: 'BASE',
      children: [{ birth: '2015-03-01' }],
      phone: '1',
    },
  ],
});
const [first] = register.families;
if (!first) throw new Error('no row');
const row: FamilyRow = first;
const FIELDS = ['level', 'children', 'contractDate'];
const values = (more: Partial<FamilyRow['values']>): FamilyRow => ({ ...row, values: { ...row.values, ...more } });
const place = { row: 2, column: 1 };

describe('a row that was read anew', () => {
  it.each<readonly [string, FamilyRow]>([
    ['nothing at all', { ...row }],
    ['equal objects', values({ children: structuredClone(row.values.children ?? null) })],
    ['a field that nobody reads', values({ phone: '2' })],
  ])('says the same with %s other', (_what, after) => {
    expect(readsTheSame(row, after, FIELDS)).toBe(true);
  });

  it.each<readonly [string, FamilyRow]>([
    ['its place', { ...row, row: 3 }],
    ['its sheet', { ...row, table: { ...row.table, sheet: 'Другой' } }],
    ['a cell that stands elsewhere', { ...row, movedCells: { level: place } }],
    ['the cells of a list', { ...row, entryCells: { children: [place] } }],
    ['the level before the first transfer', { ...row, levelBefore: { code: 'BASE', text: 'базовый' } }],
    ['what a section gives', { ...row, given: new Set(['level']) }],
    ['a field that is read', values({ level: null })],
    ['a list that is read', values({ children: [] })],
    ['a date that cannot be read any more', values({ contractDate: UNREADABLE })],
    ['a date that is empty now', values({ contractDate: null })],
    ['the number that is shown', values({ caseNo: '8' })],
    ['the name that is shown', values({ applicant: 'Лютикова' })],
    ['the curator that is shown', values({ curator: null })],
  ])('does not with %s other', (_what, after) => {
    expect(readsTheSame(row, after, FIELDS)).toBe(false);
    expect(readsTheSame(after, row, FIELDS)).toBe(false);
  });
});

describe('a sorted list', () => {
  const rows = [2, 4, 4, 6].map((at) => ({ ...row, row: at }));
  const { rows: compare } = sheetOrder([row.table]);

  it.each([
    [1, 0],
    [2, 1],
    [3, 1],
    [4, 3],
    [5, 3],
    [7, 4],
  ])('takes row %i in at place %i, and the old list stays', (at, index) => {
    const added = { ...row, row: at };
    const list = withRow<FamilyRow>(rows, added, compare);
    expect(list.indexOf(added)).toBe(index);
    expect(without(list, added)).toEqual(rows);
    expect(rows).toHaveLength(4);
  });
});
