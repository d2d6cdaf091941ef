/** Writes a report as a sheet of the workbook, and takes such a sheet away again. Only sheets with our sign are touched. */
import { columnLetters } from '../../shared/domain/cell-address.ts';
import type { ReportCell, ReportSheet } from '../../shared/domain/report-sheet.ts';
import { REPORT_SIGN } from '../../shared/domain/report-sheet.ts';
import { freeReportName } from '../engine/report-name.ts';
import { rangeOver } from './sheet-outline.ts';

/** Rows of one batch: with five columns, one slice of the client. */
const ROWS_PER_BATCH = 300;
/** A character of Excel's usual font, in points; Excel measures columns so. */
const POINTS_PER_CHARACTER = 5.6;
/** Excel's own bound for a cell. */
const MAX_TEXT = 32_767;

interface KnownSheet {
  readonly sheet: Excel.Worksheet;
  readonly sign: Excel.Range;
}

/** Adds the report and shows it. Answers with the sheet's name. A write that breaks off leaves no half of a report. */
export async function addReport(context: Excel.RequestContext, report: ReportSheet): Promise<string> {
  const known = await askSheets(context);
  const name = freeReportName(
    report.name,
    known.map(({ sheet, sign }) => ({ name: sheet.name, isReport: isReport(sign) })),
  );
  known.find(({ sheet }) => sheet.name === name)?.sheet.delete();
  const sheet = context.workbook.worksheets.add(name);
  report.widths.forEach((width, column) => {
    const format = columnOf(sheet, column, report.rows.length).format;
    format.columnWidth = width * POINTS_PER_CHARACTER;
    format.wrapText = true;
    format.verticalAlignment = 'Top';
  });
  await context.sync();
  try {
    await writeRows(context, sheet, report);
  } catch (error) {
    sheet.delete();
    await context.sync();
    throw error;
  }
  sheet.activate();
  await context.sync();
  return name;
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

async function writeRows(context: Excel.RequestContext, sheet: Excel.Worksheet, report: ReportSheet): Promise<void> {
  const { rows, widths } = report;
  for (let first = 0; first < rows.length; first += ROWS_PER_BATCH) {
    const part = rows.slice(first, first + ROWS_PER_BATCH);
    const area = { top: first + 1, left: 0, bottom: first + part.length, right: widths.length - 1 };
    const range = rangeOver(sheet, area);
    const full = part.map((row) => widths.map((_, column): ReportCell => row[column] ?? { value: '' }));
    // The format first: in a cell of text nothing that is written becomes a formula, a date or a number.
    range.numberFormat = full.map((row) => row.map(({ value }) => (typeof value === 'number' ? 'General' : '@')));
    range.values = full.map((row) => row.map(({ value }) => entered(value)));
    part.forEach((row, index) => row.forEach((cell, column) => dress(sheet, cell, { row: first + index + 1, column })));
    // oxlint-disable-next-line no-await-in-loop -- one batch after another stays under Excel's limit for a request
    await context.sync();
  }
}

/** An apostrophe at the start is Excel's sign for text and disappears; doubled, one of them stays. */
function entered(value: string | number): string | number {
  if (typeof value === 'number') return value;
  const text = value.replaceAll('\0', '').slice(0, MAX_TEXT);
  return text.startsWith("'") ? `'${text}` : text;
}

function dress(
  sheet: Excel.Worksheet,
  { value, look, link }: ReportCell,
  { row, column }: { readonly row: number; readonly column: number },
): void {
  if (!look && !link) return;
  const range = rangeOver(sheet, { top: row, left: column, bottom: row, right: column });
  if (look) range.format.font.bold = true;
  if (!link) return;
  const place = `'${link.sheet.replaceAll("'", "''")}'!${columnLetters(link.column)}${link.row}`;
  range.hyperlink = { documentReference: place, textToDisplay: String(value) };
}

function columnOf(sheet: Excel.Worksheet, column: number, rows: number): Excel.Range {
  return rangeOver(sheet, { top: 1, left: column, bottom: Math.max(1, rows), right: column });
}
