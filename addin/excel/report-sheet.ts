/** Writes a report as a sheet of the workbook, and takes such a sheet away again. Only sheets with our sign are touched. */
import { columnLetters } from '../../shared/domain/cell-address.ts';
import type { ReportCell, ReportSheet } from '../../shared/domain/report-sheet.ts';
import { REPORT_SIGN } from '../../shared/domain/report-sheet.ts';
import { areaOfCell } from '../engine/cell-area.ts';
import { DATE_FORMAT, DAYS_1904 } from '../engine/excel-limits.ts';
import { reportEntry, type ReportEntry } from '../engine/report-cell.ts';
import { freeReportName } from '../engine/report-name.ts';
import { writableReport } from '../engine/report-tables.ts';
import { addCharts, addTables } from './report-objects.ts';
import { rangeOver } from './sheet-outline.ts';

/** A larger area would be cut into pieces by the client, with several actions for each. */
const CELLS_PER_SLICE = 1_500;
/** Far below Excel's limit for a request, and few batches for a long table. */
const SLICES_PER_BATCH = 6;
/** A character of Excel's usual font, in points; Excel measures columns so. */
const POINTS_PER_CHARACTER = 5.6;

interface KnownSheet {
  readonly sheet: Excel.Worksheet;
  readonly sign: Excel.Range;
}

/**
 * Adds the report with its tables and charts, and shows it. Answers with the sheet's name. A write that breaks off
 * leaves no half of a report.
 */
export async function addReport(context: Excel.RequestContext, wanted: ReportSheet, is1904: boolean): Promise<string> {
  const known = await askSheets(context);
  const name = freeReportName(
    wanted.name,
    known.map(({ sheet, sign }) => ({ name: sheet.name, isReport: isReport(sign) })),
  );
  const report = writableReport(wanted, await takenNames(context, wanted));
  known.find(({ sheet }) => sheet.name === name)?.sheet.delete();
  const sheet = await addSheet(context, { ...report, name });
  try {
    await writeRows(context, sheet, { ...report, is1904 });
    if (report.tables) addTables(sheet, report.tables);
    if (report.charts) addCharts(sheet, report.charts);
    sheet.activate();
    await context.sync();
  } catch (error) {
    sheet.delete();
    await context.sync();
    throw error;
  }
  return name;
}

async function addSheet(context: Excel.RequestContext, { name, widths, rows }: ReportSheet): Promise<Excel.Worksheet> {
  const sheet = context.workbook.worksheets.add(name);
  widths.forEach((width, column) => {
    const format = columnOf(sheet, column, rows.length).format;
    format.columnWidth = width * POINTS_PER_CHARACTER;
    format.wrapText = true;
    format.verticalAlignment = 'Top';
  });
  try {
    await context.sync();
    return sheet;
  } catch (error) {
    await removeBlank(context, name);
    throw error;
  }
}

/** Takes away the sheet that was just added; an earlier report that still stands under its name has its sign. */
async function removeBlank(context: Excel.RequestContext, name: string): Promise<void> {
  const sheet = context.workbook.worksheets.getItemOrNullObject(name);
  const used = sheet.getUsedRangeOrNullObject(true);
  used.load('address');
  await context.sync();
  if (sheet.isNullObject || !used.isNullObject) return;
  sheet.delete();
  await context.sync();
}

/** Removes a report; a sheet of that name without our sign stays. */
export async function removeReport(context: Excel.RequestContext, name: string): Promise<void> {
  const known = await askSheets(context);
  known.find(({ sheet, sign }) => sheet.name === name && isReport(sign))?.sheet.delete();
  await context.sync();
}

async function askSheets(context: Excel.RequestContext): Promise<readonly KnownSheet[]> {
  const { worksheets } = context.workbook;
  worksheets.load('items/name');
  await context.sync();
  const known = worksheets.items.map((sheet) => ({ sheet, sign: sheet.getRange('A2') }));
  for (const { sign } of known) sign.load('values');
  await context.sync();
  return known;
}

function isReport(sign: Excel.Range): boolean {
  return sign.values[0]?.[0] === REPORT_SIGN;
}

/** Names of tables and ranges: Excel has one list of them. Asked for only where the report has tables. */
async function takenNames(context: Excel.RequestContext, { tables }: ReportSheet): Promise<readonly string[]> {
  if (!tables) return [];
  const { names, tables: known } = context.workbook;
  names.load('items/name');
  known.load('items/name');
  await context.sync();
  return [...names.items, ...known.items].map(({ name }) => name);
}

async function writeRows(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  { rows, widths, is1904 }: ReportSheet & { readonly is1904: boolean },
): Promise<void> {
  const rowsPerSlice = Math.max(1, Math.floor(CELLS_PER_SLICE / Math.max(1, widths.length)));
  const rowsPerBatch = rowsPerSlice * SLICES_PER_BATCH;
  for (let first = 0; first < rows.length; first += rowsPerBatch) {
    const part = rows.slice(first, first + rowsPerBatch);
    for (let from = 0; from < part.length; from += rowsPerSlice) {
      const entries = part
        .slice(from, from + rowsPerSlice)
        .map((row) => widths.map((_, column) => reportEntry(row[column] ?? { value: '' })));
      const top = first + from + 1;
      const range = rangeOver(sheet, { top, left: 0, bottom: top + entries.length - 1, right: widths.length - 1 });
      // The format first: in a cell of text nothing that is written becomes a formula, a date or a number.
      range.numberFormat = entries.map((row) => row.map(({ kind }) => FORMATS[kind]));
      range.values = entries.map((row) => row.map((entry) => entered(entry, is1904)));
    }
    part.forEach((row, index) => row.forEach((cell, column) => dress(sheet, cell, { row: first + index + 1, column })));
    // One batch after another stays under Excel's limit for a request.
    await context.sync();
  }
}

const FORMATS: Readonly<Record<ReportEntry['kind'], string>> = {
  text: '@',
  number: 'General',
  percent: '0%',
  date: DATE_FORMAT,
};

/** An apostrophe at the start is Excel's sign for text and disappears; doubled, one of them stays. */
function entered({ kind, value }: ReportEntry, is1904: boolean): string | number {
  if (kind === 'date') return is1904 ? value - DAYS_1904 : value;
  if (kind !== 'text') return value;
  const text = value.replaceAll('\0', '');
  return text.startsWith("'") ? `'${text}` : text;
}

function dress(
  sheet: Excel.Worksheet,
  { value, look, link }: ReportCell,
  cell: { readonly row: number; readonly column: number },
): void {
  if (!look && !link) return;
  const range = rangeOver(sheet, areaOfCell(cell));
  if (look) range.format.font.bold = true;
  if (!link) return;
  const place = `'${link.sheet.replaceAll("'", "''")}'!${columnLetters(link.column)}${link.row}`;
  range.hyperlink = { documentReference: place, textToDisplay: String(value) };
}

function columnOf(sheet: Excel.Worksheet, column: number, rows: number): Excel.Range {
  return rangeOver(sheet, { top: 1, left: column, bottom: Math.max(1, rows), right: column });
}
