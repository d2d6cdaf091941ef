/** The figures that stand in one cell of a report form. */
import type { Figure } from '../domain/register.ts';
import type { CellValue } from '../domain/sheet-cells.ts';
import { decodeCount, decodePair } from './decode-cell.ts';
import { isZeroWord } from './decode-number.ts';
import { filled } from './sheet-grid.ts';

export interface CellFigure {
  readonly value: number | null;
  readonly unit: Figure['unit'];
  /** The number in brackets of «12 (5)», which is a part of the other. */
  readonly isPart: boolean;
}

const CLOSED = /^[\s]*[xх][\s]*$/iu;
const WITH_PART = /^\s*(\d+)\s*\(\s*(\d+)\s*\)\s*$/;
const SEVERAL = /^\s*\d+(?:[^\S\n\r]*[\n\r]\s*\d+)+\s*$/;

/**
 * The figures of a cell: one number; families and children of «12/31»; total and part of «12 (5)»; a number a line.
 * Closed cells (X) and empty ones give null, what cannot be read gives NaN.
 */
export function figuresOfCell(
  raw: CellValue | undefined,
  context: { readonly words: string; readonly unit: Figure['unit'] },
): readonly CellFigure[] {
  const cell = filled(raw);
  const one = (value: number | null): readonly CellFigure[] => [{ value, unit: context.unit, isPart: false }];
  if (cell === null || (typeof cell === 'string' && CLOSED.test(cell))) return one(null);
  const isPairHeading = /сем\p{L}*\s*\/\s*(?:в них\s*)?(?:дет|член|чел)/iu.test(context.words);
  const pair = typeof cell === 'string' || isPairHeading ? decodePair(cell) : null;
  if (pair) {
    const second = /\/\s*(?:в них\s*)?(?:член|чел)/iu.test(context.words) ? 'people' : 'children';
    return [
      { value: pair[0], unit: 'families', isPart: false },
      { value: pair[1], unit: second, isPart: false },
    ];
  }
  const part = typeof cell === 'string' ? WITH_PART.exec(cell) : null;
  if (part) return [...one(Number(part[1])), { value: Number(part[2]), unit: context.unit, isPart: true }];
  if (typeof cell === 'string' && SEVERAL.test(cell))
    return cell
      .trim()
      .split(/\s+/)
      .flatMap((text) => one(Number(text)));
  if (typeof cell === 'string' && isZeroWord(cell)) return one(0);
  return one(Number(decodeCount(cell).value));
}
