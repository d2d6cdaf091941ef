/** What a workbook tells of visits: which periods it holds whole, by month, and how periods are called. */
import { describe, expect, it } from 'vitest';
import { periodOf, periodsBetween, type PeriodKind } from '../../calendar/periods.ts';
import { dayOfIso, type Day } from '../../domain/day.ts';
import type { FamilyRow, Table } from '../../domain/register.ts';
import { testRun } from '../test-register.ts';
import { monthCounter } from './month-counts.ts';
import { periodNames } from './period-names.ts';
import { coverage, visitDatesCell } from './visit-days.ts';

const day = (iso: string): Day => {
  const found = dayOfIso(iso);
  if (found === null) throw new Error(iso);
  return found;
};
const period = (kind: PeriodKind, iso: string) => periodOf(kind, day(iso));

/** A table with these columns: field, or field and period. */
function tableWith(...columns: readonly (readonly [field: string, period?: string])[]): Table {
  const table = testRun({ families: [{ caseNo: '7' }] }).register.tables[0];
  if (!table) throw new Error('no table');
  return {
    ...table,
    columns: columns.map(([field, its], column) => ({
      field,
      column,
      heading: field,
      ...(its === undefined ? {} : { period: its }),
    })),
  };
}

function rowWith(counts: Readonly<Record<string, number>> | null): FamilyRow {
  const { register } = testRun({ families: [{ caseNo: '7', visitsByMonth: counts }] });
  const [family] = register.families;
  if (!family) throw new Error('no row');
  return family;
}

const namesOf = (kind: PeriodKind, from: string, to: string) =>
  periodNames(periodsBetween(kind, day(from), day(to)).map((one) => ({ kind, period: one })));

describe('[R80] the periods that a workbook holds whole', () => {
  const QUARTERS = tableWith(['visitDates', '2026-Q1'], ['visitDates', '2026-Q2'], ['caseNo', '2026-Q4']);

  it.each([
    ['month', '2026-01-15', true],
    ['month', '2026-06-30', true],
    ['month', '2026-07-01', false],
    ['month', '2025-12-31', false],
    ['quarter', '2026-04-01', true],
    ['quarter', '2026-10-01', false],
    ['week', '2026-04-01', true],
    ['week', '2026-01-01', false],
    ['week', '2026-06-30', false],
  ] as const)('by quarters: the %s of %s', (kind, iso, isWhole) => {
    expect(coverage(QUARTERS, null)(period(kind, iso))).toBe(isWhole);
  });

  it.each([
    ['2026-01-01', true],
    ['2025-12-31', false],
  ])('by a journal of 2026: the month of %s', (iso, isWhole) => {
    expect(coverage(tableWith(['caseNo']), day('2026-01-01'))(period('month', iso))).toBe(isWhole);
  });

  it('by one column of all dates: every one', () => {
    expect(coverage(tableWith(['visitDates']), null)(period('month', '1999-01-01'))).toBe(true);
    expect(coverage(tableWith(['caseNo']), null)(period('month', '2026-01-01'))).toBe(false);
  });

  it.each([
    ['2026-03-31', '2026-Q1'],
    ['2026-04-01', '2026-Q2'],
    ['2026-01-01', '2026-Q1'],
    ['2026-07-01', undefined],
    ['2026-11-01', undefined],
  ])('[R83] %s stands in the column of %s', (iso, key) => {
    expect(visitDatesCell(QUARTERS, day(iso))).toEqual({
      field: 'visitDates',
      ...(key === undefined ? {} : { period: key }),
    });
  });
});

describe('[R78] figures by month', () => {
  const table = tableWith(
    ['visitsByMonth', '2026-01'],
    ['visitsByMonth', '2026-02'],
    ['visitsByMonth', '2026-03'],
    ['visitsByMonth', '2026-05'],
    ['visitsByMonth', '2026-Q3'],
    ['visitDates', '2026-04'],
  );
  const count = (row: FamilyRow, of: ReturnType<typeof period>) => monthCounter(table)(row, of);
  const counts = { '2026-01': 1, '2026-02': 2, '2026-03': 4, '2026-05': 8, '2026-Q3': 16 };

  it.each([
    ['month', '2026-02-28', { count: 2, column: '2026-02' }],
    ['quarter', '2026-02-28', { count: 7, column: '2026-03' }],
    ['quarter', '2026-07-01', { count: 16, column: '2026-Q3' }],
    ['month', '2026-07-01', 'coarse'],
    ['month', '2026-04-01', null],
    ['quarter', '2026-05-01', null],
    ['month', '2026-12-01', null],
  ] as const)('tell of the %s of %s: %j', (kind, iso, outcome) => {
    expect(count(rowWith(counts), period(kind, iso))).toEqual(outcome);
  });

  it('are none where the cells are empty', () => {
    expect(count(rowWith(null), period('month', '2026-01-01'))).toEqual({ count: 0, column: '2026-01' });
    expect(count(rowWith({ '2026-02': 2 }), period('quarter', '2026-01-01'))).toEqual({ count: 2, column: '2026-03' });
  });
});

const NAMES: readonly (readonly [readonly [PeriodKind, string, string], object])[] = [
  [['month', '2026-01-01', '2026-02-01'], { ru: 'январь 2026, февраль 2026', en: 'January 2026, February 2026' }],
  [['month', '2026-12-31', '2026-12-31'], { ru: 'декабрь 2026', en: 'December 2026' }],
  [['quarter', '2026-03-31', '2026-04-01'], { ru: 'I квартал 2026, II квартал 2026', en: 'Q1 2026, Q2 2026' }],
  [['quarter', '2026-09-30', '2026-12-31'], { ru: 'III квартал 2026, IV квартал 2026', en: 'Q3 2026, Q4 2026' }],
  [['week', '2026-10-07', '2026-10-07'], { ru: 'неделя с 05.10.2026', en: 'week of 05.10.2026' }],
];

describe('names of periods', () => {
  it.each(NAMES)('%j', (span, names) => {
    expect(namesOf(...span)).toEqual(names);
  });

  it('stop after six', () => {
    expect(namesOf('month', '2026-01-01', '2026-06-30').ru).not.toContain('ещё');
    expect(namesOf('month', '2026-01-01', '2026-08-31')).toEqual({
      ru: 'январь 2026, февраль 2026, март 2026, апрель 2026, май 2026, июнь 2026 и ещё 2',
      en: 'January 2026, February 2026, March 2026, April 2026, May 2026, June 2026 and 2 more',
    });
  });
});
