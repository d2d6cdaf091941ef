/**
 * Runs all rules over a register and keeps the outcome up to date while rows change.
 *
 * Invariant: after any number of updates the result equals that of a fresh run over the same register. It holds because
 * a check sees nothing but its unit (a row, a family, a group), because what a unit had given is taken back by the very
 * same check on the very same unit, and because units are never changed in place.
 */
import type { CheckResult } from '../domain/finding.ts';
import type { Register } from '../domain/register.ts';
import { continuityOf } from './engine/continuity.ts';
import { judge } from './engine/judgement.ts';
import type { RowChange } from './engine/row-changes.ts';
import type { RunOptions } from './engine/run.ts';
import { RULES } from './registry.ts';
import type { Rule } from './rule.ts';

export interface CheckOptions extends RunOptions {
  /** Other rules than the registry's; for tests. */
  readonly rules?: readonly Rule[];
}

/** Judges a register by every rule. Never throws for what a register holds: a rule that fails is named in the ledger. */
export function checkRegister(register: Register, options: CheckOptions): CheckResult {
  return judge(register, { ...options, rules: options.rules ?? RULES }).result();
}

export interface Checker {
  readonly result: () => CheckResult;
  /**
   * Takes in a register in which some rows have been read anew: each change gives the old and the new record of a row
   * (`before: null` for a new one, `after: null` for one that is gone), and all other records are the same objects as
   * before. Where more than that has changed (tables, columns, staff, report forms), or most of the rows, everything
   * is judged from scratch; the result is the same.
   */
  readonly update: (register: Register, changes: readonly RowChange[]) => CheckResult;
}

/** Judges a register, and stays ready to judge it again after an edit at the cost of the rows concerned. */
export function startChecker(register: Register, options: CheckOptions): Checker {
  const all = { ...options, rules: options.rules ?? RULES };
  let continuity = continuityOf(register);
  let judgement = judge(register, all);
  return {
    result: () => judgement.result(),
    update: (next, changes) => {
      if (continuity.takes(next, changes)) judgement.take(next, changes);
      else {
        continuity = continuityOf(next);
        judgement = judge(next, all);
      }
      return judgement.result();
    },
  };
}
