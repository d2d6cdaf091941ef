/** What the rules find in sheets, in a form that tests can write down. */
import { a1, sheetA1 } from '../domain/cell-address.ts';
import type { Finding } from '../domain/finding.ts';
import type { SheetCells } from '../domain/sheet-cells.ts';
import { checkRegister } from '../rules/check-register.ts';
import { TESTING_PACK } from './testing-pack.ts';
import { AS_OF, read } from './testing-sheet.ts';

/** "level/unknown E2": rule and cell. */
export function findingsIn(...sheets: readonly SheetCells[]): readonly string[] {
  return findingsOf(sheets).map(({ rule, cell }) => `${rule} ${a1(cell.row, cell.column)}`);
}

/** "level/unknown Лист1!E2": rule, sheet and cell. */
export function findingsBySheet(...sheets: readonly SheetCells[]): readonly string[] {
  return findingsOf(sheets).map(({ rule, cell }) => `${rule} ${sheetA1(cell)}`);
}

function findingsOf(sheets: readonly SheetCells[]): readonly Finding[] {
  return checkRegister(read(sheets).register, { pack: TESTING_PACK, asOf: AS_OF }).findings;
}
