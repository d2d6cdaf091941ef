/** Range and RangeAreas as the host shows them. */
import type { CellArea } from '../../shared/domain/sheet-cells.ts';
import { areaOfAddress, fullAddress } from './addresses.ts';
import { conditionalFormatsObject } from './conditional-format-object.ts';
import { enterValue } from './enter-value.ts';
import type { ExcelState } from './excel-state.ts';
import { HostError, NotInHost, NULL_OBJECT, type HostObject } from './host-object.ts';
import { cellAt, LAST_COLUMN, LAST_ROW, overlaps, putCell, usedArea } from './host-workbook.ts';
import type { HostCell, HostSheet } from './host-workbook.ts';

/** A read of more cells than this may silently give null, says the documentation. */
const MAX_CELLS = 5_000_000;
/** More merged areas than this in one range cannot be asked for, says the documentation. */
const MAX_MERGES = 512;

/** The range over an area of a sheet; refuses areas outside it. */
export function rangeObject(state: ExcelState, sheet: HostSheet, area: CellArea): HostObject {
  if (area.top < 1 || area.left < 0 || area.bottom > LAST_ROW || area.right > LAST_COLUMN) {
    throw new HostError('InvalidArgument', 'the range lies outside the sheet');
  }
  return {
    kind: 'Range',
    identity: {},
    properties: rangeProperties(sheet, area),
    navigation: {
      Worksheet: () => state.sheetObject(sheet),
      ConditionalFormats: () => conditionalFormatsObject(state, sheet, [area]),
      Format: () => formatObject(sheet, area),
    },
    setters: {
      Values: (value) => enterAll(state, sheet, area, value),
      Formulas: (value) => enterAll(state, sheet, area, value),
      NumberFormat: (value) => setFormats(state, sheet, area, value),
      Hyperlink: (value) => setLink(state, sheet, area, value),
    },
    methods: rangeMethods(state, sheet, area),
  };
}

function rangeProperties(sheet: HostSheet, area: CellArea): Readonly<Record<string, () => unknown>> {
  const read = (pick: (cell: HostCell) => unknown) => () => grid(sheet, area, pick);
  return {
    Address: () => fullAddress(sheet.name, area),
    RowIndex: () => area.top - 1,
    ColumnIndex: () => area.left,
    RowCount: () => area.bottom - area.top + 1,
    ColumnCount: () => area.right - area.left + 1,
    Values: read((cell) => cell.value),
    Formulas: read((cell) => cell.formula ?? cell.value),
    NumberFormat: read((cell) => cell.numberFormat),
    RowHidden: () => oneOrNull(sheet.hiddenRows, area.top, area.bottom),
    ColumnHidden: () => oneOrNull(sheet.hiddenColumns, area.left, area.right),
  };
}

function rangeMethods(state: ExcelState, sheet: HostSheet, area: CellArea): NonNullable<HostObject['methods']> {
  return {
    GetUsedRangeOrNullObject: ([valuesOnly]) => usedRangeObject(state, sheet, area, valuesOnly === true),
    GetMergedAreasOrNullObject: () => {
      const merges = sheet.merges.filter((merge) => overlaps(merge, area));
      if (merges.length > MAX_MERGES) throw new HostError('GeneralException', 'more than 512 merged areas');
      return areasOrNull(state, sheet, merges);
    },
    GetSpecialCellsOrNullObject: ([type]) => {
      if (sheet.isProtected) throw new HostError('AccessDenied', 'special cells of a protected sheet');
      if (type !== 'Formulas') throw new NotInHost(`GetSpecialCells ${String(type)}`);
      return areasOrNull(state, sheet, formulaRuns(sheet, area));
    },
    GetRowProperties: () => span(area.top, area.bottom).map((row) => ({ rowHidden: sheet.hiddenRows.has(row) })),
    GetColumnProperties: () =>
      span(area.left, area.right).map((column) => ({ columnHidden: sheet.hiddenColumns.has(column) })),
    Select: () => state.select(sheet, area),
  };
}

/** The used range inside an area as an object, null when nothing is there. */
export function usedRangeObject(state: ExcelState, sheet: HostSheet, area: CellArea, valuesOnly: boolean): HostObject {
  const used = usedArea(sheet, area, valuesOnly);
  return used ? rangeObject(state, sheet, used) : NULL_OBJECT;
}

/** Several areas of one sheet as one object. */
export function rangeAreasObject(state: ExcelState, sheet: HostSheet, areas: readonly CellArea[]): HostObject {
  return {
    kind: 'RangeAreas',
    identity: {},
    properties: {
      Address: () => areas.map((area) => fullAddress(sheet.name, area)).join(','),
      AreaCount: () => areas.length,
    },
    navigation: { ConditionalFormats: () => conditionalFormatsObject(state, sheet, areas) },
  };
}

/** RangeAreas of "A1,B2:C3". Excel takes at most 8,192 characters. */
export function rangeAreasOf(state: ExcelState, sheet: HostSheet, address: unknown): HostObject {
  const text = String(address);
  if (text.length > 8192) throw new HostError('InvalidArgument', 'the address is longer than 8,192 characters');
  return rangeAreasObject(state, sheet, text.split(',').map(areaOfAddress));
}

function areasOrNull(state: ExcelState, sheet: HostSheet, areas: readonly CellArea[]): HostObject {
  return areas.length > 0 ? rangeAreasObject(state, sheet, areas) : NULL_OBJECT;
}

function formatObject(sheet: HostSheet, area: CellArea): HostObject {
  const protection: HostObject = {
    kind: 'FormatProtection',
    identity: {},
    properties: { Locked: () => cellAt(sheet, area.top, area.left).isLocked },
  };
  const look = (): void => {
    if (sheet.isProtected) throw new HostError('AccessDenied', 'looks of a protected sheet');
  };
  const font: HostObject = { kind: 'RangeFont', identity: {}, setters: { Bold: look } };
  return {
    kind: 'RangeFormat',
    identity: {},
    navigation: { Protection: () => protection, Font: () => font },
    setters: { ColumnWidth: look, WrapText: look, VerticalAlignment: look },
  };
}

function span(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}

function cellCount(area: CellArea): number {
  return (area.bottom - area.top + 1) * (area.right - area.left + 1);
}

function grid(sheet: HostSheet, area: CellArea, pick: (cell: HostCell) => unknown): unknown[][] | null {
  if (cellCount(area) > MAX_CELLS) return null;
  return span(area.top, area.bottom).map((row) =>
    span(area.left, area.right).map((column) => pick(cellAt(sheet, row, column))),
  );
}

function oneOrNull(hidden: ReadonlySet<number>, from: number, to: number): boolean | null {
  const count = [...hidden].filter((index) => index >= from && index <= to).length;
  if (count === 0) return false;
  return count === to - from + 1 ? true : null;
}

function formulaRuns(sheet: HostSheet, area: CellArea): CellArea[] {
  const runs: { top: number; left: number; bottom: number; right: number }[] = [];
  const open = new Map<number, { top: number; left: number; bottom: number; right: number }>();
  for (const row of [...sheet.cells.keys()].toSorted((a, b) => a - b)) {
    for (const [column, cell] of sheet.cells.get(row) ?? []) {
      const isInside = row >= area.top && row <= area.bottom && column >= area.left && column <= area.right;
      if (!isInside || cell.formula === null) continue;
      const last = open.get(column);
      if (last?.bottom === row - 1) last.bottom = row;
      else {
        const run = { top: row, left: column, bottom: row, right: column };
        open.set(column, run);
        runs.push(run);
      }
    }
  }
  return runs;
}

function forEachGiven(
  area: CellArea,
  given: unknown,
  act: (row: number, column: number, value: unknown) => void,
): void {
  const rows = area.bottom - area.top + 1;
  const columns = area.right - area.left + 1;
  const isGrid = Array.isArray(given);
  if (isGrid && (given.length !== rows || !given.every((row) => Array.isArray(row) && row.length === columns))) {
    throw new HostError('InvalidArgument', 'the array has another shape than the range');
  }
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      act(area.top + row, area.left + column, isGrid ? given[row][column] : given);
    }
  }
}

function enterAll(state: ExcelState, sheet: HostSheet, area: CellArea, given: unknown): void {
  state.refuseIfClosedToWriting();
  forEachGiven(area, given, (row, column, value) => {
    const cell = cellAt(sheet, row, column);
    if (sheet.isProtected && cell.isLocked) throw new HostError('AccessDenied', 'the cell is protected');
    if (isCovered(sheet, row, column)) return;
    const change = enterValue(cell, value);
    const result = state.workbook.results.get(change.formula ?? '');
    putCell(sheet, row, column, result === undefined ? change : { ...change, value: result });
  });
  state.changed(sheet, area);
}

function setFormats(state: ExcelState, sheet: HostSheet, area: CellArea, given: unknown): void {
  state.refuseIfClosedToWriting();
  forEachGiven(area, given, (row, column, value) => {
    if (sheet.isProtected) throw new HostError('AccessDenied', 'formats of a protected sheet');
    if (typeof value !== 'string') throw new HostError('InvalidArgument', 'a number format is text');
    putCell(sheet, row, column, { numberFormat: value });
  });
}

/** A link inside of the workbook; its text is entered like a typed one. */
function setLink(state: ExcelState, sheet: HostSheet, area: CellArea, given: unknown): void {
  const isLink = typeof given === 'object' && given !== null && 'documentReference' in given;
  if (!isLink) throw new HostError('InvalidArgument', 'a link needs a place');
  if ('textToDisplay' in given) enterAll(state, sheet, area, given.textToDisplay);
  putCell(sheet, area.top, area.left, { link: String(given.documentReference) });
}

/** Writing under a merged area is ignored: only its top left cell holds a value. */
function isCovered(sheet: HostSheet, row: number, column: number): boolean {
  const cell = { top: row, left: column, bottom: row, right: column };
  return sheet.merges.some((merge) => overlaps(merge, cell) && (merge.top !== row || merge.left !== column));
}
