/** The visits of a family that are written down with their dates, each once. */
import { isKnown, type Day } from './day.ts';
import { personName } from './person-name.ts';
import type { FamilyRow, VisitRow } from './register.ts';

export interface RecordedVisits {
  /** Days of visits, ascending. Two visits of one day stand twice, a visit that is written down twice once. */
  readonly days: readonly Day[];
  /** Visits whose date cannot be read. */
  readonly unreadable: number;
}

/** From the journal and the dates in the family's row; a day that both name is one visit. */
export function recordedVisits(
  row: FamilyRow,
  journal: readonly VisitRow[],
  name: (text: string) => { readonly rough: string } = personName,
): RecordedVisits {
  const entries = new Set<string>();
  const days: Day[] = [];
  let unreadable = 0;
  for (const { values } of journal) {
    const day = values.date ?? null;
    if (Number.isNaN(day)) unreadable += 1;
    if (!isKnown(day)) continue;
    const specialist = values.specialist ? name(values.specialist).rough : null;
    const entry = `${day}|${specialist}`;
    if (specialist === null || !entries.has(entry)) days.push(day);
    entries.add(entry);
  }
  const inJournal = new Set(days);
  for (const day of row.values.visitDates ?? []) {
    if (Number.isNaN(day)) unreadable += 1;
    else if (!inJournal.has(day)) days.push(day);
  }
  return { days: days.toSorted((a, b) => a - b), unreadable };
}
