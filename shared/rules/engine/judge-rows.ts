/** Runs compiled checks over single rows, families and belongings. A check that throws stops nothing but itself. */
import type { Register, RegisterRow } from '../../domain/register.ts';
import type { CellValue } from '../../domain/sheet-cells.ts';
import type { FamilyCase } from '../links.ts';
import type { ColumnCheck } from '../rule.ts';
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
        check(row, null, tally.out, row.row);
      } catch (thrown) {
        tally.fail(thrown);
      }
    }
    if (raw.length === 0 || rawCell === undefined) continue;
    if (row.movedCells === undefined && row.entryCells === undefined)
      judgeCell(raw, row, row.row, rawCell(sheet, row.row, column));
    else for (const line of linesOf(row, column, place)) judgeCell(raw, row, line, rawCell(sheet, line, column));
  }
}

function judgeCell(checks: readonly Compiled<ColumnCheck>[], row: RegisterRow, sheetRow: number, raw: CellValue): void {
  if (raw === null || raw === undefined || raw === '') return;
  for (const { tally, check } of checks) {
    try {
      check(row, raw, tally.out, sheetRow);
    } catch (thrown) {
      tally.fail(thrown);
    }
  }
}

const NOWHERE: readonly number[] = [];

/**
 * The sheet's rows that hold the record's cells of a column: its own, or that of a line or block below, or the several
 * lines of a list. A cell merged over several records is judged with the record it stands on.
 */
function linesOf(row: RegisterRow, column: number, place: string): readonly number[] {
  const moved = row.movedCells?.[place];
  const entries = row.entryCells?.[place.split('|')[0] ?? place];
  if (moved === undefined && entries === undefined) return [row.row];
  const own = moved === undefined ? [row.row] : moved.isShared ? NOWHERE : [moved.row];
  const lines = entries?.filter((entry) => entry.column === column && !entry.isShared).map((entry) => entry.row) ?? [];
  return [...new Set([...own, ...lines])];
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
