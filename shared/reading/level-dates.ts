/**
 * Dates under the names of levels, «адаптационный | базовый | кризисный»: the days on which the family entered them. The
 * order of the columns says nothing of the order in time.
 */
import { isKnown } from '../domain/day.ts';
import type { Day } from '../domain/day.ts';
import type { RecordKind } from '../domain/fields.ts';
import type { CellPlace } from '../domain/register.ts';
import type { SheetRow } from '../domain/sheet-cells.ts';
import type { CodeValue, Transfer } from '../domain/values.ts';
import type { CodeBook } from '../packs/code-book.ts';
import type { Draft } from './cell-readers.ts';
import { decodeDate } from './date-cell.ts';
import { withoutBrackets } from './heading-normaliser.ts';
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
}

/** Two or more columns beside each other, each named by another level, that hold dates. Only families have them. */
export function levelDateColumns(
  kind: RecordKind,
  columns: readonly ColumnInput[],
  options: MapOptions,
): ReadonlyMap<number, MappedColumn> {
  const found = new Map<number, MappedColumn>();
  if (kind !== 'families') return found;
  for (const group of groupsOf(columns, options)) {
    for (const { column, code } of group) {
      found.set(column.column, {
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
}

function groupsOf(columns: readonly ColumnInput[], options: MapOptions): readonly (readonly Named[])[] {
  const groups: Named[][] = [];
  for (const column of columns) {
    const code = holdsDates(column, options) ? levelIn(column.path.at(-1) ?? '', options.book) : null;
    if (code === null) continue;
    const group = groups.at(-1);
    if (group && group.at(-1)?.column.column === column.column - 1) group.push({ column, code });
    else groups.push([{ column, code }]);
  }
  return groups.filter(
    (group) =>
      new Set(group.map(({ code }) => code)).size === group.length &&
      group.length > 1 &&
      group.some(({ column }) => column.profile.size > 0),
  );
}

function holdsDates({ path, profile }: ColumnInput, { forced }: MapOptions): boolean {
  return (profile.size === 0 || profile.hasDate >= MOST) && !Object.hasOwn(forced, pathText(path));
}

/** The one level that a heading names. */
function levelIn(heading: string, book: CodeBook): string | null {
  const whole = book.decode('levels', heading).code ?? book.decode('levels', withoutBrackets(heading)).code;
  if (whole !== null) return whole;
  const [only, second] = book.mentions('levels', heading);
  return only && !second ? only.code : null;
}

/** Adds the entries of all columns in the order of time, and today's level where no column of its own gives it. */
export function addLevelDates(
  draft: Draft,
  lines: readonly SheetRow[],
  {
    columns,
    asOf,
    hasLevel,
  }: { readonly columns: readonly LevelDates[]; readonly asOf: Day; readonly hasLevel: boolean },
): void {
  const entered = lines.flatMap((line) => columns.flatMap((column) => entryIn(line, column))).toSorted(inTime);
  for (const { transfer, place, isTextDate } of entered)
    addEntries(draft, { field: 'transfers', entries: [transfer], ...place, isSpread: true, isTextDate });
  const [first] = entered;
  if (!first) return;
  draft.levelBefore = first.transfer.level ?? undefined;
  if (hasLevel) return;
  const transfers = entered.map(({ transfer }) => transfer);
  const isDated = transfers.some(({ day }) => isKnown(day));
  const level = isDated ? levelOn(asOf, null, transfers) : first.transfer.level;
  draft.values['level'] = level;
  const current = entered.findLast(({ transfer }) => transfer.level === level);
  if (current) (draft.moved ??= {})['level'] = current.place;
}

interface Entered {
  readonly transfer: Transfer;
  readonly place: CellPlace;
  readonly isTextDate: boolean;
}

function entryIn(line: SheetRow, { column, level }: LevelDates): readonly Entered[] {
  const cell = filled(line.cells[column]);
  if (cell === null) return [];
  const { value, isTextDate = false } = decodeDate(cell);
  return typeof value === 'number'
    ? [{ transfer: { day: value, level }, place: { row: line.row, column }, isTextDate }]
    : [];
}

/** What cannot be read comes last. */
function inTime({ transfer: one }: Entered, { transfer: other }: Entered): number {
  return Number(isKnown(other.day)) - Number(isKnown(one.day)) || (isKnown(one.day) ? one.day - other.day : 0);
}
