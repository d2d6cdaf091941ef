/** The lines of the list of findings: groups, systematic lines, findings. Only open ones show what is inside. */
import type { Finding } from '../../../shared/domain/finding.ts';
import type { FindingGroup, GroupEntry, Systematic } from '../../engine/finding-groups.ts';

export type ListRow =
  | { readonly kind: 'group'; readonly key: string; readonly group: FindingGroup; readonly isOpen: boolean }
  | { readonly kind: 'systematic'; readonly key: string; readonly entry: Systematic; readonly isOpen: boolean }
  | { readonly kind: 'finding'; readonly key: string; readonly finding: Finding; readonly isInside: boolean };

/** Few findings are all shown; of many, the gravest group. */
const SHOWN_AT_ONCE = 40;

export function listRows(
  groups: readonly FindingGroup[],
  openByHand: ReadonlyMap<string, boolean>,
): readonly ListRow[] {
  const total = groups.reduce((sum, { findings }) => sum + findings.length, 0);
  const rows: ListRow[] = [];
  for (const [at, group] of groups.entries()) {
    const key = `group ${group.key ?? ''}`;
    const isOpen = openByHand.get(key) ?? (at === 0 || total <= SHOWN_AT_ONCE);
    rows.push({ kind: 'group', key, group, isOpen });
    if (isOpen) for (const entry of group.entries) addEntry(rows, entry, openByHand);
  }
  return rows;
}

function addEntry(rows: ListRow[], entry: GroupEntry, openByHand: ReadonlyMap<string, boolean>): void {
  if (entry.kind === 'finding') {
    rows.push({ kind: 'finding', key: entry.finding.identity, finding: entry.finding, isInside: false });
    return;
  }
  const key = `column ${entry.rule} ${entry.sheet} ${entry.field}`;
  const isOpen = openByHand.get(key) ?? false;
  rows.push({ kind: 'systematic', key, entry, isOpen });
  if (!isOpen) return;
  for (const finding of entry.findings) rows.push({ kind: 'finding', key: finding.identity, finding, isInside: true });
}

/** Keys must differ even where two findings share an identity (a row pasted twice). */
export function uniqueKeys(rows: readonly ListRow[]): readonly string[] {
  const seen = new Map<string, number>();
  return rows.map(({ key }) => {
    const count = seen.get(key) ?? 0;
    seen.set(key, count + 1);
    return count === 0 ? key : `${key} ${count}`;
  });
}
