/** When a case is to be reviewed next. */
import { addMonths } from '../../calendar/month-arithmetic.ts';
import { levelFrom, levelFromField } from '../../domain/case-state.ts';
import { isKnown } from '../../domain/day.ts';
import type { Day } from '../../domain/day.ts';
import type { FamilyRow } from '../../domain/register.ts';
import { normOfTerm } from '../../packs/norm-on.ts';
import type { Pack } from '../../packs/pack.ts';
import { notJudged } from '../not-judged.ts';
import type { NotJudged } from '../not-judged.ts';
import { latestReview, unclearReviewField } from './reviews.ts';

function reviewNorm(pack: Pack, level: string, days: { readonly since: Day; readonly asOf: Day }) {
  return normOfTerm(pack.levels[level]?.review ?? null, days.since, days.asOf);
}

export interface ReviewDue {
  readonly kind: 'due';
  readonly level: string;
  /** The last review, or else since when the level holds. */
  readonly since: Day;
  readonly basis: 'review' | 'level';
  /** The last day on which the next review is in time. */
  readonly due: Day;
  readonly norm: NonNullable<ReturnType<typeof reviewNorm>>;
}

/** Null when the case has no level or support has not begun. */
export function reviewDue(row: FamilyRow, pack: Pack, asOf: Day): ReviewDue | NotJudged | null {
  const level = row.values.level?.code ?? null;
  if (level === null) return null;
  const review = latestReview(row, asOf);
  const since = review ?? levelFrom(row, asOf);
  const norm = reviewNorm(pack, level, { since: isKnown(since) ? since : asOf, asOf });
  if (norm === null) return notJudged('norm-null', `level:${level}`);
  if (Number.isNaN(review)) return notJudged('value-unreadable', `field:${unclearReviewField(row, asOf)}`);
  if (Number.isNaN(since)) return notJudged('value-unreadable', `field:${levelFromField(row)}`);
  if (!isKnown(since)) return null;
  const basis = review === null ? 'level' : 'review';
  return { kind: 'due', level, since, basis, due: addMonths(since, norm.everyMonths), norm };
}
