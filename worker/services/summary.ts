/** What the region's pages need of one register, computed once per submission. */
import * as z from 'zod';
import { isOpen } from '../../shared/domain/case-state.ts';
import type { Day } from '../../shared/domain/day.ts';
import type { CheckResult, Finding } from '../../shared/domain/finding.ts';
import type { FamilyRow, Register } from '../../shared/domain/register.ts';

export const summarySchema = z.object({
  cases: z.number(),
  openCases: z.number(),
  errors: z.number(),
  warnings: z.number(),
  notes: z.number(),
  /** Pseudonyms of the curators of open cases. */
  curators: z.array(z.string()),
  overNorm: z.array(
    z.object({ curator: z.string(), level: z.string().nullable(), cases: z.number(), norm: z.number().nullable() }),
  ),
  /** Whether the register was sent with the region's key, and its open cases without a fingerprint. Absent: not known. */
  prints: z.object({ isKeyed: z.boolean(), without: z.number() }).optional(),
});
export type Summary = z.infer<typeof summarySchema>;

/** Rules whose findings say that a curator has too many cases. */
const CASELOAD_RULES = new Set(['caseload/over-norm', 'caseload/over-weighted']);

/** Counts a checked register. */
export function summaryOf(register: Register, result: CheckResult, asOf: Day): Summary {
  const open = register.families.filter((row) => isOpen(row, asOf));
  const { errors, warnings, notes } = result.summary;
  return {
    cases: register.families.length,
    openCases: open.length,
    errors,
    warnings,
    notes,
    curators: [...new Set(open.map(curatorOf).filter((curator) => curator !== null))],
    overNorm: result.findings.filter(({ rule }) => CASELOAD_RULES.has(rule)).map((finding) => overNorm(finding, open)),
  };
}

/** How many open cases cannot be compared between districts. `printsOf`: fingerprints of a row; undefined: none sent. */
export function printFacts(
  register: Register,
  asOf: Day,
  printsOf: (row: FamilyRow) => unknown,
): NonNullable<Summary['prints']> {
  const found = register.families.filter((row) => isOpen(row, asOf)).map(printsOf);
  return {
    isKeyed: register.families.some((row) => Array.isArray(printsOf(row))),
    without: found.filter((prints) => !Array.isArray(prints) || prints.length === 0).length,
  };
}

function levelOf({ values }: FamilyRow): string | null {
  return values.level ? (values.level.code ?? '?') : null;
}

function curatorOf({ values }: FamilyRow): string | null {
  return values.curator ?? null;
}

function overNorm(finding: Finding, open: readonly FamilyRow[]): Summary['overNorm'][number] {
  const at = open.find((row) => row.table.sheet === finding.cell.sheet && row.row === finding.cell.row);
  const curator = finding.curator ?? (at ? curatorOf(at) : null) ?? '';
  const level = finding.rule === 'caseload/over-norm' && at ? levelOf(at) : null;
  const own = open.filter((row) => curatorOf(row) === curator && (level === null || levelOf(row) === level));
  const { norm } = finding.params;
  return { curator, level, cases: own.length, norm: typeof norm === 'number' ? norm : null };
}
