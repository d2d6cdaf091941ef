/** The cases behind a figure of one district, counted from its rows as they are now. */
import { isoOf, isKnown, type Day } from '../../shared/domain/day.ts';
import { DEFAULT_PACK_ID, packById } from '../../shared/packs/packs.ts';
import type { CaseFacts } from '../../shared/reports/case-facts.ts';
import { deadlinesKept } from '../../shared/reports/deadlines-kept.ts';
import { contribution, isMeant } from '../../shared/reports/figures.ts';
import { reportPeriod, type ReportPeriod } from '../../shared/reports/report-period.ts';
import { visitsKept } from '../../shared/reports/visits-kept.ts';
import { failed, type Outcome } from '../../shared/sync/error-codes.ts';
import type { CaseFigure, CaseList } from '../../shared/sync/region-wire.ts';
import { readDistrictCaseRows } from '../store/case-store.ts';
import type { DistrictScope } from '../store/scope.ts';
import { wireRow } from './count-push.ts';
import { factsOfRows, journalFrom } from './facts-of-rows.ts';
import type { Ports } from './ports.ts';

const MOST_CASES = 500;

export interface FigureWish {
  readonly period: string;
  readonly figure: CaseFigure;
  /** «none»: of unknown level. */
  readonly level?: string | undefined;
}

/** The cases, those that add most first among equals in order of their rows. */
export async function figureCases(
  ports: Ports,
  scope: DistrictScope,
  { period: key, figure, level }: FigureWish,
): Promise<Outcome<CaseList>> {
  const period = reportPeriod(key);
  if (period === null) return failed('body-malformed');
  const registers = await readDistrictCaseRows(ports.db, scope);
  const found: CaseList['cases'] = [];
  for (const { register, asOf, pack, rows: stored } of registers) {
    const rows = stored.map(wireRow);
    const hasJournal = rows.some(({ kind }) => kind === 'visits');
    const facts = factsOfRows(rows, { district: scope.districtId, asOf: asOf ?? period.to, hasJournal });
    const where = level === undefined ? {} : { level: level === 'none' ? null : level };
    const countOf = counter(facts, { figure, period, asOf, packId: pack, from: journalFrom(rows) });
    for (const one of facts) {
      const count = isMeant(one, where) ? countOf(one) : 0;
      if (count !== 0) found.push(listed(one, register, count));
    }
  }
  return { ok: true, value: { total: found.length, cases: found.slice(0, MOST_CASES) } };
}

const iso = (day: Day | null): string | null => (isKnown(day) ? isoOf(day) : null);

function listed(facts: CaseFacts, register: string, count: number): CaseList['cases'][number] {
  const { id, level, start, closedOn, isPositive } = facts;
  return { register, row: id, level, start: iso(start), closedOn: iso(closedOn), isPositive, count };
}

interface CounterWish {
  readonly figure: CaseFigure;
  readonly period: ReportPeriod;
  readonly asOf: Day | null;
  readonly packId: string | null;
  readonly from: Day | null;
}

/** What a case adds to the figure. Norms are those by which the register was judged last. */
function counter(facts: readonly CaseFacts[], wish: CounterWish): (one: CaseFacts) => number {
  const { figure, period, asOf, from } = wish;
  if (figure !== 'visitsMissed' && figure !== 'termsLate' && figure !== 'termsOverdue') {
    return (one) => contribution(one, figure, period);
  }
  const pack = packById(wish.packId ?? DEFAULT_PACK_ID);
  if (pack === undefined || asOf === null) return () => 0;
  const base = { span: period, asOf, pack };
  const ids =
    figure === 'visitsMissed'
      ? visitsKept(facts, { ...base, journalFrom: from }).flatMap(({ missed }) => missed.map(({ id }) => id))
      : deadlinesKept(facts, base).flatMap(({ cases }) => cases[figure === 'termsLate' ? 'late' : 'overdue']);
  const counts = new Map<string, number>();
  for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + 1);
  return ({ id }) => counts.get(id) ?? 0;
}
