/** Where in the text of a sheet part the rows and cells stand that are to be changed. */
import { cellOfA1 } from '../../shared/domain/cell-address.ts';
import type { XmlScanner } from './xml-scanner.ts';
import { xmlScanner } from './xml-scanner.ts';

export interface CellPlace {
  readonly row: number;
  readonly column: number;
  readonly from: number;
  to: number;
  /** The cell's format, as its attribute says; undefined when it says nothing. */
  readonly format: string | undefined;
}

export interface RowPlace {
  readonly row: number;
  readonly from: number;
  /** End of the start tag. */
  readonly openTo: number;
  readonly isEmpty: boolean;
  /** Where the close tag begins; equal to openTo for an empty row. */
  closeFrom: number;
  readonly cells: CellPlace[];
}

/** A formula that several cells share: the first has the text, the others only its number. */
export interface SharedFormula {
  readonly index: string;
  readonly row: number;
  readonly column: number;
  /** The f element. */
  readonly from: number;
  to: number;
  /** Text of the formula; undefined for a cell that only points at it. */
  text: string | undefined;
}

export interface SheetPlaces {
  /** "x:" where the sheet's tags have a prefix. */
  prefix: string;
  sheetData: { readonly from: number; readonly to: number; readonly isEmpty: boolean; closeFrom: number };
  /** The rows asked for, in the order of the text. */
  readonly rows: RowPlace[];
  /** Number and beginning of every row. */
  readonly allRows: { readonly row: number; readonly from: number }[];
  readonly sharedFormulas: SharedFormula[];
  dimension: { readonly from: number; readonly to: number; readonly ref: string } | null;
}

const NOWHERE = { from: 0, to: 0, isEmpty: false, closeFrom: 0 };

/** Walks through a sheet once. Addresses that are missing are counted on, as in reading. */
export function findPlaces(text: string, wanted: { readonly has: (row: number) => boolean }): SheetPlaces {
  const places: SheetPlaces = {
    prefix: '',
    sheetData: NOWHERE,
    rows: [],
    allRows: [],
    sharedFormulas: [],
    dimension: null,
  };
  const tag = xmlScanner(text);
  while (tag.next()) {
    if (tag.isClose) continue;
    if (tag.name === 'dimension') places.dimension = { from: tag.from, to: tag.to, ref: tag.attribute('ref') ?? '' };
    if (tag.name !== 'sheetData') continue;
    const { from, to, isEmpty } = tag;
    places.prefix = text.slice(from + 1, text.indexOf('sheetData', from));
    places.sheetData = { from, to, isEmpty, closeFrom: to };
    if (!isEmpty) findRows(tag, places, wanted);
    break;
  }
  return places;
}

function findRows(tag: XmlScanner, places: SheetPlaces, wanted: { readonly has: (row: number) => boolean }): void {
  let row = 0;
  let column = -1;
  let place: RowPlace | null = null;
  while (tag.next()) {
    const { name, from, to, isEmpty } = tag;
    if (tag.isClose) {
      if (name === 'row' && place) place.closeFrom = from;
      if (name !== 'sheetData') continue;
      places.sheetData.closeFrom = from;
      return;
    }
    if (name === 'row') {
      row = Number(tag.attribute('r') ?? row + 1);
      column = -1;
      places.allRows.push({ row, from });
      place = wanted.has(row) ? { row, from, openTo: to, isEmpty, closeFrom: to, cells: [] } : null;
      if (place) places.rows.push(place);
    } else if (name === 'c') {
      column = cellOfA1(tag.attribute('r') ?? '')?.column ?? column + 1;
      const cell = { row, column, from, to, format: tag.attribute('s') };
      if (!isEmpty) cell.to = cellEnd(tag, places.sharedFormulas, cell);
      place?.cells.push(cell);
    }
  }
}

/** Goes to the end of a cell, and notes its share in a formula on the way. */
function cellEnd(tag: XmlScanner, shared: SharedFormula[], { row, column }: CellPlace): number {
  let formula: SharedFormula | null = null;
  while (tag.next()) {
    if (tag.isClose && tag.name === 'c') return tag.to;
    if (tag.name !== 'f') continue;
    if (tag.isClose) {
      if (formula) formula.to = tag.to;
    } else if (tag.attribute('t') === 'shared') {
      const text = tag.isEmpty ? '' : tag.textAfter();
      formula = {
        index: tag.attribute('si') ?? '',
        row,
        column,
        from: tag.from,
        to: tag.to,
        text: text === '' ? undefined : text,
      };
      shared.push(formula);
    }
  }
  return tag.to;
}
