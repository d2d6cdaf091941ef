/**
 * How large the sheets are, asked before any cell is. A stray format or value can blow a used range up to
 * 1,048,576 × 16,384; then the values are looked for by dividing the range and asking each part for its size.
 */
import type { CellArea, SheetVisibility } from '../../shared/domain/sheet-cells.ts';
import { WorkbookError } from '../engine/workbook-port.ts';
import { visibilityOf } from './sheet-catalogue.ts';

/** One sheet before its cells are read. */
export interface SheetOutline {
  readonly name: string;
  readonly visibility: SheetVisibility;
  readonly position: number;
  readonly isProtected: boolean;
  /** The areas that hold all values, from top to bottom; none for an empty sheet. */
  readonly areas: readonly CellArea[];
  /** Whether there are hidden rows or columns in the used range. */
  readonly hasHiddenRows: boolean;
  readonly hasHiddenColumns: boolean;
}

/** More cells than a register can have: above it the range is divided. */
const MAX_CELLS = 3_000_000;
/** Parts as small as this are read as they are. */
const SMALL_PART = 50_000;
const PARTS = 64;
const MAX_PARTS = 2_000;
const MAX_ROUNDS = 6;
const SIZE = 'rowIndex,columnIndex,rowCount,columnCount';

/** Outlines of the sheets named. Rejects with sheet-missing, or with too-large when the values cannot be read at all. */
export async function askOutlines(
  context: Excel.RequestContext,
  names: readonly string[],
): Promise<readonly SheetOutline[]> {
  const asked = names.map((name) => {
    const sheet = context.workbook.worksheets.getItemOrNullObject(name);
    sheet.load('name,visibility,position');
    sheet.protection.load('protected');
    const used = sheet.getUsedRangeOrNullObject(true);
    used.load(`${SIZE},rowHidden,columnHidden`);
    return { sheet, used };
  });
  await context.sync();
  const outlines: SheetOutline[] = [];
  for (const { sheet, used } of asked) {
    if (sheet.isNullObject) throw new WorkbookError('sheet-missing');
    // Only a blown-up sheet asks again, and each answer decides the next question.
    outlines.push(await outlineOf(context, sheet, used));
  }
  return outlines.toSorted((a, b) => a.position - b.position);
}

async function outlineOf(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  used: Excel.Range,
): Promise<SheetOutline> {
  const whole = used.isNullObject ? null : areaOf(used);
  return {
    name: sheet.name,
    visibility: visibilityOf(sheet.visibility),
    position: sheet.position,
    isProtected: sheet.protection.protected,
    areas: whole ? await areasWithValues(context, sheet, whole) : [],
    hasHiddenRows: whole !== null && used.rowHidden !== false,
    hasHiddenColumns: whole !== null && used.columnHidden !== false,
  };
}

async function areasWithValues(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  whole: CellArea,
): Promise<readonly CellArea[]> {
  let areas: readonly CellArea[] = [whole];
  for (let round = 0; cellsIn(areas) > MAX_CELLS; round += 1) {
    const parts = areas.flatMap((area) => (cellsIn([area]) > SMALL_PART ? divided(area) : [area]));
    if (round === MAX_ROUNDS || parts.length > MAX_PARTS) throw new WorkbookError('too-large');
    const asked = parts.map((part) => {
      const used = rangeOver(sheet, part).getUsedRangeOrNullObject(true);
      used.load(SIZE);
      return used;
    });
    // Each answer decides the next question.
    await context.sync();
    areas = asked.filter((used) => !used.isNullObject).map(areaOf);
  }
  return areas;
}

function divided(area: CellArea): readonly CellArea[] {
  const rows = area.bottom - area.top + 1;
  const isTall = rows >= PARTS;
  const step = Math.ceil((isTall ? rows : area.right - area.left + 1) / PARTS);
  const parts: CellArea[] = [];
  if (isTall) {
    for (let top = area.top; top <= area.bottom; top += step) {
      parts.push({ ...area, top, bottom: Math.min(top + step - 1, area.bottom) });
    }
    return parts;
  }
  for (let left = area.left; left <= area.right; left += step) {
    parts.push({ ...area, left, right: Math.min(left + step - 1, area.right) });
  }
  return parts;
}

/** How many cells the areas hold together. */
export function cellsIn(areas: readonly CellArea[]): number {
  return areas.reduce((sum, { top, left, bottom, right }) => sum + (bottom - top + 1) * (right - left + 1), 0);
}

function areaOf(range: Excel.Range): CellArea {
  const top = range.rowIndex + 1;
  const left = range.columnIndex;
  return { top, left, bottom: top + range.rowCount - 1, right: left + range.columnCount - 1 };
}

/** The range over an area. */
export function rangeOver(sheet: Excel.Worksheet, { top, left, bottom, right }: CellArea): Excel.Range {
  return sheet.getRangeByIndexes(top - 1, left, bottom - top + 1, right - left + 1);
}
