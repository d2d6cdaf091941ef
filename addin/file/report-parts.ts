/** Adds a report to a package as its last sheet, and takes earlier reports away. */
import { a1, columnLetters } from '../../shared/domain/cell-address.ts';
import type { ReportCell, ReportSheet } from '../../shared/domain/report-sheet.ts';
import { cellText } from './cell-text.ts';
import type { ReportChanges } from './loaded-file.ts';
import type { PackageEdits } from './package-edits.ts';
import { withReportStyles, type ReportStyles } from './report-styles.ts';
import { PLAIN_STYLES } from './styles-patch.ts';
import { withoutSheet, withSheet } from './workbook-sheets.ts';
import type { XlsxPackage } from './xlsx-package.ts';
import { relationshipsPath } from './xlsx-package.ts';
import { escapeXml, xmlScanner } from './xml-scanner.ts';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const SHEET_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

export function putReports(edits: PackageEdits, pack: XlsxPackage, { added, removed }: ReportChanges): void {
  for (const name of removed) {
    const part = pack.sheets.find((sheet) => sheet.name === name);
    if (!part) continue;
    edits.put(pack.workbookPath, withoutSheet(edits.text(pack.workbookPath) ?? '', name));
    edits.removeWorkbookPart(part.path);
  }
  if (added) addReport(edits, pack, added);
}

function addReport(edits: PackageEdits, pack: XlsxPackage, report: ReportSheet): void {
  const path = freePath(edits);
  const styles = putStyles(edits, pack);
  edits.put(path, sheetXml(report, styles));
  edits.declareType(path, `${SHEET_TYPE}.worksheet+xml`);
  edits.relateToWorkbook(path, `${OFFICE}/worksheet`);
  const relation = relationId(edits.text(relationshipsPath(pack.workbookPath)) ?? '', path);
  edits.put(pack.workbookPath, withSheet(edits.text(pack.workbookPath) ?? '', report.name, relation));
}

function freePath(edits: PackageEdits): string {
  let number = 1;
  while (edits.text(`xl/worksheets/kuratorReport${number}.xml`) !== null) number += 1;
  return `xl/worksheets/kuratorReport${number}.xml`;
}

function relationId(relationships: string, path: string): string {
  const tag = xmlScanner(relationships);
  while (tag.next()) if (tag.attribute('Target') === `/${path}`) return tag.attribute('Id') ?? '';
  return '';
}

function putStyles(edits: PackageEdits, pack: XlsxPackage): ReportStyles {
  const known = pack.workbookRelationships.find(({ type }) => type === 'styles')?.target;
  const path = known ?? 'xl/kuratorStyles.xml';
  const before = edits.text(path);
  const { text, styles } = withReportStyles(before ?? PLAIN_STYLES);
  edits.put(path, text);
  if (before === null) {
    edits.declareType(path, `${SHEET_TYPE}.styles+xml`);
    edits.relateToWorkbook(path, `${OFFICE}/styles`);
  }
  return styles;
}

/** The sheet part: texts as texts, numbers as numbers, and links inside of the workbook. */
function sheetXml({ widths, rows }: ReportSheet, styles: ReportStyles): string {
  const columns = widths.map((width, index) => {
    const place = `min="${index + 1}" max="${index + 1}"`;
    return `<col ${place} width="${width}" customWidth="1"/>`;
  });
  const lines = rows.map((cells, index) => {
    const made = cells.map((cell, column) => cellXml(cell, a1(index + 1, column), styles));
    return `<row r="${index + 1}">${made.join('')}</row>`;
  });
  const links = rows.flatMap((cells, index) =>
    cells.flatMap(({ link }, column) =>
      link
        ? [
            `<hyperlink ref="${a1(index + 1, column)}" location="${escapeXml(`${quotedSheet(link.sheet)}!${a1(link.row, link.column)}`)}"/>`,
          ]
        : [],
    ),
  );
  const last = `${columnLetters(Math.max(0, widths.length - 1))}${Math.max(1, rows.length)}`;
  return (
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="${MAIN}">` +
    '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>' +
    `<dimension ref="A1:${last}"/>` +
    (columns.length > 0 ? `<cols>${columns.join('')}</cols>` : '') +
    `<sheetData>${lines.join('')}</sheetData>` +
    (links.length > 0 ? `<hyperlinks>${links.join('')}</hyperlinks>` : '') +
    '<pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/></worksheet>'
  );
}

function cellXml({ value, look, link }: ReportCell, address: string, styles: ReportStyles): string {
  if (value === '') return '';
  if (typeof value === 'number') return `<c r="${address}" s="${styles.number}"><v>${value}</v></c>`;
  const style = look ? styles.bold : link ? styles.link : styles.text;
  return `<c r="${address}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${cellText(value)}</t></is></c>`;
}

/** «Реестр» as it stands in a reference: 'Реестр'. */
function quotedSheet(name: string): string {
  return `'${name.replaceAll("'", "''")}'`;
}
