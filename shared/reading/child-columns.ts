/** Children whose names or birth dates have columns of their own. */
import { isKnown } from '../domain/day.ts';
import type { Day } from '../domain/day.ts';
import type { CellPlace } from '../domain/register.ts';
import type { SheetRow } from '../domain/sheet-cells.ts';
import type { Person } from '../domain/values.ts';
import { decodeDate } from './date-cell.ts';
import { parsePeople } from './decode-people.ts';
import { addEntries } from './list-entries.ts';
import type { ListDraft } from './list-entries.ts';
import { cellText, filled } from './sheet-grid.ts';

/** Where the birth dates stand that have cells of their own. */
const BIRTH_CELLS = 'children.birthDate';

/** A child in a column of its own, with the birth date from the column beside it. */
export function addChild(
  draft: ListDraft,
  lines: readonly SheetRow[],
  series: { readonly name: number; readonly birth: number | null },
): void {
  for (const line of lines) {
    const cell = filled(line.cells[series.name]);
    const beside = series.birth === null ? null : filled(line.cells[series.birth]);
    const day = beside === null ? null : (decodeDate(beside).value as Day | null);
    // A birth date without a name is a child all the same.
    const nameless: readonly Person[] = day === null ? [] : [{ name: '', birthDate: null, relation: null }];
    const people = cell === null ? nameless : parsePeople(cellText(cell));
    if (people.length === 0) continue;
    const born = people.map((person) =>
      day === null || isKnown(person.birthDate) ? person : { ...person, birthDate: day },
    );
    const at = cell === null ? (series.birth ?? series.name) : series.name;
    addEntries(draft, {
      field: 'children',
      entries: born,
      row: line.row,
      column: at,
      isSpread: true,
      isTextDate: false,
    });
    const column = day !== null && people.some(({ birthDate }) => !isKnown(birthDate)) ? series.birth : null;
    addBirthCells(draft, people, { row: line.row, column: column ?? at });
  }
}

/** Birth dates from a column beside the children's names, in the order of the children. */
export function addBirthDates(draft: ListDraft, lines: readonly SheetRow[], column: number): void {
  const people = draft.values['children'];
  if (!Array.isArray(people)) return;
  const dates = lines.flatMap((line) => birthDatesIn(line, column));
  draft.values['children'] = people.map((person: Person, at) =>
    isKnown(person.birthDate) ? person : { ...person, birthDate: dates[at]?.day ?? person.birthDate },
  );
  if (dates.some(({ day }) => Number.isNaN(day)))
    addBirthCells(draft, people, ...dates.map(({ place }) => place).slice(0, people.length));
}

interface BirthDate {
  readonly day: Day | null;
  readonly place: CellPlace;
}

function birthDatesIn(line: SheetRow, column: number): readonly BirthDate[] {
  const cell = filled(line.cells[column]);
  const place = { row: line.row, column };
  if (typeof cell !== 'string' || !/[\n;]/.test(cell))
    return [{ day: cell === null ? null : (decodeDate(cell).value as Day | null), place }];
  return cell.split(/[\n;]+/).map((part) => ({ day: decodeDate(part).value as Day | null, place }));
}

/** A cell for each of the people; the last one given holds for the rest. */
function addBirthCells(draft: ListDraft, people: readonly Person[], ...places: readonly CellPlace[]): void {
  const known = draft.entries?.[BIRTH_CELLS] ?? [];
  const cells = people.flatMap((_, at) => places[at] ?? places.at(-1) ?? []);
  draft.entries = { ...draft.entries, [BIRTH_CELLS]: [...known, ...cells] };
}
