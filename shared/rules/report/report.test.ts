import { describe, expect, it } from 'vitest';
import type { ReportForm } from '../../domain/register.ts';
import type { RegisterSketch } from '../example.ts';
import { outcomeOf } from '../test-outcome.ts';
import { EXAMPLE_FORM, exampleForm } from './example-form.ts';

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

  const WRONG_AT_START = { start: 9, in: 0, out: 0, positive: 0, end: 1, adapt: 0, base: 1 };
  it.each([
    ['Северный район', 'северный'],
    ['Северный р-н', ' Северный  муниципальный округ'],
    ['Берёзовский городской округ', 'Березовский'],
    ['Верхне-Волжский', 'Верхне – Волжский район'],
    ['7-й городок', '7-й городок'],
  ])('[R99] know «%s» as «%s»', (own, named) => {
    const its = { families: [{ ...family, district: own, startDate: '2026-03-02' }] };
    expect(register(WRONG_AT_START, its, named)).toMatchObject({ shown: ['error Отчёт!B2'], skipped: [] });
  });

  it.each([
    ['Красный Яр', 'Красныйяр'],
    ['Подрайонный', 'Под ный'],
    ['1-й городок', '2-й городок'],
  ])('[R99] do not take «%s» for «%s»', (own, named) => {
    const its = { families: [{ ...family, district: own, startDate: '2026-03-02' }] };
    expect(register(WRONG_AT_START, its, named)).toMatchObject({
      shown: [],
      skipped: ['value-unreadable field:district'],
    });
  });
});

describe('[R98] figures that the register cannot tell', () => {
  const without = (...gone: readonly (keyof (typeof families)[number])[]): NonNullable<RegisterSketch['families']> =>
    families.map((one) =>
      Object.fromEntries(Object.entries(one).filter(([field]) => !gone.some((it) => it === field))),
    );
  const WRONG = { start: 9, in: 9, out: 9, positive: 9, end: 9, adapt: 9, base: 9 };
  const CELLS = ['B2', 'B3', 'B4', 'B5', 'B6', 'B7', 'B8'].map((cell) => `error Отчёт!${cell}`);
  const CLOSED = 'column-missing field:closedOn';

  it.each<readonly [string, NonNullable<RegisterSketch['families']>, readonly string[], readonly string[]]>([
    ['nothing is missing', families, CELLS, []],
    ['there are no closing dates', without('closedOn'), [], [CLOSED]],
    ['there are no reasons', without('closeReason'), CELLS.toSpliced(3, 1), ['column-missing field:closeReason']],
    [
      'results are kept in place of reasons',
      without('closeReason').map((one) => ({ ...one, result: null })),
      CELLS,
      [],
    ],
    ['there are no levels', without('level'), CELLS.slice(0, 5), ['column-missing field:level']],
  ])('are left out where %s', (_what, its, shown, skipped) => {
    expect(register(WRONG, { families: its })).toMatchObject({ shown, skipped });
  });

  it('are left out where they are of children, or cannot be read', () => {
    const form = exampleForm({ ...RIGHT, start: Number.NaN });
    expect(register({ start: Number.NaN })).toMatchObject({ shown: [], skipped: ['value-unreadable table:summary'] });
    const children = {
      ...form,
      figures: exampleForm(WRONG).figures.map((one) => ({ ...one, unit: 'children' as const })),
    };
    expect(outcomeOf('report/register', { families, reports: [children] })).toMatchObject({ shown: [], skipped: [] });
  });

  it('are left out where nothing of the register is meant', () => {
    const { figures, ...form } = exampleForm(WRONG);
    const strange = figures.map(({ level: _level, ...figure }) => ({
      ...figure,
      meaning: figure.meaning === 'level' ? figure.meaning : ('other' as const),
    }));
    const its = { families, reports: [{ ...form, figures: strange }] };
    expect(outcomeOf('report/register', its)).toMatchObject({ shown: [], skipped: [] });
  });

  it('[R100] are not held against as many cases as have no known level', () => {
    const more = { families: [...families, { ...family, startDate: '2026-03-02', level: null }] };
    expect(register({ start: 3, end: 3, base: 2 }, more)).toMatchObject({
      findings: [],
      skipped: ['value-unreadable field:startDate'],
    });
    expect(register({ start: 3, end: 3, base: 3 }, more).shown).toEqual(['error Отчёт!B8']);
  });

  it('are counted in each district of one form', () => {
    const south = { ...family, district: 'Южный район', startDate: '2026-03-02' };
    const its = { start: 1, in: 0, out: 0, positive: 0, end: 1, adapt: 0, base: 1 };
    const form = beside(exampleForm(RIGHT, 'Северный'), exampleForm({ ...its, start: 2 }, 'Южный'));
    expect(outcomeOf('report/register', { families: [...families, south], reports: [form] }).shown).toEqual([
      'error Отчёт!C2',
    ]);
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

/** A form that does not balance, without the figures of these meanings. */
function formWithout(...gone: readonly string[]): ReportForm {
  return {
    ...EXAMPLE_FORM,
    figures: exampleForm({ end: 11 }).figures.filter(({ meaning }) => !gone.includes(meaning)),
  };
}

const relatedRows = (form: ReportForm) =>
  outcomeOf('report/balance', { reports: [form] }).findings.flatMap(({ related }) => related.map(({ row }) => row));

describe('[R97] a balance', () => {
  it.each(['start', 'in', 'out', 'end'])('is not judged where the figure «%s» cannot be read', (name) => {
    expect(outcomeOf('report/balance', { reports: [exampleForm({ end: 11, [name]: Number.NaN })] })).toMatchObject({
      shown: [],
      skipped: ['value-unreadable table:summary'],
    });
  });

  it.each([
    ['in', ['error Отчёт!B6']],
    ['start', []],
    ['out', []],
    ['end', []],
  ])('without a figure «%s»', (name, shown) => {
    expect(outcomeOf('report/balance', { reports: [formWithout(name)] })).toMatchObject({ shown, skipped: [] });
  });

  it('names the cells of the figures that it adds up, those that are there', () => {
    expect(relatedRows(exampleForm({ end: 11 }))).toEqual([2, 3, 4]);
    expect(relatedRows(formWithout('in'))).toEqual([2, 4]);
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
