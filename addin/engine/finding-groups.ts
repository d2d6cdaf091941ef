/**
 * Findings in groups for the list: by rule, by curator, by family. A defect that runs through a whole column becomes
 * one line («вся графа…: 412 ячеек») with one correction, so that it cannot hide the rest.
 */
import type { Finding, Severity } from '../../shared/domain/finding.ts';
import type { ReadingAccount } from '../../shared/reading/reading.ts';
import { graver } from './finding-marks.ts';

export type GroupBy = 'rule' | 'curator' | 'family';

/** The same defect in most cells of one column. */
export interface Systematic {
  readonly kind: 'systematic';
  readonly sheet: string;
  readonly rule: string;
  readonly field: string;
  readonly findings: readonly Finding[];
}

export type GroupEntry = Systematic | { readonly kind: 'finding'; readonly finding: Finding };

export interface FindingGroup {
  /** The rule's id, the curator or the family; null where the row names none. */
  readonly key: string | null;
  readonly severity: Severity;
  readonly findings: readonly Finding[];
  readonly entries: readonly GroupEntry[];
}

const SYSTEMATIC_FROM = 12;
const SYSTEMATIC_SHARE = 0.5;
const SEVERITY_ORDER: Readonly<Record<Severity, number>> = { error: 0, warning: 1, note: 2 };

/** Groups in order of severity, then of size. Only grouping by rule draws systematic lines together. */
export function groupFindings(
  findings: readonly Finding[],
  by: GroupBy,
  account: ReadingAccount | null,
): readonly FindingGroup[] {
  const groups = Map.groupBy(findings, (finding) => keyOf(finding, by));
  const recordsOf = recordCounts(account);
  return [...groups]
    .map(([key, members]) => ({
      key,
      severity: members.map(({ severity }) => severity).reduce(graver),
      findings: members,
      entries: by === 'rule' ? entriesOf(members, recordsOf) : members.map(asEntry),
    }))
    .toSorted(
      (one, other) =>
        SEVERITY_ORDER[one.severity] - SEVERITY_ORDER[other.severity] || other.findings.length - one.findings.length,
    );
}

function keyOf(finding: Finding, by: GroupBy): string | null {
  if (by === 'rule') return finding.rule;
  return by === 'curator' ? finding.curator : finding.subject;
}

function asEntry(finding: Finding): GroupEntry {
  return { kind: 'finding', finding };
}

function recordCounts(account: ReadingAccount | null): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { sheet, tables } of account?.sheets ?? []) {
    counts.set(
      sheet,
      tables.reduce((sum, { records }) => sum + records, 0),
    );
  }
  return counts;
}

function entriesOf(findings: readonly Finding[], recordsOf: ReadonlyMap<string, number>): readonly GroupEntry[] {
  const inColumns = findings.filter(({ field }) => field !== null);
  const columns = Map.groupBy(inColumns, ({ cell: { sheet, column } }) => JSON.stringify([sheet, column]));
  const systematic: Systematic[] = [];
  const drawn = new Set<Finding>();
  for (const column of columns.values()) {
    const first = column[0];
    if (!first || first.field === null || !runsThrough(column.length, recordsOf.get(first.cell.sheet))) continue;
    const { rule, field, cell } = first;
    systematic.push({ kind: 'systematic', sheet: cell.sheet, rule, field, findings: column });
    for (const finding of column) drawn.add(finding);
  }
  return [...systematic, ...findings.filter((finding) => !drawn.has(finding)).map(asEntry)];
}

function runsThrough(count: number, records: number | undefined): boolean {
  return count >= SYSTEMATIC_FROM && records !== undefined && count >= records * SYSTEMATIC_SHARE;
}
