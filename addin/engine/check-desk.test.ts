/** After edits a desk says what a fresh desk says of the same sheets. */
import { describe, expect, it } from 'vitest';
import { dayOfIso } from '../../shared/domain/day.ts';
import type { CellValue, SheetCells } from '../../shared/domain/sheet-cells.ts';
import { packById } from '../../shared/packs/packs.ts';
import type { RunRequest } from './check-runner.ts';
import type { CheckRunner } from './check-runner.ts';
import { createTestingCheckRunner } from './testing-check-runner.ts';
import { takeRegister } from './handed-register.ts';
import { rowEdits } from './sheet-edits.ts';

const pack = packById('hmao-2018');
if (!pack) throw new Error('the default pack is missing');
const REQUEST: RunRequest = {
  pack,
  asOf: dayOfIso('2026-10-31') ?? 0,
  isTextFile: false,
  corrections: [],
  includeHidden: false,
};

function sheetOf(name: string, rows: readonly (readonly CellValue[])[]): SheetCells {
  return {
    name,
    visibility: 'visible',
    rows: rows.map((cells, at) => ({ row: at + 1, cells })),
    merges: [],
    hiddenColumns: new Set(),
  };
}

const REGISTER = sheetOf('Реестр', [
  ['Номер дела', 'ФИО заявителя', 'Категория', 'Куратор', 'Уровень', 'Дата договора'],
  ...Array.from({ length: 6 }, (_, at): CellValue[] => [
    `${at + 1}/26`,
    `Иванова ${'АБВГДЕ'.charAt(at)}. П.`,
    'СОП',
    'Осипова О. О.',
    'базовый',
    { serial: 46_000 + at },
  ]),
]);
const JOURNAL = sheetOf('Журнал', [
  ['Номер дела', 'Дата посещения', 'Специалист'],
  ...Array.from({ length: 12 }, (_, at): CellValue[] => [
    `${(at % 6) + 1}/26`,
    { serial: 46_100 + at },
    'Осипова О. О.',
  ]),
]);

function withCell(sheet: SheetCells, row: number, column: number, value: CellValue): SheetCells {
  return {
    ...sheet,
    rows: sheet.rows.map((one) => (one.row === row ? { ...one, cells: one.cells.with(column, value) } : one)),
  };
}

async function registerOf(runner: CheckRunner) {
  const handed = await runner.register();
  return handed && (await takeRegister(handed));
}

async function freshly(sheets: readonly SheetCells[], request = REQUEST): Promise<unknown> {
  const runner = createTestingCheckRunner();
  await runner.putSheets(
    sheets,
    sheets.map(({ name }) => name),
  );
  const outcome = await runner.run(request);
  return { ...outcome, upcoming: await runner.upcoming(), register: await registerOf(runner) };
}

describe('a desk', () => {
  it.each([
    ['a date', [withCell(REGISTER, 3, 5, { serial: 46_300 }), JOURNAL]],
    ['a level that is not known', [withCell(REGISTER, 4, 4, 'усиленный'), JOURNAL]],
    ['a visit of another family', [REGISTER, withCell(JOURNAL, 5, 0, '77/26')]],
    ['a curator', [withCell(REGISTER, 2, 3, 'Белова А. А.'), JOURNAL]],
    ['a heading', [withCell(REGISTER, 1, 5, 'Дата рождения заявителя'), JOURNAL]],
    ['a total', [withCell(REGISTER, 7, 0, 'Итого'), JOURNAL]],
    ['a row that was appended', [{ ...REGISTER, rows: [...REGISTER.rows, { row: 8, cells: ['8/26'] }] }, JOURNAL]],
    ['a sheet that has gone', [REGISTER]],
    ['sheets in another order', [JOURNAL, REGISTER]],
  ])('says after the edit of %s what a fresh one says', async (_, sheets) => {
    const runner = createTestingCheckRunner();
    await runner.putSheets([REGISTER, JOURNAL], ['Реестр', 'Журнал']);
    await runner.run(REQUEST);
    await runner.upcoming();
    await runner.putSheets(
      sheets,
      sheets.map(({ name }) => name),
    );
    const outcome = await runner.run(REQUEST);
    const told = { ...outcome, upcoming: await runner.upcoming(), register: await registerOf(runner) };
    expect(told).toEqual(await freshly(sheets));
  });

  it('judges everything anew on another day', async () => {
    const runner = createTestingCheckRunner();
    await runner.putSheets([REGISTER, JOURNAL], ['Реестр', 'Журнал']);
    await runner.run(REQUEST);
    const later = { ...REQUEST, asOf: REQUEST.asOf + 400 };
    const edited = withCell(REGISTER, 3, 4, 'кризисный');
    await runner.putSheets([edited], ['Реестр', 'Журнал']);
    const outcome = await runner.run(later);
    expect({ ...outcome, upcoming: await runner.upcoming(), register: await registerOf(runner) }).toEqual(
      await freshly([edited, JOURNAL], later),
    );
  });
});

describe('what has changed in a sheet', () => {
  it('is the rows that hold something else', () => {
    expect(rowEdits(REGISTER, withCell(REGISTER, 3, 4, 'кризисный'))?.map(({ row }) => row)).toEqual([3]);
    expect(rowEdits(REGISTER, withCell(REGISTER, 3, 4, 'базовый'))).toEqual([]);
  });

  it.each([
    ['a row more', { ...REGISTER, rows: [...REGISTER.rows, { row: 9, cells: ['9'] }] }],
    ['a row at another place', { ...REGISTER, rows: REGISTER.rows.with(6, { row: 9, cells: ['9'] }) }],
    ['merged cells', { ...REGISTER, merges: [{ top: 2, left: 0, bottom: 3, right: 0 }] }],
    ['a hidden column', { ...REGISTER, hiddenColumns: new Set([2]) }],
    ['a hidden sheet', { ...REGISTER, visibility: 'hidden' as const }],
  ])('is the whole sheet with %s', (_, sheet) => {
    expect(rowEdits(REGISTER, sheet)).toBeNull();
  });
});
