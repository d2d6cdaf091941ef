/** The records behind a number of a dropped workbook: counted as the server counts those of a sending. */
import { isKnown, isoOf, type Day } from '../../../shared/domain/day.ts';
import { FIGURES, NORM_FIGURES, type FigureName, type NormFigure } from '../../../shared/domain/figure-names.ts';
import type { Pack } from '../../../shared/packs/pack.ts';
import type { CaseFacts } from '../../../shared/reports/case-facts.ts';
import { caseloads } from '../../../shared/reports/caseload.ts';
import type { DaySpan } from '../../../shared/domain/day-span.ts';
import { contribution, isMeant } from '../../../shared/reports/figures.ts';
import { isInMonths, normEvents } from '../../../shared/reports/norm-months.ts';
import { journalFrom } from '../../../shared/rules/journal-coverage.ts';
import type { CaseFigure, CaseList } from '../../../shared/sync/region-wire.ts';
import type { FileReading } from './read-file-row.ts';

export interface FileCasesWish {
  readonly figure: CaseFigure;
  /** Null: of unknown level. Absent: of all levels. */
  readonly level?: string | null;
  readonly span: DaySpan;
  readonly asOf: Day;
  readonly pack: Pack;
}

const isFigure = (figure: CaseFigure): figure is FigureName => (FIGURES as readonly string[]).includes(figure);
const isNorm = (figure: CaseFigure): figure is CaseFigure & NormFigure =>
  (NORM_FIGURES as readonly string[]).includes(figure);

/** Rows are named by their place in the workbook: «Реестр!14». */
export function fileCases(reading: FileReading, wish: FileCasesWish): CaseList {
  const { facts, errors } = reading;
  const where = wish.level === undefined ? {} : { level: wish.level };
  const countOf = counter(reading, wish);
  const rulesOf = Map.groupBy(wish.figure === 'errors' ? errors : [], ({ row }) => row);
  const cases = facts.flatMap((one) => {
    const count = isMeant(one, where) ? countOf(one) : 0;
    const rules = [...new Set((rulesOf.get(one.id) ?? []).map(({ rule }) => rule))];
    return count === 0 ? [] : [{ ...plain(one), count, rules }];
  });
  const known = new Set(facts.map(({ id }) => id));
  const elsewhere = [...rulesOf].flatMap(([row, its]) =>
    known.has(row) ? [] : [{ ...NOBODY, row, count: its.length, rules: [...new Set(its.map(({ rule }) => rule))] }],
  );
  return { total: cases.length + elsewhere.length, cases: [...cases, ...elsewhere] };
}

const NOBODY = {
  register: '',
  level: null,
  start: null,
  closedOn: null,
  isPositive: false,
  curator: null,
  sealed: { caseNo: null, applicant: null, curator: null },
};

const iso = (day: Day | null): string | null => (isKnown(day) ? isoOf(day) : null);

function plain({ id, level, start, closedOn, isPositive, curator }: CaseFacts) {
  return { ...NOBODY, row: id, level, start: iso(start), closedOn: iso(closedOn), isPositive, curator };
}

function counter(reading: FileReading, wish: FileCasesWish): (one: CaseFacts) => number {
  const { figure, span } = wish;
  if (isFigure(figure)) return (one) => contribution(one, figure, span);
  if (figure === 'specialists') return (one) => (one.curator === null ? 0 : contribution(one, 'end', span));
  const counts = new Map<string, number>();
  for (const id of behind(reading, wish)) counts.set(id, (counts.get(id) ?? 0) + 1);
  return ({ id }) => counts.get(id) ?? 0;
}

function* behind({ facts, errors, register }: FileReading, { figure, span, asOf, pack }: FileCasesWish) {
  if (figure === 'errors') yield* errors.map(({ row }) => row);
  if (figure === 'overNorm') {
    for (const { isOver, ids } of caseloads(facts, { asOf, pack })) if (isOver) yield* ids;
  }
  if (!isNorm(figure)) return;
  for (const event of normEvents(facts, { asOf, pack, journalFrom: journalFrom(register.visits) })) {
    if (event.figure === figure && isInMonths(event, span)) yield event.id;
  }
}
