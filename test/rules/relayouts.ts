/** Ways in which the same register can lie in a workbook, each with the way back to the cells it lay in before. */
import type { CellAddress } from '../../shared/domain/cell-address.ts';
import type { CellValue, SheetCells, SheetRow } from '../../shared/domain/sheet-cells.ts';
import type { Random } from '../../scripts/samples/invented-families.ts';

export interface Relayout {
  readonly sheets: readonly SheetCells[];
  /** Where a cell of the new workbook lay in the old one. */
  readonly back: (cell: CellAddress) => CellAddress;
}

/** A change of one sheet; the random numbers are its own. */
export type Change = (sheets: readonly SheetCells[], random: Random) => Relayout;

function shuffled(count: number, random: Random): readonly number[] {
  const order = Array.from({ length: count }, (_, index) => index);
  for (let index = count - 1; index > 0; index -= 1) {
    const other = random(index + 1);
    [order[index], order[other]] = [order[other] ?? 0, order[index] ?? 0];
  }
  return order;
}

const widthOf = ({ rows }: SheetCells): number => Math.max(0, ...rows.map(({ cells }) => cells.length));

/** Moves each sheet by itself. `columnOf` gives the new column of an old one, `rowOf` likewise; `more` are rows to add. */
function moved(
  sheets: readonly SheetCells[],
  plan: (sheet: SheetCells) => {
    readonly columnOf?: (column: number) => number;
    readonly rowOf?: (row: number) => number;
    readonly more?: readonly SheetRow[];
  },
): Relayout {
  const origins = new Map<string, CellAddress>();
  const next = sheets.map((sheet) => {
    const { columnOf = (column) => column, rowOf = (row) => row, more = [] } = plan(sheet);
    const width = widthOf(sheet);
    const rows = sheet.rows.map((line): SheetRow => {
      const cells: CellValue[] = [];
      for (let column = 0; column < width; column += 1) {
        const to = columnOf(column);
        while (cells.length <= to) cells.push(null);
        cells[to] = line.cells[column] ?? null;
        const origin = { sheet: sheet.name, row: line.row, column };
        origins.set(`${sheet.name}|${rowOf(line.row)}|${to}`, origin);
      }
      return { ...line, row: rowOf(line.row), cells };
    });
    return { ...sheet, rows: [...rows, ...more].toSorted((a, b) => a.row - b.row) };
  });
  return { sheets: next, back: (cell) => origins.get(`${cell.sheet}|${cell.row}|${cell.column}`) ?? cell };
}

const permuteColumns: Change = (sheets, random) =>
  moved(sheets, (sheet) => {
    const order = shuffled(widthOf(sheet), random);
    return { columnOf: (column) => order[column] ?? column };
  });

/** The table begins at C9, under nothing. */
const shiftToC9: Change = (sheets) =>
  moved(sheets, () => ({ columnOf: (column) => column + 2, rowOf: (row) => row + 8 }));

const insertBlankRows: Change = (sheets, random) =>
  moved(sheets, () => {
    const places = [2 + random(6), 9 + random(6)];
    return { rowOf: (row) => row + places.filter((place) => row > place).length * 2 };
  });

const hideRows: Change = (sheets, random) => ({
  sheets: sheets.map((sheet) => ({
    ...sheet,
    rows: sheet.rows.map((row) => (row.row > 1 && random(3) === 0 ? { ...row, hidden: true } : row)),
  })),
  back: (cell) => cell,
});

const addTitle: Change = (sheets) =>
  moved(sheets, ({ name }) => ({
    rowOf: (row) => row + 3,
    more: [{ row: 1, cells: [`Отделение сопровождения, ${name.toLowerCase()}`] }],
  }));

const renameSheets: Change = (sheets) => {
  const old = new Map(sheets.map(({ name }, index) => [`Лист${index + 1}`, name]));
  return {
    sheets: sheets.map((sheet, index) => ({ ...sheet, name: `Лист${index + 1}` })),
    back: (cell) => ({ ...cell, sheet: old.get(cell.sheet) ?? cell.sheet }),
  };
};

function note(name: string, ...lines: readonly (readonly CellValue[])[]): SheetCells {
  const rows = lines.map((cells, index) => ({ row: index + 1, cells }));
  return { name, visibility: 'visible', rows, merges: [], hiddenColumns: new Set() };
}

const addUnrelatedSheets: Change = (sheets) => {
  const shopping = note('Закупки', ['Что', 'Сколько'], ['бумага', 12], ['папки', 30]);
  const words = note('Памятка', ['Сохранять файл каждый вечер'], [], ['Копию отдавать заведующей']);
  return { sheets: [words, ...sheets, shopping], back: (cell) => cell };
};

/** Part of the register under a heading of its own; numbers may begin anew there. */
export const insertSections: Change = (sheets, random) =>
  moved(sheets, ({ rows }) => {
    const places = [2, 4 + random(rows.length)];
    const rowOf = (row: number): number => row + places.filter((place) => row >= place).length;
    const more = places.map((place, index) => ({ row: rowOf(place) - 1, cells: [`Раздел ${index + 1}`] }));
    return { rowOf, more: more.filter(({ row }) => row > 1) };
  });

/** Changes of layout that may not move, add or take a finding. */
export const LAYOUTS: Readonly<Record<string, Change>> = {
  'columns in another order': permuteColumns,
  'the table at C9': shiftToC9,
  'blank rows': insertBlankRows,
  'hidden rows': hideRows,
  'a title above': addTitle,
  'other sheet names': renameSheets,
  'unrelated sheets': addUnrelatedSheets,
};

/** Rows below the first one in another order. */
export const shuffleRows: Change = (sheets, random) =>
  moved(sheets, ({ rows }) => {
    const order = shuffled(rows.length - 1, random);
    return { rowOf: (row) => (row === 1 ? 1 : (order[row - 2] ?? 0) + 2) };
  });

export const reverseSheets: Change = (sheets) => ({ sheets: sheets.toReversed(), back: (cell) => cell });
