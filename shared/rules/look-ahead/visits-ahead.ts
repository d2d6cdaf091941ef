/** Visits that are still to be made for the norm of the running period. */
import { isoOf, isKnown } from '../../domain/day.ts';
import { isWithin, type DaySpan } from '../../domain/day-span.ts';
import { recordedVisits } from '../../domain/recorded-visits.ts';
import type { FamilyCase } from '../links.ts';
import { levelParam, sourceParam } from '../norm-words.ts';
import { both } from '../rule.ts';
import type { TableRun } from '../rule.ts';
import { monthCounter } from '../visits/month-counts.ts';
import { longestPause } from '../visits/overdue.ts';
import { periodName } from '../visits/period-names.ts';
import { countWithin, coverage, visitDatesCell } from '../visits/visit-days.ts';
import { visitNorm, visitRequirements } from '../visits/visit-requirements.ts';
import type { VisitRequirement } from '../visits/visit-requirements.ts';
import { upcoming } from './upcoming.ts';
import type { Upcoming } from './upcoming.ts';

/** Looks at one table of families: by its months, by dates, or by the last visit, whichever it has. */
export function visitsAhead(run: TableRun<'families'>, window: DaySpan): (family: FamilyCase) => readonly Upcoming[] {
  const hasDates = run.has('visitDates') || run.hasTable('visits');
  if (!run.has('visitsByMonth') && !hasDates) return (family) => byLastVisit(family, run, window);
  const countMonths = run.has('visitsByMonth') ? monthCounter(run.table) : null;
  const isCovered = coverage(run.table, run.journalFrom);
  const countOf = (family: FamilyCase, { kind, period }: VisitRequirement): number | null => {
    if (kind !== 'week' && countMonths) {
      const counted = countMonths(family.row, period);
      return counted === null || counted === 'coarse' ? null : counted.count;
    }
    if (!hasDates || !isCovered(period)) return null;
    return countWithin(recordedVisits(family.row, family.visits, run.name).days, period);
  };
  return (family) => {
    const requirements = visitRequirements(family.row, run.pack, window.to)?.needed ?? [];
    return requirements.flatMap((requirement) => {
      const { kind, period, norm, level, required } = requirement;
      // A period that ends on the day of the check is judged by the rule already.
      const count = period.to > window.from && isWithin(period.to, window) ? countOf(family, requirement) : null;
      if (count === null || Number.isNaN(count) || count >= required) return [];
      const params = {
        missing: required - count,
        min: required,
        per: norm.per,
        ...both('names', periodName(kind, period)),
        ...levelParam(run.pack, level),
        ...sourceParam(norm.source),
      };
      const place =
        kind !== 'week' && countMonths
          ? { field: 'visitsByMonth' as const, period: period.key }
          : run.has('visitDates')
            ? visitDatesCell(run.table, period.to)
            : { field: null };
      return [upcoming(family.row, { kind: 'visit', day: period.to, ...place, params })];
    });
  };
}

function byLastVisit({ row }: FamilyCase, run: TableRun<'families'>, window: DaySpan): readonly Upcoming[] {
  const { lastVisit, level } = row.values;
  const norm = level?.code ? visitNorm(run.pack, level.code, window.from) : null;
  if (!isKnown(lastVisit) || norm === null) return [];
  const day = lastVisit + longestPause(norm);
  if (!isWithin(day, window)) return [];
  const params = {
    missing: 1,
    min: norm.min,
    per: norm.per,
    namesRu: '',
    namesEn: '',
    lastVisit: isoOf(lastVisit),
    ...levelParam(run.pack, level?.code ?? ''),
    ...sourceParam(norm.source),
  };
  return [upcoming(row, { kind: 'visit', day, field: 'lastVisit', params })];
}
