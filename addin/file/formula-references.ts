/** The cells that a formula names, as far as its text shows. */
import { columnIndex, columnLetters } from '../../shared/domain/cell-address.ts';
import type { CellArea } from '../../shared/domain/sheet-cells.ts';
import { MAX_COLUMNS, MAX_ROWS } from '../engine/excel-limits.ts';
import { areaAround } from './grid.ts';

/** Texts, quoted sheet names and bracketed parts hold no addresses. */
const LITERAL = String.raw`"(?:[^"]|"")*"|'(?:[^']|'')*'|\[[^\]]*\]`;
const BEFORE = String.raw`(?<![\w.$])`;
const AFTER = String.raw`(?![\w.(!])`;
const CELL = String.raw`\$?[A-Z]{1,3}\$?[1-9]\d{0,6}`;
/** A:C or 1:3 */
const LINES = String.raw`\$?[A-Z]{1,3}:\$?[A-Z]{1,3}|\$?[1-9]\d{0,6}:\$?[1-9]\d{0,6}`;

const ADDRESS_OR_LITERAL = new RegExp(`${LITERAL}|${BEFORE}(?<address>${LINES}|${CELL})${AFTER}`, 'gi');
const AREA_OR_LITERAL = new RegExp(`${LITERAL}|${BEFORE}(?<from>${CELL})(?::(?<to>${CELL}))?${AFTER}`, 'gi');
const HAS_LINES = new RegExp(`${BEFORE}(?:${LINES})${AFTER}`, 'i');
/** What may stand in a formula besides addresses and still leave no doubt: functions, sheet names, numbers, TRUE. */
const PLAIN_WORDS = /[\p{L}_.\d]+\(|[\p{L}\d_.]+!|\b(?:TRUE|FALSE)\b|\d+(?:\.\d+)?(?:E[+-]?\d+)?/giu;

/**
 * The formula as it reads when it is moved: relative addresses go along, those with a dollar sign stay
 * (what Excel does with a shared formula, ECMA-376, 18.3.1.40).
 */
export function movedFormula(formula: string, rows: number, columns: number): string {
  return formula.replace(ADDRESS_OR_LITERAL, (whole, address: string | undefined) => {
    if (address === undefined) return whole;
    const moved = address.replace(/(\$?)([A-Za-z]+|\d+)/g, (part, fixed: string, end: string) => {
      if (fixed) return part;
      return /\d/.test(end) ? rowText(Number(end) + rows) : columnText(columnIndex(end) + columns);
    });
    return moved.includes('#') ? '#REF!' : moved;
  });
}

const rowText = (row: number): string => (row >= 1 && row <= MAX_ROWS ? String(row) : '#');
const columnText = (column: number): string => (column >= 0 && column < MAX_COLUMNS ? columnLetters(column) : '#');

/**
 * The areas that a formula names, whatever sheet they are on, or null when its text does not show them all
 * (names, tables, INDIRECT, OFFSET, whole columns or rows).
 */
export function areasOf(formula: string): readonly CellArea[] | null {
  const rest = formula.replace(AREA_OR_LITERAL, '');
  const hides = /INDIRECT|OFFSET|\[/i.test(formula) || HAS_LINES.test(rest);
  if (hides || /\p{L}/u.test(rest.replace(PLAIN_WORDS, ''))) return null;
  return [...formula.matchAll(AREA_OR_LITERAL)].flatMap(({ groups }) => {
    const from = groups?.['from'];
    return from === undefined ? [] : [areaAround([corner(from), corner(groups?.['to'] ?? from)])];
  });
}

function corner(address: string): { readonly row: number; readonly column: number } {
  const [, letters = '', digits = ''] = /([A-Za-z]+)\$?(\d+)/.exec(address) ?? [];
  return { row: Number(digits), column: columnIndex(letters) };
}
