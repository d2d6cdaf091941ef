/** The children by whom a family stands in a category, and the day on which they are looked at. */
import { isRefused, judgedOn } from '../../domain/case-state.ts';
import { childrenOf, type Children } from '../../domain/children.ts';
import type { Day } from '../../domain/day.ts';
import type { FamilyCase } from '../links.ts';
import type { Out, Run } from '../rule.ts';

export interface ChildrenJudged extends Children {
  readonly day: Day;
}

/**
 * Null for a refused application, a family of other categories, and one of which nobody knows the children; also, and
 * then it is said, where the closing date that they would be judged on cannot be read.
 */
export function childrenJudged(
  { row, members }: FamilyCase,
  category: string,
  { run, out }: { readonly run: Run; readonly out: Out },
): ChildrenJudged | null {
  const isIn = row.values.categories?.some(({ code }) => code === category);
  const children = isIn && !isRefused(row) ? childrenOf(row, members) : null;
  if (!children) return null;
  const day = judgedOn(row, run.asOf);
  if (!Number.isNaN(day)) return { ...children, day };
  out.skip('value-unreadable', 'field:closedOn');
  return null;
}
