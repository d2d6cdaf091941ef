import { describe, expect, it } from 'vitest';
import type { ReportForm } from '../../domain/register.ts';
import type { RegisterSketch } from '../example.ts';
import { outcomeOf } from '../test-outcome.ts';
import { EXAMPLE_FORM, exampleForm } from './example-form.ts';
import { districtKey } from './register-counts.ts';

const family = { level: 'BASE', district: 'Северный район', closedOn: null, closeReason: null };
/** October 2026: two on the register at its start, one taken on, one removed for positive dynamics. */
const families: NonNullable<RegisterSketch['families']> = [
  { ...family, startDate: '2026-03-02' },
  { ...family, startDate: '2026-09-30', closedOn: '2026-10-31', closeReason: 'R01' },
  { ...family, startDate: '2026-10-01', level: 'ADAPT' },
  { ...family, startDate: '2026-11-01' },
  { ...family, startDate: '2026-02-02', closedOn: '2026-09-30', closeReason: 'R07' },
  { ...family, startDate: '2026-03-02', decision: 'отказано' },
  { ...family, startDate: null },
];
const RIGHT = { start: 2, in: 1, out: 1, positive: 1, end: 2, adapt: 1, base: 1 };
const register = (figures: object, more: RegisterSketch = {}, district: string | null = null) =>
  outcomeOf('report/register', { families, reports: [exampleForm({ ...RIGHT, ...figures }, district)], ...more });

describe('[R98] figures against the register', () => {
  it.each([
    ['those of the register', {}, []],
    ['at the start', { start: 3 }, ['error Отчёт!B2']],
    ['taken on', { in: 2 }, ['error Отчёт!B3']],
    ['removed', { out: 2 }, ['error Отчёт!B4']],
    ['removed for positive dynamics', { positive: 0 }, ['error Отчёт!B5']],
    ['at the end', { end: 3 }, ['error Отчёт!B6']],
    ['by level', { adapt: 0, base: 2 }, ['error Отчёт!B7', 'error Отчёт!B8']],
    ['left empty', { start: null, in: null }, []],
  ])('%s', (_what, figures, shown) => {
    expect(register(figures).shown).toEqual(shown);
  });

  it('[R99] are counted for their district alone', () => {
    const south = { ...family, district: 'Южный район', startDate: '2026-03-02' };
    const more = { families: [...families, south] };
    expect(register({}, more, 'Северный').shown).toEqual([]);
    expect(register({}, more).shown).toEqual(['error Отчёт!B2', 'error Отчёт!B6', 'error Отчёт!B8']);
    expect(register({}, more, 'Восточный').skipped).toEqual(['value-unreadable field:district']);
  });

  it('[R100] are not held against dates that cannot be read', () => {
    const more = { families: [...families, { ...family, startDate: 'весной' }] };
    expect(register({ start: 3, end: 3, base: 2 }, more)).toMatchObject({
      findings: [],
      skipped: ['value-unreadable field:startDate'],
    });
    expect(register({ start: 4 }, more).shown).toEqual(['error Отчёт!B2']);
  });

  it('know a district by its name alone', () => {
    for (const text of ['Северный', 'северный район', 'Северный р-н', ' Северный  муниципальный округ']) {
      expect(districtKey(text)).toBe('северный');
    }
  });
});

/** One form with the figures of another one beside its own. */
function beside(one: ReportForm, other: ReportForm): ReportForm {
  const moved = other.figures.map((figure) => ({
    ...figure,
    cell: { ...figure.cell, column: figure.cell.column + 1 },
  }));
  return { ...one, figures: [...one.figures, ...moved] };
}

describe('several lines of a form', () => {
  const wrong = { end: 11 };
  it.each<readonly [string, ReportForm, readonly string[]]>([
    ['two districts', beside(exampleForm({}, 'Северный'), exampleForm(wrong, 'Южный')), ['error Отчёт!C6']],
    ['a district and all of them', beside(exampleForm(wrong, 'Северный'), exampleForm()), ['error Отчёт!B6']],
    ['two of one district, of which nobody knows which counts', beside(exampleForm(wrong), exampleForm(wrong)), []],
    [
      'families and children',
      beside(exampleForm(), {
        ...EXAMPLE_FORM,
        figures: exampleForm(wrong).figures.map((figure) => ({ ...figure, unit: 'children' })),
      }),
      ['error Отчёт!C6'],
    ],
  ])('%s', (_what, form, shown) => {
    expect(outcomeOf('report/balance', { reports: [form] }).shown).toEqual(shown);
  });
});

describe('[R96][R97] figures among themselves', () => {
  it.each([
    ['report/balance', { end: 11 }, ['error Отчёт!B6']],
    ['report/balance', { start: null }, ['error Отчёт!B6']],
    ['report/split', { base: 5 }, ['error Отчёт!B6']],
    ['report/split', { adapt: null, base: null }, []],
    ['report/subset', { positive: 3 }, []],
    ['report/subset', { positive: 4 }, ['error Отчёт!B5']],
  ] as const)('%s with %o', (id, figures, shown) => {
    expect(outcomeOf(id, { reports: [exampleForm(figures)] }).shown).toEqual(shown);
  });
});
