/** The part of the bare loop that counts visits and days. */
import { termEnd } from '../../shared/calendar/term-end.ts';
import type { WorkCalendar } from '../../shared/calendar/working-days.ts';
import type { Day } from '../../shared/domain/day.ts';
import type { FamilyRow, VisitRow } from '../../shared/domain/register.ts';
import type { Deadline, Pack } from '../../shared/packs/pack.ts';
import { packCalendar } from '../../shared/rules/working-calendar.ts';
import type { Loop } from './bare-loop.ts';
import { isOpen, single } from './bare-loop.ts';

/** True when a whole week or month of support has fewer visits than the level's norm. */
export function isMissed({ values }: FamilyRow, visits: readonly VisitRow[], loop: Loop): boolean {
  const norm = single(loop.pack.levels[values.level?.code ?? '']?.visits);
  const start = values.startDate ?? values.contractDate;
  if (!norm || start === null || start === undefined) return false;
  const end = Math.min(loop.asOf, (values.closedOn ?? Infinity) - 1);
  for (const { from, to } of norm.per === 'week' ? loop.weeks : loop.months) {
    if (from < start || to > end) continue;
    let count = 0;
    for (const visit of visits) {
      const { date } = visit.values;
      if (date && date >= from && date <= to) count += 1;
    }
    if (count < norm.min) return true;
  }
  return false;
}

interface Terms {
  readonly calendar: WorkCalendar;
  readonly deadlines: readonly Deadline[];
  readonly ends: readonly Map<Day, Day>[];
}

const terms = new WeakMap<Pack, Terms>();

function termsOf(pack: Pack): Terms {
  const deadlines = pack.deadlines.filter(({ enabled }) => enabled);
  const known = terms.get(pack) ?? { calendar: packCalendar(pack), deadlines, ends: deadlines.map(() => new Map()) };
  terms.set(pack, known);
  return known;
}

const FIELDS = {
  application: 'applicationDate',
  survey: 'surveyDate',
  programme: 'programDate',
  decision: 'decisionDate',
  contract: 'contractDate',
  start: 'startDate',
  closing: 'closedOn',
} as const;

/** Steps that were done after their deadline, and those that are still waited for after it. */
export function lateSteps(family: FamilyRow, visits: readonly VisitRow[], { found, pack, asOf }: Loop): void {
  const { values, table, row } = family;
  const { calendar, deadlines, ends } = termsOf(pack);
  for (const [at, deadline] of deadlines.entries()) {
    const { from, to } = deadline;
    const begun = from === 'firstVisit' ? null : values[FIELDS[from]];
    if (begun === null || begun === undefined || Number.isNaN(begun)) continue;
    let due = ends[at]?.get(begun);
    if (due === undefined) {
      const end = termEnd(calendar, begun, deadline);
      due = end.kind === 'calendar-missing' ? Infinity : end.value;
      ends[at]?.set(begun, due);
    }
    if (to !== 'firstVisit') {
      const done = values[FIELDS[to]];
      if (done && done > due) found.push(['deadline/late', table.sheet, row]);
      const later = pack.stepOrder.slice(pack.stepOrder.indexOf(to) + 1);
      const isWaitedFor =
        done === null && !later.some((step) => step !== 'firstVisit' && (values[FIELDS[step]] ?? null) !== null);
      if (isWaitedFor && due < asOf && isOpen(family, asOf)) found.push(['deadline/overdue', table.sheet, row]);
      continue;
    }
    let first: VisitRow | null = null;
    for (const visit of visits) {
      const { date } = visit.values;
      if (date && date >= begun && (first === null || date < (first.values.date ?? 0))) first = visit;
    }
    if (first === null && due < asOf && isOpen(family, asOf)) found.push(['deadline/overdue', table.sheet, row]);
    if (first?.values.date && first.values.date > due) found.push(['deadline/late', first.table.sheet, first.row]);
  }
}
