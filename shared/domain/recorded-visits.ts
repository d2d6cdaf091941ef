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
  const seen: SeenVisits = { first: new Map(), further: new Set() };
  let unreadable = 0;
  let isAscending = true;
  const mayRepeat = !isRising(journal);
  const keep = (day: Day): void => {
    isAscending &&= day >= (days.at(-1) ?? day);
    days.push(day);
  };
  for (const { values } of journal) {
    const day = values.date ?? null;
    if (Number.isNaN(day)) unreadable += 1;
    if (!isKnown(day)) continue;
    if (mayRepeat && !isFirst(seen, values.specialist ? name(values.specialist).rough : '', day)) continue;
    keep(day);
  }
  const written = row.values.visitDates ?? [];
  if (written.length > 0) {
    const inJournal = new Set(days);
    for (const day of written) {
      if (Number.isNaN(day)) unreadable += 1;
      else if (!inJournal.has(day)) keep(day);
    }
  }
  return { days: isAscending ? days : days.toSorted((a, b) => a - b), unreadable };
}

/** True when each visit lies after the one before it, as journals mostly are: no day stands twice. */
export function isRising(journal: readonly VisitRow[]): boolean {
  let last = -Infinity;
  for (const { values } of journal) {
    const { date } = values;
    if (!isKnown(date)) continue;
    if (date <= last) return false;
    last = date;
  }
  return true;
}

/** Who went on a day. Hardly ever two: what further specialists take up is made only then. */
interface SeenVisits {
  readonly first: Map<Day, string>;
  readonly further: Set<string>;
}

/** False for a visit that an earlier one already tells of. Nobody knows whose visits without a specialist are. */
function isFirst({ first, further }: SeenVisits, specialist: string, day: Day): boolean {
  if (specialist === '') return true;
  const known = first.get(day);
  if (known === undefined) first.set(day, specialist);
  if (known === undefined) return true;
  const key = `${day}|${specialist}`;
  if (known === specialist || further.has(key)) return false;
  further.add(key);
  return true;
}
