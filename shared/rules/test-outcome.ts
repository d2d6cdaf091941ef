/** Runs one rule over a sketch and shows the outcome in a line per finding: for tests of rules. */
import { sheetA1 } from '../domain/cell-address.ts';
import type { Finding, Skipped } from '../domain/finding.ts';
import type { RuleId } from '../domain/rule-ids.ts';
import { checkRegister } from './check-register.ts';
import type { RegisterSketch } from './example.ts';
import { RULES } from './registry.ts';
import { testRun } from './test-register.ts';

export interface Outcome {
  readonly findings: readonly Finding[];
  /** "error Реестр!B2" of every finding, in order. */
  readonly shown: readonly string[];
  /** "norm-null level:CRISIS" of everything that was not judged. */
  readonly skipped: readonly string[];
}

/** Throws for an id that no rule has. */
export function outcomeOf(id: RuleId, sketch: RegisterSketch): Outcome {
  const rules = RULES.filter((rule) => rule.id === id);
  if (rules.length !== 1) throw new Error(`No single rule ${id}`);
  const { register, pack, asOf } = testRun(sketch);
  const { findings, ledger } = checkRegister(register, { pack, asOf, rules, leaving: sketch.leaving ?? [] });
  return {
    findings,
    shown: findings.map(({ severity, cell }) => `${severity} ${sheetA1(cell)}`),
    skipped: (ledger[0]?.skipped ?? []).map(({ reason, detail }: Skipped) => `${reason} ${detail}`),
  };
}
