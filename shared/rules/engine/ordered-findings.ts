/** All findings of a run in sheet order; a few can be exchanged without sorting the rest again. */
import type { Finding } from '../../domain/finding.ts';

type Compare = (a: Finding, b: Finding) => number;

/** The sorted list without the retired findings and with the fresh ones. */
export function exchange(
  sorted: readonly Finding[],
  retired: ReadonlySet<Finding>,
  fresh: readonly Finding[],
  compare: Compare,
): Finding[] {
  const incoming = fresh.toSorted(compare);
  const merged: Finding[] = [];
  let next = 0;
  for (const finding of sorted) {
    if (retired.has(finding)) continue;
    for (let first = incoming[next]; first && compare(first, finding) < 0; first = incoming[next]) {
      merged.push(first);
      next += 1;
    }
    merged.push(finding);
  }
  for (; next < incoming.length; next += 1) {
    const rest = incoming[next];
    if (rest) merged.push(rest);
  }
  return merged;
}

/**
 * The list as people get it. A cell that is merged over several rows is one cell: what one rule says of it for each of
 * the rows in the same words is said once.
 */
export function withoutRepeats(sorted: readonly Finding[]): readonly Finding[] {
  return sorted.filter((finding, index) => {
    for (let back = index - 1; back >= 0; back -= 1) {
      const earlier = sorted[back];
      if (!earlier || !isSameCellAndRule(earlier, finding)) return true;
      if (isRepeat(earlier, finding)) return false;
    }
    return true;
  });
}

function isSameCellAndRule(a: Finding, b: Finding): boolean {
  return (
    a.cell.row === b.cell.row && a.cell.column === b.cell.column && a.rule === b.rule && a.cell.sheet === b.cell.sheet
  );
}

function isRepeat(a: Finding, b: Finding): boolean {
  return a.field === b.field && a.period === b.period && JSON.stringify(a.params) === JSON.stringify(b.params);
}
