/** Two sheets with the same case numbers: said aloud, and never counted twice in silence. */
import { describe, expect, it } from 'vitest';
import type { SheetCells } from '../domain/sheet-cells.ts';
import { startReading } from './live-reading.ts';
import { TESTING_PACK } from './testing-pack.ts';
import { AS_OF, date, read, sheet } from './testing-sheet.ts';

const register = (name: string, from: number, to: number, surname = 'Белова'): SheetCells =>
  sheet(
    [
      ['№ дела', 'ФИО заявителя', 'Уровень', 'Дата договора'],
      ...Array.from({ length: to - from + 1 }, (_, at) => [
        `${from + at}/25`,
        `${surname} А.${'АБВГДЕЖЗИК'.charAt(at)}.`,
        'базовый',
        date('2025-02-01'),
      ]),
    ],
    { name },
  );
const leftOut = (reading: ReturnType<typeof read>): readonly unknown[] =>
  reading.account.sheets.map((one) => one.leftOut);

describe('sheets of different periods', () => {
  it('the later one is counted, in whatever order they stand', () => {
    const reading = read([register('2026', 1, 9), register('2025', 1, 8)]);
    expect(reading.account.repeats).toEqual([{ first: '2025', second: '2026', cases: 8, counted: 'second' }]);
    expect(leftOut(reading)).toEqual([null, 'copy']);
    expect(reading.register.families).toHaveLength(9);
  });

  it('numbers that begin anew with the year are those of other families', () => {
    const reading = read([register('2025', 1, 8), register('2026', 1, 9, 'Громова')]);
    expect(reading.account.repeats).toBeUndefined();
    expect(reading.register.families).toHaveLength(17);
  });

  it('a name written otherwise is still the same family', () => {
    const written = register('2026', 1, 8);
    const rows = written.rows.map((row, at) =>
      at === 0 ? row : { ...row, cells: row.cells.with(1, `БЕЛОВА А. ${'АБВГДЕЖЗИК'.charAt(at - 1)}.`) },
    );
    expect(leftOut(read([register('2025', 1, 8), { ...written, rows }]))).toEqual(['copy', null]);
  });

  it('so it is with copies for each month', () => {
    const reading = read(['Январь 2026', 'Февраль 2026', 'Март 2026'].map((name) => register(name, 1, 6)));
    expect(leftOut(reading)).toEqual(['copy', 'copy', null]);
    expect(reading.register.families).toHaveLength(6);
  });

  it('a person may bring the earlier one in', () => {
    const corrections = [{ sheet: '2025', kind: 'families' as const, fields: {} }];
    const reading = read([register('2025', 1, 8), register('2026', 1, 8)], { corrections });
    expect(reading.account.repeats).toMatchObject([{ counted: 'both' }]);
    expect(reading.register.families).toHaveLength(16);
  });

  it('where they share only some of their cases both are counted', () => {
    const reading = read([register('2025', 1, 8), register('2026', 4, 11)]);
    expect(reading.account.repeats).toEqual([{ first: '2025', second: '2026', cases: 5, counted: 'both' }]);
    expect(reading.register.families).toHaveLength(16);
  });
});

it('without periods both are counted, and named', () => {
  const reading = read([register('Реестр', 1, 8), register('Реестр (копия)', 1, 8)]);
  expect(reading.account.repeats).toEqual([{ first: 'Реестр', second: 'Реестр (копия)', cases: 8, counted: 'both' }]);
  expect(reading.register.families).toHaveLength(16);
});

it('a few equal numbers are left to the rules', () => {
  expect(read([register('2025', 1, 9), register('2026', 7, 15)]).account.repeats).toBeUndefined();
});

it.each([
  ['number', 0, '3/25'],
  ['name', 1, 'Громова И.И.'],
])('an edited %s is left to a full reading where there are several registers', (_what, column, value) => {
  const sheets = [register('Первый', 1, 8), register('Второй', 11, 18)];
  const live = startReading(sheets, { pack: TESTING_PACK, asOf: AS_OF });
  const row = sheets[1]?.rows[3];
  if (!row) throw new Error('no row');
  expect(live.edit([{ sheet: 'Второй', row: { ...row, cells: row.cells.with(column, value) } }])).toBeNull();
});
