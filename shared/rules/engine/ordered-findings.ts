/**
 * All findings of a run in sheet order, with their counts. A few are exchanged by looking at their own places only:
 * touching every finding of a large register would cost more than judging the edit.
 */
import type { Finding, Severity } from '../../domain/finding.ts';

type Compare = (a: Finding, b: Finding) => number;

export interface Published {
  readonly findings: readonly Finding[];
  readonly byRule: ReadonlyMap<string, number>;
  readonly bySeverity: Readonly<Record<Severity, number>>;
}

export interface OrderedFindings {
  readonly exchange: (retired: ReadonlySet<Finding>, fresh: readonly Finding[]) => void;
  /**
   * The list as people get it. A cell that is merged over several rows is one cell: what one rule says of it for each
   * of the rows in the same words is said once. A rule that says one thing per cell has said it with its first finding.
   */
  readonly published: () => Published;
}

/** How findings follow each other, and which rules say one thing per cell. */
export interface Ordering {
  readonly compare: Compare;
  readonly oncePerCell: ReadonlySet<string>;
}

/** Takes findings in any order. Nothing that was published changes afterwards. */
export function orderedFindings(all: readonly Finding[], { compare, oncePerCell }: Ordering): OrderedFindings {
  const sorted = all.toSorted(compare);
  const repeats = new Set<Finding>();
  const byRule = new Map<string, number>();
  const bySeverity: Record<Severity, number> = { error: 0, warning: 0, note: 0 };
  const count = ({ rule, severity }: Finding, by: 1 | -1): void => {
    byRule.set(rule, (byRule.get(rule) ?? 0) + by);
    bySeverity[severity] += by;
  };
  for (const finding of sorted) count(finding, 1);
  const markRepeats = (at: number): void => markRepeatsAt(sorted, at, { repeats, oncePerCell });
  for (let at = 1; at < sorted.length; at += 1) if (isOneCell(sorted[at - 1], sorted[at])) markRepeats(at);

  const remove = (finding: Finding): void => {
    let at = placeOf(sorted, finding, compare);
    while (sorted[at] !== finding && at < sorted.length) at += 1;
    sorted.splice(at, 1);
    repeats.delete(finding);
    markRepeats(at);
  };
  const add = (finding: Finding): void => {
    const at = placeOf(sorted, finding, compare);
    sorted.splice(at, 0, finding);
    markRepeats(at);
  };
  return {
    exchange: (retired, fresh) => {
      for (const finding of retired) remove(finding);
      for (const finding of fresh) add(finding);
      for (const finding of retired) count(finding, -1);
      for (const finding of fresh) count(finding, 1);
    },
    published: () => {
      const rules = new Map(byRule);
      const severities = { ...bySeverity };
      for (const { rule, severity } of repeats) {
        rules.set(rule, (rules.get(rule) ?? 0) - 1);
        severities[severity] -= 1;
      }
      const findings = repeats.size === 0 ? sorted.slice() : sorted.filter((finding) => !repeats.has(finding));
      return { findings, byRule: rules, bySeverity: severities };
    },
  };
}

/** The first place whose finding does not come before this one. */
function placeOf(sorted: readonly Finding[], finding: Finding, compare: Compare): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const other = sorted[middle];
    if (other && compare(other, finding) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Decides anew which findings of one rule on the cell at this place repeat an earlier one. */
function markRepeatsAt(
  sorted: readonly Finding[],
  at: number,
  { repeats, oncePerCell }: { readonly repeats: Set<Finding>; readonly oncePerCell: ReadonlySet<string> },
): void {
  let first = at;
  while (isOneCell(sorted[first - 1], sorted[at])) first -= 1;
  const said: Finding[] = [];
  for (let place = first; isOneCell(sorted[place], sorted[at]); place += 1) {
    const finding = sorted[place];
    if (!finding) return;
    const isRepeat = oncePerCell.has(finding.rule)
      ? said.length > 0
      : said.some((earlier) => saysTheSame(earlier, finding));
    if (isRepeat) repeats.add(finding);
    else {
      repeats.delete(finding);
      said.push(finding);
    }
  }
}

function isOneCell(a: Finding | undefined, b: Finding | undefined): boolean {
  return (
    a !== undefined &&
    b !== undefined &&
    a.cell.row === b.cell.row &&
    a.cell.column === b.cell.column &&
    a.rule === b.rule &&
    a.cell.sheet === b.cell.sheet
  );
}

function saysTheSame(a: Finding, b: Finding): boolean {
  return a.field === b.field && a.period === b.period && JSON.stringify(a.params) === JSON.stringify(b.params);
}
