import { describe, expect, it } from 'vitest';
import type { Figure, ReportForm, Table } from '../domain/register.ts';
import type { CaseFacts } from './case-facts.ts';
import { compareDeclared } from './declared.ts';
import { casesBehind } from './figures.ts';
import { FIRST_DAY } from './test-cases.ts';

const TABLE: Table = {
  sheet: 'Отчёт',
  kind: 'summary',
  headerRows: [1],
  firstRow: 2,
  lastRow: 9,
  columns: [],
  skippedRows: [],
  duplicateHeadings: [],
  givenFields: [],
  isTextFile: false,
};
const figure = (meaning: Figure['meaning'], value: number | null, more: Partial<Figure> = {}): Figure => ({
  meaning,
  value,
  district: null,
  unit: 'families',
  cell: { row: 2, column: 1 },
  label: meaning,
  ...more,
});
const form = (
  figures: readonly Figure[],
  period: ReportForm['period'] = { from: FIRST_DAY, to: FIRST_DAY + 89 },
): ReportForm => ({
  table: TABLE,
  period,
  figures,
  relations: [],
});
const facts = (id: string, more: Partial<CaseFacts> = {}): CaseFacts => ({
  id,
  district: 'north',
  curator: null,
  level: 'BASE',
  categories: [],
  children: 2,
  spans: [],
  transferDays: [],
  visits: { days: null, counts: null, hasUnreadable: false },
  steps: {},
  isRefused: false,
  start: FIRST_DAY + 3,
  closedOn: null,
  isPositive: false,
  ...more,
});
const CASES = [
  facts('a'),
  facts('b', { district: 'south', level: 'CRISIS' }),
  facts('c', { start: FIRST_DAY - 3, closedOn: FIRST_DAY + 9, isPositive: true }),
];
const districtOf = (name: string): string | null =>
  ({ 'Северный район': 'north', 'Южный район': 'south' })[name] ?? null;

describe('declared figures against the register', () => {
  it('agree where the register gives the same', () => {
    const right = form([
      figure('start', 1),
      figure('in', 2),
      figure('out', 1),
      figure('positive', 1),
      figure('end', 2),
      figure('end', 4, { unit: 'children' }),
      figure('end', 1, { district: 'Южный район' }),
      figure('level', 1, { level: 'CRISIS' }),
    ]);
    expect(compareDeclared([right], CASES, districtOf)).toEqual({ compared: 8, differences: [], notCompared: 0 });
  });

  it('differ with both numbers, and open to the rows of the computed one', () => {
    const wrong = form([figure('in', 5), figure('level', 3, { level: 'BASE', district: 'Северный район' })]);
    const { differences } = compareDeclared([wrong], CASES, districtOf);
    expect(differences.map(({ figure: index, declared, computed }) => [index, declared, computed])).toEqual([
      [0, 5, 2],
      [1, 3, 1],
    ]);
    expect(differences.map(({ key }) => casesBehind(CASES, key))).toEqual([['a', 'b'], ['a']]);
  });

  it('are named as not compared where there is nothing to hold them against', () => {
    const figures = [
      figure('total', 5),
      figure('in', null),
      figure('in', Number.NaN),
      figure('in', 2, { unit: 'people' }),
      figure('in', 2, { district: 'Западный район' }),
      figure('level', 2),
    ];
    expect(compareDeclared([form(figures), form([figure('in', 2)], null)], CASES, districtOf)).toEqual({
      compared: 0,
      differences: [],
      notCompared: 7,
    });
  });
});
