/**
 * Dates under the names of levels, «адаптационный | базовый | кризисный»: the days on which the family entered them. The
 * order of the columns says nothing of the order in time.
 */
import { isKnown, UNREADABLE } from '../domain/day.ts';
import type { Day } from '../domain/day.ts';
import type { RecordKind } from '../domain/fields.ts';
import type { CellPlace } from '../domain/register.ts';
import type { SheetRow } from '../domain/sheet-cells.ts';
import type { CodeValue, Transfer } from '../domain/values.ts';
import type { CodeBook } from '../packs/code-book.ts';
import type { Draft } from './cell-readers.ts';
import { decodeDate } from './date-cell.ts';
import { hasLetters, withoutBrackets } from './heading-normaliser.ts';
import { pathText } from './heading-path.ts';
import { addEntries } from './list-entries.ts';
import type { ColumnInput, MapOptions, MappedColumn } from './map-columns.ts';
import { filled } from './sheet-grid.ts';
import { levelOn } from './split-level.ts';

/** A cell or two with something else is a mistake in the column, and becomes a finding. */
const MOST = 0.7;

/** A column of the days on which families entered a level. */
export interface LevelDates {
  readonly column: number;
  readonly level: CodeValue;
  /** The column of the last days at the level, where the sheet has one. */
  readonly until: number | null;
}

/** «с» and «по» under the name of a level. */
const BEGIN = /^(?:с|от|начало|дата\s+(?:начала|установления))\.?$/iu;
const END = /^(?:по|до|окончание|конец|завершение|дата\s+(?:окончания|завершения))\.?$/iu;

/** Two or more columns beside each other, each named by another level, that hold dates. Only families have them. */
export function levelDateColumns(
  kind: RecordKind,
  columns: readonly ColumnInput[],
  options: MapOptions,
): ReadonlyMap<number, MappedColumn> {
  const found = new Map<number, MappedColumn>();
  if (kind !== 'families') return found;
  for (const group of groupsOf(columns, options)) {
    for (const { column, code, isEnd } of group) {
      found.set(column.column, {
        ...(isEnd ? { isEnd } : {}),
        column: column.column,
        path: column.path,
        field: 'transfers',
        code,
        confidence: 0.9,
        candidates: [],
        corrected: false,
      });
    }
  }
  return found;
}

interface Named {
  readonly column: ColumnInput;
  readonly code: string;
  readonly isEnd: boolean;
}

function groupsOf(columns: readonly ColumnInput[], options: MapOptions): readonly (readonly Named[])[] {
  const groups: Named[][] = [];
  for (const column of columns) {
    const named = holdsDates(column, options) ? namedBy(column, options.book) : null;
    if (named === null) continue;
    const group = groups.at(-1);
    if (group && group.at(-1)?.column.column === column.column - 1) group.push(named);
    else groups.push([named]);
  }
  return groups.filter(isClear);
}

function namedBy(column: ColumnInput, book: CodeBook): Named | null {
  const code = levelIn(levelText(column.path), book);
  const isEnd = END.test(column.path.at(-1) ?? '');
  return code === null ? null : { column, code, isEnd };
}

/** The part of a heading that names its level: what stands above «с» and «по», or else the last. */
export function levelText(path: readonly string[]): string {
  const [leaf = '', above = ''] = path.toReversed();
  return END.test(leaf) || BEGIN.test(leaf) ? above : leaf;
}

/** Each level begins once, and ends in the column beside it, if at all. */
function isClear(group: readonly Named[]): boolean {
  const begun = group.filter(({ isEnd }) => !isEnd).map(({ code }) => code);
  return (
    begun.length > 1 &&
    new Set(begun).size === begun.length &&
    group.every(({ isEnd, code }, at) => !isEnd || (group[at - 1]?.code === code && !group[at - 1]?.isEnd)) &&
    group.some(({ column }) => column.profile.size > 0)
  );
}

function holdsDates({ path, profile }: ColumnInput, { forced }: MapOptions): boolean {
  return (profile.size === 0 || profile.hasDate >= MOST) && !Object.hasOwn(forced, pathText(path));
}

/** The one level that a heading names. */
function levelIn(heading: string, book: CodeBook): string | null {
  if (!hasLetters(heading)) return null;
  const whole = book.decode('levels', heading).code ?? book.decode('levels', withoutBrackets(heading)).code;
  if (whole !== null) return whole;
  const [only, second] = book.mentions('levels', heading);
  return only && !second ? only.code : null;
}

/**
 * Adds the entries of all columns in the order of time; today's level, where no column of its own gives it; and the end
 * of the last span, where no column tells how long the programme runs. Between two spans the level is not known.
 */
export function addLevelDates(
  draft: Draft,
  lines: readonly SheetRow[],
  {
    columns,
    asOf,
    hasLevel,
    hasEnd,
  }: {
    readonly columns: readonly LevelDates[];
    readonly asOf: Day;
    readonly hasLevel: boolean;
    readonly hasEnd: boolean;
  },
): void {
  const entered = lines.flatMap((line) => columns.flatMap((column) => entryIn(line, column))).toSorted(inTime);
  for (const { transfer, place, isTextDate } of entered.flatMap((one, at) => [one, ...left(one, entered[at + 1])]))
    addEntries(draft, { field: 'transfers', entries: [transfer], ...place, isSpread: true, isTextDate });
  const [first] = entered;
  if (!first) return;
  const end = entered.findLast(({ transfer }) => isKnown(transfer.day))?.end;
  if (end && !hasEnd) {
    draft.values['programUntil'] = end.day;
    (draft.moved ??= {})['programUntil'] = end.place;
    if (end.isTextDate) (draft.textDates ??= new Set()).add('programUntil');
  }
  draft.levelBefore = first.transfer.level ?? undefined;
  if (hasLevel) return;
  const transfers = entered.map(({ transfer }) => transfer);
  const isDated = transfers.some(({ day }) => isKnown(day));
  const level = isDated ? levelOn(asOf, null, transfers) : first.transfer.level;
  draft.values['level'] = level;
  const current = entered.findLast(({ transfer }) => transfer.level === level);
  if (current) (draft.moved ??= {})['level'] = current.place;
}

interface EnteredDay {
  readonly day: Day;
  readonly place: CellPlace;
  readonly isTextDate: boolean;
}

interface Entered {
  readonly transfer: Transfer;
  readonly place: CellPlace;
  readonly isTextDate: boolean;
  /** The last day at the level. */
  readonly end: EnteredDay | null;
}

function entryIn(line: SheetRow, { column, level, until }: LevelDates): readonly Entered[] {
  const begin = dayIn(line, column);
  const end = until === null ? null : dayIn(line, until);
  if (begin) return [{ transfer: { day: begin.day, level }, place: begin.place, isTextDate: begin.isTextDate, end }];
  return end ? [{ transfer: { day: UNREADABLE, level }, place: end.place, isTextDate: false, end: null }] : [];
}

function dayIn({ row, cells }: SheetRow, column: number): EnteredDay | null {
  const cell = filled(cells[column]);
  const { value, isTextDate = false } = cell === null ? { value: null } : decodeDate(cell);
  return typeof value === 'number' ? { day: value, place: { row, column }, isTextDate } : null;
}

/** The level is left without another one: before the next begins, on an unreadable day, or before it was entered. */
function left({ transfer, end }: Entered, next: Entered | undefined): readonly Entered[] {
  if (!end) return [];
  const isReversed = isKnown(end.day) && isKnown(transfer.day) && end.day < transfer.day;
  const hasGap = next !== undefined && !(isKnown(end.day) && end.day + 1 >= next.transfer.day);
  if (!isReversed && !hasGap) return [];
  const day = isReversed ? end.day : end.day + 1;
  return [{ transfer: { day, level: null }, place: end.place, isTextDate: end.isTextDate, end: null }];
}

/** What cannot be read comes last. */
function inTime({ transfer: one }: Entered, { transfer: other }: Entered): number {
  return Number(isKnown(other.day)) - Number(isKnown(one.day)) || (isKnown(one.day) ? one.day - other.day : 0);
}
