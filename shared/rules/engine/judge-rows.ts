/** Runs compiled checks over single rows, families and belongings. A check that throws stops nothing but itself. */
import type { Register, RegisterRow } from '../../domain/register.ts';
import type { FamilyCase } from '../links.ts';
import type { Compiled, FamilyCheck, TablePlan } from './compile-table.ts';
import type { Belonging } from './link-index.ts';

/** 1 judges, -1 takes an earlier judgement back. */
export type Sign = 1 | -1;

export function judgeRow(plan: TablePlan, row: RegisterRow, rawCell: Register['rawCell'], sign: Sign): void {
  for (const { tally, reason, detail } of plan.unjudged) {
    tally.begin(row, sign, 0);
    tally.out.skip(reason, detail);
  }
  for (const { tally, check } of plan.rows) {
    tally.begin(row, sign, 1);
    try {
      check(row, tally.out);
    } catch (thrown) {
      tally.fail(thrown);
    }
  }
  for (const tally of plan.columnTallies) tally.begin(row, sign, 1);
  if (sign === 1) judgeCells(plan, row, rawCell);
}

/** Checks of cells never skip, so that there is nothing to take back but their findings. */
function judgeCells({ columns }: TablePlan, row: RegisterRow, rawCell: Register['rawCell']): void {
  const { sheet } = row.table;
  for (const { column, place, raw, decoded } of columns) {
    for (const { tally, check } of decoded) {
      try {
        check(row, null, tally.out);
      } catch (thrown) {
        tally.fail(thrown);
      }
    }
    if (raw.length === 0 || rawCell === undefined) continue;
    if (row.movedCells !== undefined && isElsewhere(row, place)) continue;
    const value = rawCell(sheet, row.row, column);
    if (value === null || value === undefined || value === '') continue;
    for (const { tally, check } of raw) {
      try {
        check(row, value, tally.out);
      } catch (thrown) {
        tally.fail(thrown);
      }
    }
  }
}

/** A cell merged over several rows is judged with the row it stands on. */
function isElsewhere(row: RegisterRow, place: string): boolean {
  const moved = row.movedCells?.[place];
  return moved !== undefined && moved.row !== row.row;
}

export function judgeFamily(checks: readonly Compiled<FamilyCheck>[], family: FamilyCase, sign: Sign): void {
  for (const { tally, check } of checks) {
    tally.begin(family, sign, 1);
    try {
      check(family, tally.out);
    } catch (thrown) {
      tally.fail(thrown);
    }
  }
}

export function judgeLink(plan: TablePlan, { row, owner }: Belonging, sign: Sign): void {
  for (const { tally, check } of plan.links) {
    tally.begin(row, sign, 1);
    try {
      check(row, owner, tally.out);
    } catch (thrown) {
      tally.fail(thrown);
    }
  }
}
