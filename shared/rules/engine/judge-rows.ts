/** Runs compiled checks over single rows, families and belongings. A check that throws stops nothing but itself. */
import type { Register, RegisterRow } from '../../domain/register.ts';
import type { CellValue } from '../../domain/sheet-cells.ts';
import type { FamilyCase } from '../links.ts';
import type { ColumnCheck } from '../rule.ts';
import type { ColumnPlan, Compiled, FamilyCheck, TablePlan } from './compile-table.ts';
import type { Belonging } from './link-index.ts';

/** 1 judges, -1 takes an earlier judgement back. */
export type Sign = 1 | -1;

/** Judges one row and its cells by the plan of its table, or takes that back. */
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

/**
 * Checks of cells never skip, so that there is nothing to take back but their findings. This runs for every cell of a
 * register: loops by index make no iterators that would have to be thrown away.
 */
function judgeCells({ columns }: TablePlan, row: RegisterRow, rawCell: Register['rawCell']): void {
  const { sheet } = row.table;
  const isWhole = row.movedCells === undefined && row.entryCells === undefined;
  for (let at = 0; at < columns.length; at += 1) {
    const plan = columns[at];
    if (!plan) continue;
    const { column, place, raw, decoded, page } = plan;
    checkCell(decoded, row, row.row, null);
    if (raw.length === 0 || rawCell === undefined || row.judgedColumns?.has(column) === false) continue;
    if (page !== undefined) judgePage(plan, row, page, rawCell);
    else if (isWhole) judgeCell(raw, row, row.row, rawCell(sheet, row.row, column));
    else for (const line of linesOf(row, column, place)) judgeCell(raw, row, line, rawCell(sheet, line, column));
  }
}

/** A cell on another sheet, where the record has one there. */
function judgePage(
  { column, place, raw }: ColumnPlan,
  row: RegisterRow,
  sheet: string,
  rawCell: NonNullable<Register['rawCell']>,
): void {
  if (row.movedCells?.[place] === undefined) return;
  for (const line of linesOf(row, column, place)) judgeCell(raw, row, line, rawCell(sheet, line, column));
}

function judgeCell(checks: readonly Compiled<ColumnCheck>[], row: RegisterRow, sheetRow: number, raw: CellValue): void {
  if (raw !== null && raw !== '') checkCell(checks, row, sheetRow, raw);
}

function checkCell(checks: readonly Compiled<ColumnCheck>[], row: RegisterRow, sheetRow: number, raw: CellValue): void {
  for (let at = 0; at < checks.length; at += 1) {
    const compiled = checks[at];
    if (!compiled) continue;
    try {
      compiled.check(row, raw, compiled.tally.out, sheetRow);
    } catch (thrown) {
      compiled.tally.fail(thrown);
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
  const own = moved === undefined ? [row.row] : moved.isShared ? NOWHERE : [moved.row];
  const lines = entries?.filter((entry) => entry.column === column && !entry.isShared).map((entry) => entry.row) ?? [];
  return [...new Set([...own, ...lines])];
}

/** Judges a family with what belongs to it, or takes that back. */
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

/** Judges a row together with the family it belongs to, or takes that back. */
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
