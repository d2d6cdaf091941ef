/** The sheet part of a report: texts as texts, numbers as numbers, dates as dates, and links inside of the workbook. */
import { a1, columnLetters } from '../../shared/domain/cell-address.ts';
import type { ReportCell, ReportSheet } from '../../shared/domain/report-sheet.ts';
import type { CellArea } from '../../shared/domain/sheet-cells.ts';
import { DAYS_1904 } from '../engine/excel-limits.ts';
import { reportEntry } from '../engine/report-cell.ts';
import { cellText } from './cell-text.ts';
import type { ReportStyles } from './report-styles.ts';
import { escapeXml } from './xml-scanner.ts';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

export interface SheetParts {
  readonly styles: ReportStyles;
  readonly isDate1904: boolean;
  /** Ids of the relationships that lead from the sheet to its drawing and its tables. */
  readonly drawing: string | null;
  readonly tables: readonly string[];
}

/** The part of a report's sheet: widths, rows and what refers to its tables and drawings. */
export function reportSheetXml({ widths, rows }: ReportSheet, parts: SheetParts): string {
  const columns = widths.map((width, index) => {
    const place = `min="${index + 1}" max="${index + 1}"`;
    return `<col ${place} width="${width}" customWidth="1"/>`;
  });
  const lines = rows.map((cells, index) => {
    const made = cells.map((cell, column) => cellXml(cell, a1(index + 1, column), parts));
    return `<row r="${index + 1}">${made.join('')}</row>`;
  });
  const links = rows.flatMap((cells, index) =>
    cells.flatMap((cell, column) => linkXml(cell, a1(index + 1, column)) ?? []),
  );
  const last = `${columnLetters(Math.max(0, widths.length - 1))}${Math.max(1, rows.length)}`;
  return (
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="${MAIN}" xmlns:r="${OFFICE}">` +
    '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>' +
    `<dimension ref="A1:${last}"/>` +
    (columns.length > 0 ? `<cols>${columns.join('')}</cols>` : '') +
    `<sheetData>${lines.join('')}</sheetData>` +
    (links.length > 0 ? `<hyperlinks>${links.join('')}</hyperlinks>` : '') +
    '<pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/>' +
    (parts.drawing === null ? '' : `<drawing r:id="${parts.drawing}"/>`) +
    tablesXml(parts.tables) +
    '</worksheet>'
  );
}

/** «Реестр» as it stands in a reference: 'Реестр'. */
export function quotedSheet(name: string): string {
  return `'${name.replaceAll("'", "''")}'`;
}

/** "A4:C9" */
export function areaRef({ top, left, bottom, right }: CellArea): string {
  return `${a1(top, left)}:${a1(bottom, right)}`;
}

function tablesXml(tables: readonly string[]): string {
  if (tables.length === 0) return '';
  const parts = tables.map((relation) => `<tablePart r:id="${relation}"/>`);
  return `<tableParts count="${tables.length}">${parts.join('')}</tableParts>`;
}

function linkXml({ link }: ReportCell, address: string): string | undefined {
  if (!link) return undefined;
  const place = `${quotedSheet(link.sheet)}!${a1(link.row, link.column)}`;
  return `<hyperlink ref="${address}" location="${escapeXml(place)}"/>`;
}

function cellXml(cell: ReportCell, address: string, { styles, isDate1904 }: SheetParts): string {
  const { kind, value } = reportEntry(cell);
  if (value === '') return '';
  if (kind !== 'text') {
    const number = kind === 'date' && isDate1904 ? value - DAYS_1904 : value;
    return `<c r="${address}" s="${styles[kind]}"><v>${number}</v></c>`;
  }
  const style = cell.look ? styles.bold : cell.link ? styles.link : styles.text;
  return `<c r="${address}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${cellText(value)}</t></is></c>`;
}
