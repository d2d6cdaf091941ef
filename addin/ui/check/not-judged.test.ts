import { describe, expect, it } from 'vitest';
import type { LedgerEntry, Skipped } from '../../../shared/domain/finding.ts';
import { countNotJudged, notJudgedByReason } from './not-judged.ts';

const entry = (rule: string, ...skipped: readonly Omit<Skipped, 'rule'>[]): LedgerEntry => ({
  rule,
  looked: 5,
  findings: 0,
  skipped: skipped.map((one) => ({ rule, ...one })),
});
const noColumn = { reason: 'column-missing', detail: 'field:contractDate' } as const;
const noNorm = { reason: 'norm-null', detail: 'level:CRISIS' } as const;

const LEDGER = [
  entry('cell/untidy'),
  entry('deadline/late', { ...noColumn, rows: 3 }, { ...noNorm, rows: 1 }),
  entry('deadline/overdue', { ...noColumn, rows: 0 }),
];

describe('what was not judged', () => {
  it('stands by its reason, with the rules and rows that it stopped', () => {
    expect(countNotJudged(LEDGER)).toBe(2);
    expect(notJudgedByReason(LEDGER)).toEqual([
      {
        reason: { rule: 'deadline/late', ...noColumn, rows: 0 },
        rules: [
          { rule: 'deadline/late', rows: 3 },
          { rule: 'deadline/overdue', rows: 0 },
        ],
      },
      { reason: { rule: 'deadline/late', ...noNorm, rows: 0 }, rules: [{ rule: 'deadline/late', rows: 1 }] },
    ]);
  });

  it('is nothing where every rule judged', () => {
    expect(notJudgedByReason([entry('cell/untidy')])).toEqual([]);
  });
});
