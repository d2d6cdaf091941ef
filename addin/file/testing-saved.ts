/** Writes edits into a package, saves a copy, and tells what has changed in it. */
import { cellOfA1 } from '../../shared/domain/cell-address.ts';
import type { CellValue } from '../../shared/domain/sheet-cells.ts';
import type { CellEdit, EditOutcome } from '../engine/workbook-port.ts';
import type { FileWorkbook } from './file-workbook.ts';
import { openWorkbook } from './open-workbook.ts';
import type { TestPackage } from './test-package.ts';
import { packageOf, textsOf } from './test-package.ts';

export const data = (xml: string): string => `<sheetData>${xml}</sheetData>`;
export const edit = (address: string, value: CellEdit['value'], sheet = 'A'): CellEdit => ({
  cell: { sheet, ...(cellOfA1(address) ?? { row: 0, column: 0 }) },
  value,
});
export const text = (address: string, value: string): CellEdit => edit(address, { kind: 'text', text: value });

interface Saved {
  readonly workbook: FileWorkbook;
  readonly outcomes: readonly EditOutcome[];
  readonly before: Readonly<Record<string, string>>;
  readonly after: Readonly<Record<string, string>>;
  readonly sheet: string;
  readonly copy: FileWorkbook;
}

/** Opens a package as «a.xlsx», writes the edits, saves a copy, and opens that. */
export async function saved(book: TestPackage, edits: readonly CellEdit[]): Promise<Saved> {
  const bytes = packageOf(book);
  const workbook = await openWorkbook('a.xlsx', bytes);
  const outcomes = await workbook.write(edits);
  const copyBytes = await workbook.saveCopy();
  const [before, after] = [textsOf(bytes), textsOf(copyBytes)];
  const copy = await openWorkbook('a.xlsx', copyBytes);
  return { workbook, outcomes, before, after, copy, sheet: after['xl/worksheets/sheet1.xml'] ?? '' };
}

export const changedParts = ({ before, after }: Saved): readonly string[] =>
  [...new Set([...Object.keys(before), ...Object.keys(after)])].filter((name) => before[name] !== after[name]);
export const inside = (sheet: string): string => /<sheetData>(.*)<\/sheetData>/s.exec(sheet)?.[1] ?? '';

/** What a cell of the first sheet holds; null for an empty one. */
export async function valueOf(workbook: FileWorkbook, address: string): Promise<CellValue> {
  const place = cellOfA1(address);
  const [sheet] = await workbook.readCells();
  return sheet?.rows.find(({ row }) => row === place?.row)?.cells[place?.column ?? 0] ?? null;
}
