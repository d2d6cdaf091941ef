/** A report as a workbook would give it back, for tests that read what was written. */
import { dayOfIso, serialOf } from '../domain/day.ts';
import type { ReportCell, ReportSheet } from '../domain/report-sheet.ts';
import type { CellValue, SheetCells } from '../domain/sheet-cells.ts';

export function cellsOfReport({ name, rows }: ReportSheet): SheetCells {
  return {
    name,
    visibility: 'visible',
    rows: rows.map((cells, index) => ({ row: index + 1, cells: cells.map(valueOf) })),
    merges: [],
    hiddenColumns: new Set(),
  };
}

function valueOf({ value, format }: ReportCell): CellValue {
  if (value === '') return null;
  const day = format === 'date' ? dayOfIso(String(value)) : null;
  return day === null ? value : { serial: serialOf(day) };
}
