/** The outcome as people and programs get it. */
import type { CheckResult, LedgerEntry, Skipped } from '../../domain/finding.ts';
import type { Register } from '../../domain/register.ts';
import type { Rule, Run } from '../rule.ts';
import { tableOf } from './compile-table.ts';
import type { Published } from './ordered-findings.ts';
import type { Tally } from './tally.ts';

/** Version of the rules as code: raised whenever the same register could give another result. */
export const ENGINE_VERSION = '1.2.0';

/** Puts together what was found and what each rule did. Rules stand in the ledger in the order given. */
export function resultOf(
  register: Register,
  run: Run,
  { findings, byRule, bySeverity }: Published,
  tallies: readonly Tally[],
): CheckResult {
  const ledger = tallies.map((tally): LedgerEntry => ({
    rule: tally.rule.id,
    looked: tally.looked(),
    findings: byRule.get(tally.rule.id) ?? 0,
    skipped: skippedOf(tally, run),
  }));
  return {
    asOf: run.asOf,
    pack: { id: run.pack.id, version: run.pack.version },
    engine: ENGINE_VERSION,
    findings,
    ledger,
    summary: {
      cases: register.families.length,
      visits: register.visits.length,
      errors: bySeverity.error,
      warnings: bySeverity.warning,
      notes: bySeverity.note,
    },
  };
}

function skippedOf(tally: Tally, run: Run): readonly Skipped[] {
  const { rule } = tally;
  const absent = absentTable(rule, run);
  if (absent !== null) return [{ rule: rule.id, reason: 'table-missing', detail: `table:${absent}`, rows: 0 }];
  const skipped = tally.skipped();
  if (rule.scope !== 'column' || tally.looked() > 0 || skipped.length > 0) return skipped;
  const absentColumns =
    typeof rule.reads === 'string' ? [`columns:${rule.reads}`] : rule.reads.map((field) => `field:${field}`);
  return absentColumns.map((detail) => ({ rule: rule.id, reason: 'column-missing', detail, rows: 0 }));
}

function absentTable(rule: Rule, run: Run): string | null {
  const kind = tableOf(rule);
  return kind === null || run.hasTable(kind) ? null : kind;
}
