/** What every workbook must do, done by the workbook in Excel. */
import type { ContractCell, ContractSheet } from '../contract/contract-workbook.ts';
import { workbookPortContract } from '../contract/workbook-port.ts';
import { openExcelWorkbook } from '../../addin/excel/open-excel-workbook.ts';
import { hostWorkbook, type CellSpec, type HostCell, type SheetSpec } from './host-workbook.ts';
import { startExcel } from './node-door.ts';

function sheetSpec({ cells, ...sheet }: ContractSheet): SheetSpec {
  const rows: CellSpec[][] = [];
  for (const cell of cells) {
    const row = (rows[cell.row - 1] ??= []);
    row[cell.column] = cellSpec(cell);
  }
  return { ...sheet, rows: Array.from(rows, (row) => Array.from(row ?? [], (cell) => cell ?? null)) };
}

function cellSpec({ value, format, formula }: ContractCell): Partial<HostCell> {
  return { value, formula: formula ?? null, numberFormat: format ?? 'General' };
}

workbookPortContract('Excel', async ({ sheets, isDate1904 }) => {
  const workbook = hostWorkbook(sheets.map(sheetSpec), { is1904: isDate1904 === true });
  const reopen = async () => {
    startExcel(workbook);
    return openExcelWorkbook();
  };
  return { port: await reopen(), reopen };
});
