/**
 * Puts changed cells into the text of a sheet part and leaves every other letter as it is. Texts are written into the
 * cell itself (inline), so that the shared strings stay untouched and no text can become a formula.
 */
import { a1, cellOfA1 } from '../../shared/domain/cell-address.ts';
import { isCellDate } from '../../shared/domain/sheet-cells.ts';
import { DAYS_1904 } from '../engine/excel-limits.ts';
import { cellText } from './cell-text.ts';
import { areaAround } from './grid.ts';
import type { ChangedCell } from './loaded-file.ts';
import { movedMasters } from './shared-formulas.ts';
import type { CellPlace, RowPlace, SheetPlaces } from './sheet-places.ts';
import { findPlaces } from './sheet-places.ts';
import type { Patch } from './text-splice.ts';
import { spliced } from './text-splice.ts';
import { escapeXml } from './xml-scanner.ts';

export interface SheetPatchOptions {
  readonly isDate1904: boolean;
  /** The index in the file of a format that was made for dates. */
  readonly formatInFile: (format: number) => number;
}

type CellXml = (change: ChangedCell, old?: CellPlace) => string;

/** The sheet's text with the changes in it. */
export function patchSheet(text: string, changes: readonly ChangedCell[], options: SheetPatchOptions): string {
  const sorted = changes.toSorted((a, b) => a.row - b.row || a.column - b.column);
  const byRow = Map.groupBy(sorted, ({ row }) => row);
  const places = findPlaces(text, byRow);
  const { prefix } = places;
  const xmlOf: CellXml = (change, old) => cellXml(change, prefix, options, old);
  const rowsByNumber = Map.groupBy(places.rows, ({ row }) => row);
  const newRows: { readonly row: number; readonly text: string }[] = [];
  const patches: Patch[] = [...movedMasters(places.sharedFormulas, changes, prefix), ...grownDimension(places, sorted)];
  for (const [row, cells] of byRow) {
    const rows = rowsByNumber.get(row) ?? [];
    if (rows.length > 0) patches.push(...rowPatches(text, rows, cells, { xmlOf, prefix }));
    else {
      const inside = cells.map((cell) => xmlOf(cell)).join('');
      newRows.push({ row, text: `<${prefix}row r="${row}">${inside}</${prefix}row>` });
    }
  }
  return spliced(text, [...patches, ...newRowPatches(places, newRows)]);
}

/** What a cell becomes. Its format stays unless the change names one; formula and metadata go. */
function cellXml(change: ChangedCell, prefix: string, options: SheetPatchOptions, old?: CellPlace): string {
  const format = change.format === undefined ? old?.format : String(options.formatInFile(change.format));
  const open = `<${prefix}c r="${a1(change.row, change.column)}"${format === undefined ? '' : ` s="${escapeXml(format)}"`}`;
  const { value } = change;
  if (value === null) return `${open}/>`;
  if (typeof value === 'string') {
    const content = `<${prefix}is><${prefix}t xml:space="preserve">${cellText(value)}</${prefix}t></${prefix}is>`;
    return `${open} t="inlineStr">${content}</${prefix}c>`;
  }
  const number = isCellDate(value) ? value.serial - (options.isDate1904 ? DAYS_1904 : 0) : Number(value);
  return `${open}><${prefix}v>${number}</${prefix}v></${prefix}c>`;
}

interface RowContext {
  readonly xmlOf: CellXml;
  readonly prefix: string;
}

function rowPatches(
  text: string,
  rows: readonly RowPlace[],
  cells: readonly ChangedCell[],
  context: RowContext,
): readonly Patch[] {
  const patches: Patch[] = [];
  const added: ChangedCell[] = [];
  for (const cell of cells) {
    const old = rows.flatMap((row) => row.cells.filter(({ column }) => column === cell.column));
    for (const place of old) patches.push({ from: place.from, to: place.to, text: context.xmlOf(cell, place) });
    if (old.length === 0) added.push(cell);
  }
  const target = rows.at(-1);
  if (target && added.length > 0) patches.push(...intoRow(text, target, added, context));
  return patches;
}

/** New cells of a row that is there: each before the first cell to its right. */
function intoRow(
  text: string,
  row: RowPlace,
  added: readonly ChangedCell[],
  { xmlOf, prefix }: RowContext,
): readonly Patch[] {
  const startTag = text.slice(row.from, row.openTo).replace(/\sspans\s*=\s*("[^"]*"|'[^']*')/, '');
  if (row.isEmpty) {
    const open = startTag.replace(/\s*\/>$/, '>');
    const inside = added.map((cell) => xmlOf(cell)).join('');
    return [{ from: row.from, to: row.openTo, text: `${open}${inside}</${prefix}row>` }];
  }
  const cells = added.map((cell) => {
    const at = row.cells.find(({ column }) => column > cell.column)?.from ?? row.closeFrom;
    return { from: at, to: at, text: xmlOf(cell) };
  });
  return [{ from: row.from, to: row.openTo, text: startTag }, ...cells];
}

/** New rows, each before the first row below it. */
function newRowPatches(
  places: SheetPlaces,
  rows: readonly { readonly row: number; readonly text: string }[],
): readonly Patch[] {
  if (rows.length === 0) return [];
  const { from, to, isEmpty, closeFrom } = places.sheetData;
  if (isEmpty) {
    const inside = rows.map((row) => row.text).join('');
    return [{ from, to, text: `<${places.prefix}sheetData>${inside}</${places.prefix}sheetData>` }];
  }
  return rows.map(({ row, text }) => {
    const at = places.allRows.find((other) => other.row > row)?.from ?? closeFrom;
    return { from: at, to: at, text };
  });
}

/** The range that the sheet declares, widened where a change lies outside of it. */
function grownDimension({ dimension, prefix }: SheetPlaces, changes: readonly ChangedCell[]): readonly Patch[] {
  const [from = '', to = from] = dimension?.ref.split(':') ?? [];
  const start = cellOfA1(from);
  const end = cellOfA1(to);
  if (!dimension || !start || !end) return [];
  const { top, left, bottom, right } = areaAround([...changes, start, end]);
  const first = a1(top, left);
  const last = a1(bottom, right);
  if (first === a1(start.row, start.column) && last === a1(end.row, end.column)) return [];
  return [{ from: dimension.from, to: dimension.to, text: `<${prefix}dimension ref="${first}:${last}"/>` }];
}
