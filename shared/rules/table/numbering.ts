import { isKnown, partsOf } from '../../domain/day.ts';
import type { FamilyRow } from '../../domain/register.ts';
import { BY_TABLE } from '../grouping.ts';
import { groupRule } from '../rule.ts';

/**
 * № п/п with a gap or a repeat: a row was lost, or pasted twice. [R22] It may begin anew with the year and after a
 * section row. Rows without a whole number are passed over. After a slip the count goes on from the number written, or
 * from the one that was due.
 */
export const numbering = groupRule({
  id: 'table/numbering',
  severity: 'note',
  basis: ['rules.md'],
  scope: 'group',
  table: 'families',
  reads: ['seq', 'applicationDate', 'registeredOn', 'contractDate', 'startDate'],
  requires: ['seq'],
  needs: [],
  groupBy: BY_TABLE,
  prepare: () => (rows, out) => {
    let last: { readonly row: FamilyRow; readonly written: number; readonly due: number } | null = null;
    let passedOver = 0;
    for (const row of rows) {
      const written = wholeNumber(row.values.seq);
      if (written === null) {
        passedOver += 1;
        continue;
      }
      const next: number = last === null ? written : last.due + 1 + passedOver;
      const isDue = last === null || written === last.written + 1 || written === next || written === last.due + 1;
      if (last !== null && !isDue && !(written === 1 && mayBeginAnew(last.row, row))) {
        out.find({
          row,
          field: 'seq',
          params: { number: written, expected: last.written + 1, problem: written <= last.written ? 'repeat' : 'gap' },
        });
        last = { row, written, due: next };
      } else {
        last = { row, written, due: written };
      }
      passedOver = 0;
    }
  },
  examples: {
    passes: [
      { families: [{ seq: '1' }, { seq: '2' }, { seq: null }, { seq: '3' }] },
      {
        families: [
          { seq: '118', applicationDate: '2025-12-20' },
          { seq: '1', applicationDate: '2026-01-12' },
        ],
      },
    ],
    fails: [
      { families: [{ seq: '1' }, { seq: '2' }, { seq: '4' }] },
      { families: [{ seq: '1' }, { seq: '2' }, { seq: '2' }, { seq: '3' }] },
    ],
    undecidable: [{ families: [{ applicant: 'Ромашкина' }] }],
  },
});

function wholeNumber(text: string | null | undefined): number | null {
  const match = /^\s*(\d{1,7})\s*\.?\s*$/.exec(text ?? '');
  return match ? Number(match[1]) : null;
}

function mayBeginAnew(last: FamilyRow, row: FamilyRow): boolean {
  const isNewSection = row.table.skippedRows.some(
    (skipped) => skipped.why === 'section' && skipped.row > last.row && skipped.row < row.row,
  );
  if (isNewSection) return true;
  const before = yearOf(last);
  const now = yearOf(row);
  return before === null || now === null || now > before;
}

function yearOf({ values }: FamilyRow): number | null {
  const day = [values.applicationDate, values.registeredOn, values.contractDate, values.startDate].find(isKnown);
  return day === undefined ? null : partsOf(day).year;
}
