/** [R12] A cell with a formula's error is named by the rule on errors alone: its value is judged by no other. */
import type { CellAddress } from '../domain/cell-address.ts';
import { fieldCell, type RegisterRow } from '../domain/register.ts';
import { isCellError } from '../domain/sheet-cells.ts';
import type { Run } from './rule.ts';

interface Place {
  readonly field: string;
  readonly period?: string | undefined;
  /** The cell of one entry of a list; the field's own cell when left out. */
  readonly cell?: CellAddress | undefined;
}

/** True when the cell holds a formula's error. Never true where there is no sheet behind the register. */
export function holdsError({ rawCell }: Pick<Run, 'rawCell'>, row: RegisterRow, place: Place): boolean {
  const at = place.cell ?? fieldCell(row, place.field, place.period);
  return at !== null && isCellError(rawCell?.(at.sheet, at.row, at.column));
}
