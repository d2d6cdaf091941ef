import { a1, columnLetters } from '../../shared/domain/cell-address.ts';
import { openWorkbook } from '../../addin/file/open-workbook.ts';
import { openOverChannel } from '../../addin/file/testing-line.ts';
import { packageOf } from '../../addin/file/test-package.ts';
import type { ContractCell, ContractSheet, ContractWorkbook } from './contract-workbook.ts';
import { workbookPortContract } from './workbook-port.ts';

const FORMATS = { General: 0, 'dd.mm.yyyy': 1, '@': 2, '0.00': 6 } as const;

function cellXml({ row, column, value, format = 'General', formula, isError }: ContractCell): string {
  const type = isError ? 'e' : typeof value === 'string' ? 'str' : typeof value === 'boolean' ? 'b' : 'n';
  const f = formula ? `<f>${formula.slice(1)}</f>` : '';
  return `<c r="${a1(row, column)}" s="${FORMATS[format]}" t="${type}">${f}<v>${Number(value) || value}</v></c>`;
}

function sheetXml({ cells, merges = [], hiddenRows = [], hiddenColumns = [] }: ContractSheet): string {
  const rows = [...Map.groupBy(cells, ({ row }) => row)].map(
    ([row, list]) =>
      `<row r="${row}"${hiddenRows.includes(row) ? ' hidden="1"' : ''}>${list.map(cellXml).join('')}</row>`,
  );
  const columns = hiddenColumns.map((column) => `<col min="${column + 1}" max="${column + 1}" hidden="1"/>`);
  const merged = merges.map(
    ({ top, left, bottom, right }) =>
      `<mergeCell ref="${columnLetters(left)}${top}:${columnLetters(right)}${bottom}"/>`,
  );
  return `<cols>${columns.join('')}</cols><sheetData>${rows.join('')}</sheetData><mergeCells>${merged.join('')}</mergeCells>`;
}

function bytesOf({ sheets, isDate1904 }: ContractWorkbook): Uint8Array {
  return packageOf({
    isDate1904: isDate1904 === true,
    sheets: sheets.map((sheet) => ({
      name: sheet.name,
      xml: sheetXml(sheet),
      ...(sheet.visibility && sheet.visibility !== 'visible' ? { state: sheet.visibility } : {}),
    })),
  });
}

workbookPortContract('a file', async (workbook) => {
  const port = await openWorkbook('реестр.xlsx', bytesOf(workbook));
  return { port, reopen: async () => openWorkbook('реестр.xlsx', await port.saveCopy()) };
});

workbookPortContract('a file on another thread', async (workbook) => {
  const { workbook: port } = await openOverChannel('реестр.xlsx', bytesOf(workbook));
  return { port, reopen: async () => openWorkbook('реестр.xlsx', await port.saveCopy()) };
});
