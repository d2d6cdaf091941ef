import type { Finding, Severity } from '../../../shared/domain/finding.ts';
import { marksOf } from '../../engine/finding-marks.ts';
import type { Mark } from '../../engine/workbook-port.ts';
import type { RowMarks } from './grid-row.tsx';

/** Marks of one sheet, by row and column. */
export function sheetMarks(
  findings: readonly Finding[],
  remarks: readonly Mark[],
  sheet: string,
): ReadonlyMap<number, RowMarks> {
  const rows = new Map<number, Map<number, Severity>>();
  for (const { cell, severity } of marksOf(findings, remarks)) {
    if (cell.sheet !== sheet) continue;
    const row = rows.get(cell.row);
    if (row) row.set(cell.column, severity);
    else rows.set(cell.row, new Map([[cell.column, severity]]));
  }
  return rows;
}
