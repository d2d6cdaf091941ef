/** Labels with their values beside them, as cards and forms about one family have them. */
import type { CellValue, SheetRow } from '../domain/sheet-cells.ts';
import { headingLikeness, matchHeading } from './heading-match.ts';
import { cellText, filled } from './sheet-grid.ts';
import type { SheetGrid } from './sheet-grid.ts';

/** A label, and the cell to the right of it. */
export interface LabelledCell {
  readonly label: string;
  readonly row: number;
  /** The column of the value. */
  readonly column: number;
  /** Null when there is no value. */
  readonly value: CellValue;
  /** No colon says that a value belongs there, and there is none. */
  readonly isAlone: boolean;
}

/** No card has more rows than this, and no sheet of cards. */
const MOST_ROWS = 5_000;
const LIKE_A_LABEL = 0.6;

/** All labels of a sheet with their values, top to bottom. Rows that are headings of tables have none. */
export function labelledCells(grid: SheetGrid): readonly LabelledCell[] {
  if (grid.rows.length > MOST_ROWS) return [];
  const found = grid.rows.flatMap((row) => labelsOf(grid, row));
  // A text alone in its row is a title before the first label with a value, and after the last one.
  const first = found.findIndex(({ isAlone }) => !isAlone);
  const last = found.findLastIndex(({ isAlone }) => !isAlone);
  return first < 0 ? [] : found.slice(first, last + 1);
}

/** Fewer lines than this say nothing about where the families stand. */
const FEWEST_LINES = 4;

/** True where every family has a column of its own: each line names one thing and gives it for two families or more. */
export function standInColumns(grid: SheetGrid): boolean {
  const lines = grid.rows.slice(0, MOST_ROWS).flatMap(({ cells }) => {
    const [label, ...values] = cells.map(filled).filter((cell) => cell !== null);
    const isLine = typeof label === 'string' && isLabel(label) && values.length > 1;
    return isLine && !values.some((value) => typeof value === 'string' && isLabel(value)) ? [{ label, values }] : [];
  });
  return lines.length >= FEWEST_LINES && lines.some(({ label }) => namesFamily(label));
}

function namesFamily(label: string): boolean {
  const field = matchHeading([label], 'families')[0]?.field;
  return field === 'caseNo' || field?.startsWith('applicant') === true;
}

function labelsOf(grid: SheetGrid, row: SheetRow): readonly LabelledCell[] {
  const columns = [...row.cells.keys()].filter((column) => filled(row.cells[column]) !== null);
  if (columns.length > 8) return [];
  const found: LabelledCell[] = [];
  for (let at = 0; at < columns.length; at += 1) {
    const column = columns[at] ?? 0;
    const text = row.cells[column];
    if (typeof text !== 'string' || !isLabel(text)) continue;
    const next = columns[at + 1];
    const value = next === undefined ? null : filled(row.cells[next]);
    const isValue = value !== null && !(typeof value === 'string' && isLabel(value));
    if (value !== null && !isValue && !text.trim().endsWith(':')) return [];
    const own = grid.areaAt(row.row, column)?.right ?? column;
    found.push({
      label: text.trim().replace(/:$/u, '').trim(),
      row: row.row,
      column: isValue && next !== undefined ? next : own + 1,
      value: isValue ? value : null,
      isAlone: !isValue && !text.trim().endsWith(':'),
    });
    if (isValue) at += 1;
  }
  return found;
}

function isLabel(text: string): boolean {
  const plain = text.trim();
  if (plain.length > 120 || !/\p{L}/u.test(plain)) return false;
  return headingLikeness(plain.replace(/:$/u, '')) >= LIKE_A_LABEL;
}

/** True for a text that is a label and its value in one: «Куратор: Осипова О.И.». */
export function isLabelWithValue(cell: CellValue | undefined): boolean {
  const label = /^([^:]{3,60}):\s*\S/u.exec(cellText(cell))?.[1];
  return label !== undefined && isLabel(label);
}
