import type { RegisterRow } from '../../domain/register.ts';
import { isCounts, valueOf } from '../engine/cell-text.ts';
import { columnRule, type ColumnRun } from '../rule.ts';

type Problem = 'text' | 'negative' | 'fraction';

/** A count or a rate that cannot be counted with. Words for nothing («нет», «-», X) are zero, which reading knows. */
export const numberInvalid = columnRule({
  id: 'cell/number-invalid',
  severity: 'error',
  basis: ['rules.md'],
  scope: 'column',
  reads: 'numbers',
  isRaw: false,
  needs: [],
  prepare: (run) => {
    const { type } = run.spec;
    const { period } = run.column;
    if (type !== 'number' && type !== 'counts') return null;
    const isWhole = run.spec.isWhole === true;
    return (row, _raw, out) => {
      const value = numberIn(row, run);
      if (value === null) return;
      const problem = problemOf(value, isWhole);
      if (problem === null) return;
      out.find({ row, field: run.field, ...(period === undefined ? {} : { period }), params: { problem } });
    };
  },
  examples: {
    passes: [
      {
        families: [{ childrenCount: 3, termMonths: null, visitsByMonth: { '2026-03': 0 } }],
        specialists: [{ name: 'Ландышева О. И.', rate: 0.5 }],
      },
    ],
    fails: [
      { families: [{ childrenCount: 'двое' }] },
      { families: [{ childrenCount: 2.5 }] },
      { families: [{ visitsByMonth: { '2026-03': -1 } }] },
      { specialists: [{ name: 'Ландышева О. И.', rate: 'полная' }] },
    ],
    undecidable: [{ families: [{ applicant: 'Ромашкина Анна' }] }],
  },
});

function numberIn(row: RegisterRow, { column }: ColumnRun): number | null {
  const value = valueOf(row, column.field);
  if (typeof value === 'number') return value;
  return column.period !== undefined && isCounts(value) ? (value[column.period] ?? null) : null;
}

function problemOf(value: number, isWhole: boolean): Problem | null {
  if (Number.isNaN(value)) return 'text';
  if (value < 0) return 'negative';
  return isWhole && !Number.isInteger(value) ? 'fraction' : null;
}
