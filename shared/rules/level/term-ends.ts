/** When the support of a case is to end: by the level's term, by its own, by its programme, by the family's first year. */
import { addMonths } from '../../calendar/month-arithmetic.ts';
import { levelFrom, levelFromField, startField, startOf } from '../../domain/case-state.ts';
import { isKnown } from '../../domain/day.ts';
import type { Day } from '../../domain/day.ts';
import type { Severity } from '../../domain/finding.ts';
import type { FamilyRow } from '../../domain/register.ts';
import { normOfTerm } from '../../packs/norm-on.ts';
import type { Pack, Source } from '../../packs/pack.ts';
import { notJudged } from '../not-judged.ts';
import type { NotJudged } from '../not-judged.ts';
import { severityOfNorm } from '../rule.ts';

export interface TermEnd {
  readonly kind: 'term';
  readonly by: 'norm' | 'ownTerm' | 'programme';
  /** The last day of the term. */
  readonly end: Day;
  /** Length of the term; 0 for a programme's own end. */
  readonly months: number;
  readonly severity: Severity;
  /** Null for the family's own term and programme. */
  readonly source: Source | null;
}

/**
 * Every end that counts for a case: the level's term, the row's own term, the end of its programme. A recommended term
 * of the level lowers all of them.
 */
export function termEnds(row: FamilyRow, pack: Pack, asOf: Day): readonly (TermEnd | NotJudged)[] {
  const { level, termMonths, programUntil } = row.values;
  const code = level?.code ?? null;
  const from = levelFrom(row, asOf);
  const norms = code === null ? null : (pack.levels[code]?.term ?? null);
  const norm = normOfTerm(norms, isKnown(from) ? from : asOf, asOf);
  const severity = norm ? severityOfNorm(norm.kind) : 'error';
  const ends: (TermEnd | NotJudged)[] = [];
  const add = (by: TermEnd['by'], end: Day, months: number, source: Source | null): number =>
    ends.push({ kind: 'term', by, end, months, severity, source });
  if (code !== null && norm === null) ends.push(notJudged('norm-null', `level:${code}`));
  if (Number.isNaN(from)) ends.push(notJudged('value-unreadable', `field:${levelFromField(row)}`));
  if (Number.isNaN(termMonths)) ends.push(notJudged('value-unreadable', 'field:termMonths'));
  if (Number.isNaN(programUntil)) ends.push(notJudged('value-unreadable', 'field:programUntil'));
  if (isKnown(from) && norm) add('norm', addMonths(from, norm.months), norm.months, norm.source);
  if (isKnown(from) && isKnown(termMonths) && termMonths > 0) {
    add('ownTerm', addMonths(from, Math.floor(termMonths)), Math.floor(termMonths), null);
  }
  if (isKnown(programUntil)) add('programme', programUntil, 0, null);
  return ends;
}

/** The end that comes first; null when none is known. */
export function earliestEnd(ends: readonly (TermEnd | NotJudged)[]): TermEnd | null {
  let earliest: TermEnd | null = null;
  for (const end of ends) if (end.kind === 'term' && (earliest === null || end.end < earliest.end)) earliest = end;
  return earliest;
}

function firstYearNorm(pack: Pack, level: string, days: { readonly since: Day; readonly asOf: Day }) {
  return normOfTerm(pack.levels[level]?.firstYear ?? null, days.since, days.asOf);
}

export interface FirstYear {
  readonly kind: 'firstYear';
  readonly level: string;
  readonly since: Day;
  /** The last day on which the family may stand at the level. */
  readonly until: Day;
  readonly norm: NonNullable<ReturnType<typeof firstYearNorm>>;
}

/** How long a level that is for the first year of a family holds. Null for other levels, and before the start. */
export function firstYear(row: FamilyRow, pack: Pack, asOf: Day): FirstYear | NotJudged | null {
  const level = row.values.level?.code ?? '';
  const { formedOn } = row.values;
  const since = formedOn ?? startOf(row);
  const norm = firstYearNorm(pack, level, { since: isKnown(since) ? since : asOf, asOf });
  if (norm === null || since === null) return null;
  if (Number.isNaN(since)) {
    return notJudged('value-unreadable', `field:${Number.isNaN(formedOn) ? 'formedOn' : startField(row)}`);
  }
  return { kind: 'firstYear', level, since, until: addMonths(since, norm.months), norm };
}
