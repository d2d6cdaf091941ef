/** Cells into the values of fields. Repeated wordings are decoded once per column. */
import { dayOf, dayOfSerial, partsOf, UNREADABLE } from '../domain/day.ts';
import type { CodeListName, FieldSpec } from '../domain/fields.ts';
import { isCellDate } from '../domain/sheet-cells.ts';
import type { CellValue } from '../domain/sheet-cells.ts';
import type { CodeValue } from '../domain/values.ts';
import type { CodeBook } from '../packs/code-book.ts';
import { decodeBirthDate, decodeDate, decodeEndDate } from './date-cell.ts';
import type { Decoded } from './date-cell.ts';
import { birthYear, findDates, parseDay } from './decode-date.ts';
import { daysDecoder, journalDate } from './decode-days.ts';
import type { DaysContext } from './decode-days.ts';
import { decodeDecision } from './decode-decision.ts';
import { isDash, isZeroWord, parseNumber, parseTermMonths } from './decode-number.ts';
import { parsePeople } from './decode-people.ts';
import { decodeSource } from './decode-source.ts';
import { cellText } from './sheet-grid.ts';
import { parseTransfers } from './split-level.ts';

/** Decodes one cell of a column. Empty cells give null and are not asked. */
export type CellDecoder = (cell: CellValue) => Decoded;

export interface DecoderContext extends DaysContext {
  readonly book: CodeBook;
}

const NONE: Decoded = { value: null };
const BAD: Decoded = { value: UNREADABLE };

/** Fields that are written in more ways than their type says. */
const SPECIAL: Readonly<Record<string, CellDecoder>> = {
  termMonths: decodeTerm,
  birthDate: decodeBirth,
  applicantBirthDate: decodeBirth,
  programUntil: decodeEnd,
  dueDate: decodeDue,
  doneDate: decodeDone,
};

/** The decoder of a field. Its cache lives as long as the decoder: one per column and run. */
export function cellDecoder(field: string, spec: FieldSpec, context: DecoderContext): CellDecoder {
  const decode = SPECIAL[field] ?? (field === 'date' ? journalDate(context) : decoderOf(spec, context));
  const known = new Map<string, Decoded>();
  return (cell) => {
    if (typeof cell !== 'string') return decode(cell);
    const cached = known.get(cell);
    if (cached) return cached;
    const decoded = decode(cell);
    if (known.size < 20_000) known.set(cell, decoded);
    return decoded;
  };
}

function decoderOf(spec: FieldSpec, context: DecoderContext): CellDecoder {
  const { book } = context;
  switch (spec.type) {
    case 'date':
      return decodeDate;
    case 'dates':
      return daysDecoder(context);
    case 'transfers':
      return (cell) => decodeTransfers(cell, book);
    case 'number':
    case 'counts':
      return decodeCount;
    case 'people':
      return (cell) => ({ value: parsePeople(cellText(cell)) });
    case 'code':
      return (cell) => orNothing(cell, (text) => decodeCode(text, spec.codeList ?? 'levels', book));
    case 'codes':
      return (cell) =>
        orNothing(cell, (text) =>
          spec.codeList === 'signs' && isZeroWord(text) ? [] : book.decodeList(spec.codeList ?? 'categories', text),
        );
    case 'person':
      return (cell) => orNothing(cell, (text) => text.replace(LABEL, '') || text);
    case 'text':
      return (cell) => orNothing(cell, (text) => text);
  }
}

function decodeCode(text: string, list: CodeListName, book: CodeBook): CodeValue {
  if (list === 'sources') return decodeSource(text, book);
  return list === 'decisions' ? decodeDecision(text, book) : book.decode(list, text);
}

function orNothing(cell: CellValue, decode: (text: string) => unknown): Decoded {
  const text = cellText(cell);
  return text === '' || isDash(text) ? NONE : { value: decode(text) };
}

/** «мать: Белова А.П.»: who it is goes before the name. */
const LABEL =
  /^(?:мать|мама|отец|папа|опекун(?:ша)?|попечитель|бабушка|дедушка|заявитель|законный представитель)\s?[:–—-]\s?(?=\p{Lu})/iu;

/** A birth date; of a bare year («2012 г.р.») 31 December, as for the people of a family's cell. */
function decodeBirth(cell: CellValue): Decoded {
  const year = isCellDate(cell) ? null : birthYear(cellText(cell));
  return year === null ? decodeBirthDate(cell) : { value: dayOf(year, 12, 31) };
}

/** The end of a term: a date, or the later one of «с 01.02.2025 по 31.01.2026». */
function decodeEnd(cell: CellValue): Decoded {
  if (typeof cell !== 'string' || !/(?:по|до|[-–—])\s*\d/iu.test(cell)) return decodeEndDate(cell);
  const [first, last, third] = findDates(cell);
  const isSpan = first && last && !third && last.day >= first.day;
  return isSpan ? { value: last.day } : decodeEndDate(cell);
}

function decodeTransfers(cell: CellValue, book: CodeBook): Decoded {
  if (typeof cell !== 'string') return { value: [{ day: decodeDate(cell).value, level: null }] };
  return markTextDate({ value: parseTransfers(cell, book) }, cell);
}

function markTextDate(decoded: Decoded, text: string): Decoded {
  return Number.isNaN(parseDay(text)) ? decoded : { ...decoded, isTextDate: true };
}

/** A count or rate. A date cell is «2/3» that Excel took for a date, unless it is a small number in a date format. */
export function decodeCount(cell: CellValue): Decoded {
  if (typeof cell === 'number') return { value: cell };
  if (isCellDate(cell)) return cell.serial < 1000 ? { value: cell.serial } : BAD;
  return typeof cell === 'string' ? { value: parseNumber(cell) } : BAD;
}

function decodeTerm(cell: CellValue): Decoded {
  return typeof cell === 'string' ? { value: isDash(cell) ? null : parseTermMonths(cell) } : decodeCount(cell);
}

/** «Постоянно», «в течение года», «по мере необходимости»: a measure without a day by which it must be done. */
const NO_DAY =
  /^\s*(?:постоянно|(?:в\s+)?(?:течение|период)|весь\s+(?:период|срок|год)|по\s+(?:мере\s+)?необходимост|по\s+(?:запросу|требованию|обращению)|регулярно|систематически|еже(?:дневно|недельно|месячно|квартально|годно))/iu;

function decodeDue(cell: CellValue): Decoded {
  return typeof cell === 'string' && NO_DAY.test(cell) && findDates(cell).length === 0 ? NONE : decodeEnd(cell);
}

/** «Выполнено 25.02.2026»: the day on which it was done. */
function decodeDone(cell: CellValue): Decoded {
  return decodeDate(
    typeof cell === 'string' ? cell.replace(/^\s*(?:вып|исп|сделан|проведен|оказан)\p{L}*[.,:]?\s+(?=\d)/iu, '') : cell,
  );
}

/** A pair «12/31» that Excel may have turned into a date (12 March = 12 and 3); null when the cell is no pair. */
export function decodePair(cell: CellValue): readonly [number, number] | null {
  if (isCellDate(cell) && cell.serial >= 1000) {
    const { month, dayOfMonth } = partsOf(dayOfSerial(cell.serial));
    return [dayOfMonth, month];
  }
  const match = typeof cell === 'string' ? /^\s*(\d+)\s*[/\\]\s*(\d+)\s*$/.exec(cell) : null;
  return match ? [Number(match[1]), Number(match[2])] : null;
}
