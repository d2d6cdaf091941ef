/** A report as text: a .csv file, or rows for the clipboard. */
import type { ReportCell, ReportSheet } from '../domain/report-sheet.ts';
import { showDate } from '../text/format.ts';

/**
 * A .csv that Excel with Russian settings opens at once: semicolons, and a mark that says UTF-8. Fields after RFC 4180;
 * a text that a spreadsheet would take for a formula gets an apostrophe (OWASP ASVS 5, 1.2.10).
 */
export function reportCsv({ rows }: ReportSheet): string {
  const lines = rows.map((row) => row.map((cell) => csvCell(shown(cell))).join(';'));
  return `\uFEFF${lines.join('\r\n')}\r\n`;
}

/** Rows for the clipboard: pasted into a sheet, each cell finds its place. */
export function reportClipboard({ rows }: ReportSheet): string {
  return rows
    .map((row) => row.map((cell) => unformula(shown(cell)).replace(/[\t\r\n]+/g, ' ')).join('\t'))
    .join('\r\n');
}

/** Dates as people write them, which Excel takes for dates again; the same for shares. */
function shown({ value, format }: ReportCell): string | number {
  if (format === 'date') return showDate(String(value));
  return format === 'percent' && typeof value === 'number' ? `${Math.round(value * 100)}%` : value;
}

function csvCell(value: string | number): string {
  // Where commas or tabs part fields, quotes in the middle of a line are no quotes, and such a piece is a field.
  const safe = unformula(value).replace(/([,\t] *)([=@])/g, "$1'$2");
  return /[";\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

function unformula(value: string | number): string {
  if (typeof value === 'number') return String(value);
  // The null character is one of those that must be escaped.
  return /^\s*[=+\-@\t\r\0]/.test(value) ? `'${value}` : value;
}
