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
  const days: Day[] = [];
  const bySpecialist = new Map<string, Set<Day>>();
  let unreadable = 0;
  for (const { values } of journal) {
    const day = values.date ?? null;
    if (Number.isNaN(day)) unreadable += 1;
    if (!isKnown(day)) continue;
    if (!values.specialist || isFirst(bySpecialist, name(values.specialist).rough, day)) days.push(day);
  }
  const written = row.values.visitDates ?? [];
  if (written.length > 0) {
    const inJournal = new Set(days);
    for (const day of written) {
      if (Number.isNaN(day)) unreadable += 1;
      else if (!inJournal.has(day)) days.push(day);
    }
  }
  return { days: days.toSorted((a, b) => a - b), unreadable };
}

function isFirst(bySpecialist: Map<string, Set<Day>>, specialist: string, day: Day): boolean {
  const known = bySpecialist.get(specialist);
  if (known?.has(day)) return false;
  if (known) known.add(day);
  else bySpecialist.set(specialist, new Set([day]));
  return true;
}
