/** Sheets written down in tests: rows of values, merged areas by address, and the reading of them. */
import { cellOfA1, columnIndex } from '../domain/cell-address.ts';
import { dayOfIso, isoOf, serialOf } from '../domain/day.ts';
import type { CellArea, CellDate, CellValue, SheetCells, SheetVisibility } from '../domain/sheet-cells.ts';
import { readWorkbook } from './read-workbook.ts';
import type { ReadOptions } from './read-workbook.ts';
import type { Reading } from './reading.ts';
import { TESTING_PACK } from './testing-pack.ts';

export const AS_OF = dayOfIso('2026-10-31') ?? 0;

/** A real date cell. */
export function date(iso: string): CellDate {
  return { serial: serialOf(dayOfIso(iso) ?? Number.NaN) };
}

export interface SheetOptions {
  readonly name?: string;
  /** "A1:C1", "B3:B5". */
  readonly merges?: readonly string[];
  /** Where the first value of the first row stands: "C9". */
  readonly at?: string;
  readonly hiddenColumns?: readonly string[];
  readonly hiddenRows?: readonly number[];
  readonly visibility?: SheetVisibility;
}

/** A sheet of rows; an empty array is an empty row. */
export function sheet(rows: readonly (readonly (CellValue | undefined)[])[], options: SheetOptions = {}): SheetCells {
  const start = cellOfA1(options.at ?? 'A1') ?? { row: 1, column: 0 };
  return {
    name: options.name ?? 'Лист1',
    visibility: options.visibility ?? 'visible',
    rows: rows
      .map((cells, at) => ({
        row: start.row + at,
        cells: [...Array.from({ length: start.column }, () => null), ...cells],
        ...(options.hiddenRows?.includes(start.row + at) ? { hidden: true } : {}),
      }))
      .filter((row) => row.cells.some((cell) => cell !== null && cell !== undefined)),
    merges: (options.merges ?? []).map(area),
    hiddenColumns: new Set((options.hiddenColumns ?? []).map(columnIndex)),
  };
}

/** A heading of registers, with lines of families under it; tests add the columns that they are about. */
export const HEAD: readonly string[] = [
  '№ п/п',
  '№ дела',
  'ФИО заявителя',
  'Категория семьи',
  'Уровень',
  'Куратор',
  'Дата договора',
];

/** The line of a family under `HEAD`. */
export function family(no: number): readonly CellValue[] {
  return [no, `${no}/25`, `Белова А.${no === 1 ? 'П' : 'И'}.`, 'СОП', 'базовый', 'Осипова О.И.', date('2025-02-01')];
}

function area(address: string): CellArea {
  const [from = '', to = from] = address.split(':');
  const first = cellOfA1(from) ?? { row: 1, column: 0 };
  const last = cellOfA1(to) ?? first;
  return { top: first.row, left: first.column, bottom: last.row, right: last.column };
}

/** Reads sheets with the testing pack for 31.10.2026. */
export function read(sheets: readonly SheetCells[], options: Partial<ReadOptions> = {}): Reading {
  return readWorkbook(sheets, { pack: TESTING_PACK, asOf: AS_OF, ...options });
}

/** A value as tests compare it: days as ISO texts, codes as codes, unreadable as "?". */
export function shown(value: unknown, isDay = false): unknown {
  if (typeof value === 'number') return Number.isNaN(value) ? '?' : isDay ? isoOf(value) : value;
  if (Array.isArray(value)) return value.map((one) => shown(one, isDay));
  if (typeof value !== 'object' || value === null) return value;
  if ('code' in value) return value.code;
  if ('day' in value && 'level' in value) return [shown(value.day, true), shown(value.level)];
  if ('birthDate' in value && 'name' in value) return [value.name, shown(value.birthDate, true)];
  return value;
}
