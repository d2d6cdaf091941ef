/** What stands in the cells that are to be written, and why some of them must not be. */
import type { CellAddress } from '../../shared/domain/cell-address.ts';
import { areaOfCell } from '../engine/cell-area.ts';
import { MAX_COLUMNS, MAX_ROWS } from '../engine/excel-limits.ts';
import type { CellEdit, EditOutcome } from '../engine/workbook-port.ts';
import type { CellBefore } from './cell-entry.ts';
import { areasOfAddresses } from './range-address.ts';
import { rangeOver } from './sheet-outline.ts';

export type Refusal = Extract<EditOutcome, { ok: false }>['code'];

/** A cell that may be written. */
export interface Writable {
  readonly edit: CellEdit;
  readonly before: CellBefore;
  readonly sheetId: string;
}

/** What to load of a cell to know its state. */
export const CELL_STATE = 'values,formulas,numberFormat';

/**
 * Asks in one batch. Refused are cells outside of the sheet or under a merged area (`gone`), locked ones of a protected
 * sheet (`protected`), and those in rows that a filter hides (`filtered`): nothing is changed out of sight.
 */
export async function askBefore(
  context: Excel.RequestContext,
  edits: readonly CellEdit[],
): Promise<readonly (Writable | Refusal)[]> {
  const sheets = new Map<string, SheetQuestion>();
  const cells = edits.map(({ cell }) => {
    if (!isOnSheet(cell)) return null;
    let question = sheets.get(cell.sheet);
    if (!question) sheets.set(cell.sheet, (question = askSheet(context, cell.sheet)));
    return askCell(question.sheet, cell);
  });
  await context.sync();
  return edits.map((edit, index) => {
    const asked = cells[index];
    const question = sheets.get(edit.cell.sheet);
    if (!asked || !question || question.sheet.isNullObject) return 'gone';
    const refusal = refusalOf(edit.cell, asked, question);
    return refusal ?? { edit, before: stateOf(asked.range), sheetId: question.sheet.id };
  });
}

interface SheetQuestion {
  readonly sheet: Excel.Worksheet;
  readonly tables: Excel.TableCollection;
}

interface CellQuestion {
  readonly range: Excel.Range;
  readonly merged: Excel.RangeAreas;
}

function askSheet(context: Excel.RequestContext, name: string): SheetQuestion {
  const sheet = context.workbook.worksheets.getItemOrNullObject(name);
  sheet.load('id');
  sheet.protection.load('protected');
  sheet.autoFilter.load('isDataFiltered');
  const { tables } = sheet;
  tables.load('items/autoFilter/isDataFiltered');
  return { sheet, tables };
}

function askCell(sheet: Excel.Worksheet, cell: CellAddress): CellQuestion {
  const range = oneCell(sheet, cell);
  range.load(`${CELL_STATE},rowHidden`);
  range.format.protection.load('locked');
  const merged = range.getMergedAreasOrNullObject();
  merged.load('address');
  return { range, merged };
}

function refusalOf(cell: CellAddress, { range, merged }: CellQuestion, question: SheetQuestion): Refusal | null {
  if (!merged.isNullObject && areasOfAddresses(merged.address).some((area) => isCovered(cell, area))) return 'gone';
  const { sheet, tables } = question;
  if (sheet.protection.protected && range.format.protection.locked !== false) return 'protected';
  const isFiltered =
    sheet.autoFilter.isDataFiltered || tables.items.some(({ autoFilter }) => autoFilter.isDataFiltered);
  return range.rowHidden && isFiltered ? 'filtered' : null;
}

function isCovered({ row, column }: CellAddress, area: { readonly top: number; readonly left: number }): boolean {
  return area.top !== row || area.left !== column;
}

function isOnSheet({ row, column }: CellAddress): boolean {
  const areWhole = Number.isInteger(row) && Number.isInteger(column);
  return areWhole && row >= 1 && row <= MAX_ROWS && column >= 0 && column < MAX_COLUMNS;
}

/** The range over one cell. */
export function oneCell(sheet: Excel.Worksheet, cell: CellAddress): Excel.Range {
  return rangeOver(sheet, areaOfCell(cell));
}

/** The state of a single cell whose CELL_STATE is loaded. */
export function stateOf(range: Excel.Range): CellBefore {
  const numberFormat: unknown = range.numberFormat[0]?.[0];
  return {
    value: range.values[0]?.[0],
    formula: range.formulas[0]?.[0],
    numberFormat: typeof numberFormat === 'string' ? numberFormat : 'General',
  };
}
