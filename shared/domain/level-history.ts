/** At which level a case was when: from its start over its transfers to its closing. */
import { startOf } from './case-state.ts';
import { isKnown, type Day } from './day.ts';
import type { FamilyRow } from './register.ts';

/** A span at one level. Days from … to, both included; `to` is Infinity while it lasts, and the day before the closing. */
export interface LevelSpan {
  readonly from: Day;
  readonly to: Day;
  /** The level's code; null when it is not known. */
  readonly level: string | null;
}

/**
 * The spans of a case in order, without gaps; a transfer to the same level begins no new span. After the last transfer
 * on or before the day today's level holds. Before the first one it is the level that the cell names, or else unknown;
 * likewise after a transfer that names no level. Empty when support has not begun, and null when the start, the closing
 * or a transfer is unreadable: then nothing is known of any span.
 */
export function levelSpans(row: FamilyRow, asOf: Day): readonly LevelSpan[] | null {
  const { closedOn, transfers, level } = row.values;
  const start = startOf(row);
  const all = transfers ?? [];
  if (Number.isNaN(start) || Number.isNaN(closedOn) || all.some(({ day }) => Number.isNaN(day))) return null;
  if (!isKnown(start)) return [];
  const past = all.filter(({ day }) => day <= asOf && day >= start).toSorted((a, b) => a.day - b.day);
  const last = isKnown(closedOn) ? closedOn - 1 : Infinity;
  const today = level?.code ?? null;
  const changes = past.map((transfer, index) => ({
    from: transfer.day,
    level: index === past.length - 1 ? today : (transfer.level?.code ?? null),
  }));
  const first = { from: start, level: past.length === 0 ? today : (row.levelBefore?.code ?? null) };
  const spans: LevelSpan[] = [];
  for (const [index, { from, level: held }] of [first, ...changes].entries()) {
    const to = Math.min(last, (changes[index]?.from ?? Infinity) - 1);
    if (from > to) continue;
    const before = spans.at(-1);
    if (before && held !== null && before.level === held) spans[spans.length - 1] = { ...before, to };
    else spans.push({ from, to, level: held });
  }
  return spans;
}
