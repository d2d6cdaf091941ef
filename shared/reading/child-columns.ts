/** Children whose names or birth dates have columns of their own. */
import { dayOf, isKnown } from '../domain/day.ts';
import type { Day } from '../domain/day.ts';
import type { CellPlace } from '../domain/register.ts';
import { isCellDate } from '../domain/sheet-cells.ts';
import type { CellValue, SheetRow } from '../domain/sheet-cells.ts';
import type { Person } from '../domain/values.ts';
import { decodeBirthDate } from './date-cell.ts';
import { birthYear } from './decode-date.ts';
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
    const birth = beside === null ? null : bornOn(beside);
    const day = birth?.day ?? null;
    // A birth date without a name is a child all the same.
    const nameless: readonly Person[] = day === null ? [] : [{ name: '', birthDate: null, relation: null }];
    const people = cell === null ? nameless : parsePeople(cellText(cell));
    if (people.length === 0) continue;
    const born = people.map((person) =>
      birth === null || day === null || isKnown(person.birthDate) ? person : withBirth(person, birth),
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
    isKnown(person.birthDate) ? person : withBirth(person, dates[at] ?? { day: null }),
  );
  if (dates.some(({ day }) => Number.isNaN(day)))
    addBirthCells(draft, people, ...dates.map(({ place }) => place).slice(0, people.length));
}

interface Birth {
  readonly day: Day | null;
  readonly isYearOnly?: true;
}

interface BirthDate extends Birth {
  readonly place: CellPlace;
}

/** The birth date of a cell; of a bare year 31 December, as for the people of a family's cell. */
function bornOn(cell: CellValue): Birth {
  const year = isCellDate(cell) ? null : birthYear(cellText(cell));
  return year === null
    ? { day: decodeBirthDate(cell).value as Day | null }
    : { day: dayOf(year, 12, 31), isYearOnly: true };
}

function withBirth(person: Person, { day, isYearOnly }: Birth): Person {
  return { ...person, birthDate: day ?? person.birthDate, ...(isYearOnly ? { birthYearOnly: true } : {}) };
}

function birthDatesIn(line: SheetRow, column: number): readonly BirthDate[] {
  const cell = filled(line.cells[column]);
  const place = { row: line.row, column };
  if (typeof cell !== 'string' || !/[\n;,]/.test(cell))
    return [{ ...(cell === null ? { day: null } : bornOn(cell)), place }];
  return cell.split(/[\n;]+|,\s/).map((part) => ({ ...bornOn(part), place }));
}

/** A cell for each of the people; the last one given holds for the rest. */
function addBirthCells(draft: ListDraft, people: readonly Person[], ...places: readonly CellPlace[]): void {
  const known = draft.entries?.[BIRTH_CELLS] ?? [];
  const cells = people.flatMap((_, at) => places[at] ?? places.at(-1) ?? []);
  draft.entries = { ...draft.entries, [BIRTH_CELLS]: [...known, ...cells] };
}
