/** Children whose names or birth dates have columns of their own. */
import { isKnown } from '../domain/day.ts';
import type { Day } from '../domain/day.ts';
import type { SheetRow } from '../domain/sheet-cells.ts';
import type { Person } from '../domain/values.ts';
import { decodeDate } from './decode-cell.ts';
import { parsePeople } from './decode-people.ts';
import { cellText, filled } from './sheet-grid.ts';

/** A child in a column of its own, with the birth date from the column beside it. */
export function addChild(
  draft: { readonly values: Record<string, unknown> },
  lines: readonly SheetRow[],
  series: { readonly name: number; readonly birth: number | null },
): void {
  for (const line of lines) {
    const cell = filled(line.cells[series.name]);
    if (cell === null) continue;
    const beside = series.birth === null ? null : filled(line.cells[series.birth]);
    const people = parsePeople(cellText(cell)).map((person) =>
      beside === null || isKnown(person.birthDate)
        ? person
        : { ...person, birthDate: decodeDate(beside).value as Day | null },
    );
    const before = draft.values['children'];
    draft.values['children'] = [...(Array.isArray(before) ? before : []), ...people];
  }
}

/** Birth dates from a column beside the children's names, in the order of the children. */
export function addBirthDates(
  draft: { readonly values: Record<string, unknown> },
  lines: readonly SheetRow[],
  column: number,
): void {
  const people = draft.values['children'];
  if (!Array.isArray(people)) return;
  const days = lines.flatMap((line) => {
    const cell = filled(line.cells[column]);
    if (cell === null) return [null];
    if (typeof cell !== 'string' || !/[\n;]/.test(cell)) return [decodeDate(cell).value as Day | null];
    return cell.split(/[\n;]+/).map((part) => decodeDate(part).value as Day | null);
  });
  draft.values['children'] = people.map((person: Person, at) =>
    isKnown(person.birthDate) ? person : { ...person, birthDate: days[at] ?? person.birthDate },
  );
}
