/** Adds reports to a package as its last sheets, with their tables and charts, and takes earlier reports away. */
import type { ReportSheet } from '../../shared/domain/report-sheet.ts';
import { writableReport } from '../engine/report-tables.ts';
import type { ReportChanges } from './loaded-file.ts';
import type { PackageEdits } from './package-edits.ts';
import { chartXml, drawingXml } from './report-chart-xml.ts';
import { reportSheetXml } from './report-sheet-xml.ts';
import { withReportStyles, type ReportStyles } from './report-styles.ts';
import { knownTables, TABLE_TYPE, tableXml } from './report-table-xml.ts';
import { PLAIN_STYLES } from './styles-patch.ts';
import { withoutSheet, withSheet } from './workbook-sheets.ts';
import type { XlsxPackage } from './xlsx-package.ts';
import { relationshipsOf, relationshipsPath } from './xlsx-package.ts';
import { escapeXml, xmlScanner } from './xml-scanner.ts';

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const RELATIONSHIPS = 'http://schemas.openxmlformats.org/package/2006/relationships';
const SHEET_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const DRAWING_TYPE = 'application/vnd.openxmlformats-officedocument.drawing+xml';
const CHART_TYPE = 'application/vnd.openxmlformats-officedocument.drawingml.chart+xml';
/** What belongs to one sheet alone and goes with it. */
const OWN_PARTS = new Set(['table', 'drawing', 'chart', 'chartStyle', 'chartColorStyle']);

type Relations = readonly { readonly type: string; readonly path: string }[];

/** Takes reports out of a package and puts others into it, with their sheets, tables and charts. */
export function putReports(edits: PackageEdits, pack: XlsxPackage, { added, removed }: ReportChanges): void {
  for (const name of removed) {
    const part = pack.sheets.find((sheet) => sheet.name === name);
    if (!part) continue;
    edits.put(pack.workbookPath, withoutSheet(edits.text(pack.workbookPath) ?? '', name));
    removeOwnParts(edits, pack.archive, part.path);
    edits.removeWorkbookPart(part.path);
  }
  if (added.length === 0) return;
  const styles = putStyles(edits, pack);
  for (const report of added) addReport(edits, pack, [report, styles]);
}

/** A table or a chart without a sheet would be a remnant that Excel may call damage. */
function removeOwnParts(edits: PackageEdits, archive: XlsxPackage['archive'], path: string): void {
  const related = relationshipsOf(archive, path);
  if (related.length === 0) return;
  for (const { type, target } of related) {
    if (target === '' || !OWN_PARTS.has(type)) continue;
    removeOwnParts(edits, archive, target);
    edits.removePart(target);
  }
  edits.put(relationshipsPath(path), null);
}

function addReport(
  edits: PackageEdits,
  pack: XlsxPackage,
  [wanted, styles]: readonly [ReportSheet, ReportStyles],
): void {
  const path = freePath(edits, 'worksheets/kuratorReport');
  const known = knownTables(edits, pack.workbookPath);
  const report = writableReport(wanted, known.names);
  const drawing = putCharts(edits, report);
  const tables = putTables(edits, report, known.highestId);
  const relations = [...(drawing === null ? [] : [{ type: 'drawing', path: drawing }]), ...tables];
  const parts = {
    styles,
    isDate1904: pack.isDate1904,
    drawing: drawing === null ? null : relationId(0),
    tables: tables.map((_, index) => relationId(index + (drawing === null ? 0 : 1))),
  };
  edits.put(path, reportSheetXml(report, parts));
  putRelations(edits, path, relations);
  edits.declareType(path, `${SHEET_TYPE}.worksheet+xml`);
  edits.relateToWorkbook(path, `${OFFICE}/worksheet`);
  const relation = relationTo(edits.text(relationshipsPath(pack.workbookPath)) ?? '', path);
  edits.put(pack.workbookPath, withSheet(edits.text(pack.workbookPath) ?? '', report.name, relation));
}

function putTables(edits: PackageEdits, report: ReportSheet, highestId: number): Relations {
  return (report.tables ?? []).map((table, index) => {
    const path = freePath(edits, 'tables/kuratorTable');
    edits.put(path, tableXml(report, table, highestId + index + 1));
    edits.declareType(path, TABLE_TYPE);
    return { type: 'table', path };
  });
}

/** The path of the drawing, or null for a report without charts. */
function putCharts(edits: PackageEdits, report: ReportSheet): string | null {
  const charts = report.charts ?? [];
  if (charts.length === 0) return null;
  const relations = charts.map((chart) => {
    const path = freePath(edits, 'charts/kuratorChart');
    edits.put(path, chartXml(report, chart));
    edits.declareType(path, CHART_TYPE);
    return { type: 'chart', path };
  });
  const path = freePath(edits, 'drawings/kuratorDrawing');
  edits.put(
    path,
    drawingXml(
      charts,
      charts.map((_, index) => relationId(index)),
    ),
  );
  putRelations(edits, path, relations);
  edits.declareType(path, DRAWING_TYPE);
  return path;
}

function putRelations(edits: PackageEdits, path: string, relations: Relations): void {
  if (relations.length === 0) return;
  const tags = relations.map(
    ({ type, path: target }, index) =>
      `<Relationship Id="${relationId(index)}" Type="${OFFICE}/${type}" Target="/${escapeXml(target)}"/>`,
  );
  const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
  const text = `${declaration}<Relationships xmlns="${RELATIONSHIPS}">${tags.join('')}</Relationships>`;
  edits.put(relationshipsPath(path), text);
}

function relationId(index: number): string {
  return `rId${index + 1}`;
}

function freePath(edits: PackageEdits, kind: string): string {
  let number = 1;
  while (edits.text(`xl/${kind}${number}.xml`) !== null) number += 1;
  return `xl/${kind}${number}.xml`;
}

function relationTo(relationships: string, path: string): string {
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
