/** Reviews, terms and steps of the procedure that fall due. */
import { addMonths } from '../../calendar/month-arithmetic.ts';
import { isKnown, isoOf } from '../../domain/day.ts';
import { isWithin, type DaySpan } from '../../domain/day-span.ts';
import { normOfTerm } from '../../packs/norm-on.ts';
import { deadlineParams } from '../deadline/deadline-params.ts';
import { pendingDue } from '../deadline/deadline-due.ts';
import { visitSources } from '../deadline/first-visit.ts';
import { judgedDeadlines } from '../deadline/judged-deadlines.ts';
import { reviewDue } from '../deadline/review-due.ts';
import { latestReview } from '../deadline/reviews.ts';
import { isDatedStep, stepField } from '../deadline/steps.ts';
import { earliestEnd, firstYear, termEnds } from '../level/term-ends.ts';
import type { FamilyCase } from '../links.ts';
import { levelParam, sourceParam } from '../norm-words.ts';
import type { TableRun } from '../rule.ts';
import { packCalendar } from '../working-calendar.ts';
import { upcoming } from './upcoming.ts';
import type { Upcoming } from './upcoming.ts';

type Ahead = (family: FamilyCase) => readonly Upcoming[];

/** The next review, where the table keeps reviews. */
export function reviewsAhead(run: TableRun<'families'>, window: DaySpan): Ahead {
  const field = (['lastReview', 'reviewDates'] as const).find(run.has);
  if (!field) return () => [];
  return ({ row }) => {
    const review = reviewDue(row, run.pack, window.from);
    if (review?.kind !== 'due' || !isWithin(review.due, window)) return [];
    const { due, norm, level, since } = review;
    const params = { months: norm.everyMonths, since: isoOf(since), ...levelParam(run.pack, level) };
    return [upcoming(row, { kind: 'review', day: due, field, params: { ...params, ...sourceParam(norm.source) } })];
  };
}

/** The term of the case and the first year of the family; the earliest end of the term counts, as in the rule. */
export function termsAhead(run: TableRun<'families'>, window: DaySpan): Ahead {
  return ({ row }) => {
    const found: Upcoming[] = [];
    const end = earliestEnd(termEnds(row, run.pack, window.from));
    const level = levelParam(run.pack, row.values.level?.code ?? '');
    if (end && isWithin(end.end, window)) {
      const params = { by: end.by, months: end.months, ...level };
      found.push(upcoming(row, { kind: 'term', day: end.end, field: 'level', params }));
    }
    const year = firstYear(row, run.pack, window.from);
    if (year?.kind === 'firstYear' && isWithin(year.until, window)) {
      const params = { since: isoOf(year.since), ...level, ...sourceParam(year.norm.source) };
      found.push(upcoming(row, { kind: 'firstYear', day: year.until, field: 'level', params }));
    }
    return found;
  };
}

/** Steps of the procedure that are still to be done and whose last day lies in the window. */
export function deadlinesAhead(run: TableRun<'families'>, window: DaySpan): Ahead {
  const sources = visitSources(run);
  const deadlines = judgedDeadlines(run, sources);
  const calendar = run.once(packCalendar);
  const procedure = { calendar, stepOrder: run.pack.stepOrder, sources };
  return (family) =>
    deadlines.flatMap((deadline) => {
      const pending = pendingDue(deadline, family, procedure);
      if (pending?.kind !== 'due' || !isWithin(pending.due, window)) return [];
      const { from, due } = pending;
      const field = isDatedStep(deadline.to) ? stepField(deadline.to) : null;
      const params = deadlineParams(deadline, { from, due, until: due, calendar });
      return [upcoming(family.row, { kind: 'deadline', day: due, field, params })];
    });
}

/** The revision of a programme that no review since its date has revised. */
export function revisionsAhead(run: TableRun<'families'>, window: DaySpan): Ahead {
  return ({ row }) => {
    const { programDate } = row.values;
    const norm = isKnown(programDate) ? normOfTerm(run.pack.programRevision, programDate, window.from) : null;
    if (norm === null || !isKnown(programDate)) return [];
    const day = addMonths(programDate, norm.months);
    const review = latestReview(row, window.from);
    const isRevised = review !== null && !(review <= programDate);
    if (isRevised || !isWithin(day, window)) return [];
    const params = { months: norm.months, programDate: isoOf(programDate), ...sourceParam(norm.source) };
    return [upcoming(row, { kind: 'revision', day, field: 'programDate', params })];
  };
}
