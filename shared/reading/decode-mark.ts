/** Marks: in columns of which each stands for one entry of a list, or for one day. */
import { weekday } from '../calendar/working-days.ts';
import type { Day } from '../domain/day.ts';
import type { CellValue } from '../domain/sheet-cells.ts';
import { isDash } from './decode-number.ts';
import { cellText } from './sheet-grid.ts';

/** Boxes to tick give ИСТИНА and ЛОЖЬ, or TRUE and FALSE in what a web table exports. */
const MARK = /^(?:[+✓✔☑√*•vх]|x|да|есть|1|истина|true)$/iu;
const NO_MARK = /^(?:нет|0|☐|ложь|false)$/iu;
/** As calendars count the days of a week. */
const SATURDAY = 5;

/** True for a cell that ticks its column, false for one that says it does not hold; null for anything else. */
export function markIn(text: string): boolean | null {
  const cell = text.trim();
  if (MARK.test(cell)) return true;
  return NO_MARK.test(cell) ? false : null;
}

/** A visit that a mark tells of: the word that stands there instead of a plain tick, or null. */
export interface MarkedVisit {
  readonly word: string | null;
}

/** The visits that a cell of a day tells of: a tick is one, a figure so many; «в» on a Saturday or Sunday is a day off. */
export function markedVisits(cell: CellValue, day: Day): readonly MarkedVisit[] {
  const text = cellText(cell);
  if (text === '' || isDash(text) || markIn(text) === false) return [];
  if (/^[вВ]$/u.test(text) && weekday(day) >= SATURDAY) return [];
  const count = /^\d$/.test(text) ? Number(text) : 1;
  const word = markIn(text) === true || /^\d+$/.test(text) ? null : text;
  return Array.from({ length: count }, () => ({ word }));
}

/** The day, once for each visit that a cell of the day tells of. */
export function markedDays(cell: CellValue, day: Day): readonly Day[] {
  return markedVisits(cell, day).map(() => day);
}
