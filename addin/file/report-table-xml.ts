/** Parts of native tables: the ones of a report, and what the tables of a package are called already. */
import type { ReportSheet, ReportTable } from '../../shared/domain/report-sheet.ts';
import { cellText } from './cell-text.ts';
import type { PackageEdits } from './package-edits.ts';
import { areaRef } from './report-sheet-xml.ts';
import { escapeXml, xmlScanner } from './xml-scanner.ts';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
export const TABLE_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.table+xml';
/** Lines and light bands: reads and prints well in black and white. */
const TABLE_STYLE = 'TableStyleLight15';

export interface KnownTables {
  /** Names of tables and of ranges: one list for Excel. */
  readonly names: readonly string[];
  readonly highestId: number;
}

/** What the workbook has now. */
export function knownTables(edits: PackageEdits, workbookPath: string): KnownTables {
  const names: string[] = [];
  let highestId = 0;
  const name = xmlScanner(edits.text(workbookPath) ?? '');
  while (name.next()) if (name.name === 'definedName' && !name.isClose) names.push(name.attribute('name') ?? '');
  for (const path of tablePaths(edits.text('[Content_Types].xml') ?? '')) {
    const table = xmlScanner(edits.text(path) ?? '');
    while (table.next()) {
      if (table.name !== 'table' || table.isClose) continue;
      names.push(table.attribute('name') ?? '', table.attribute('displayName') ?? '');
      highestId = Math.max(highestId, Number(table.attribute('id')) || 0);
    }
  }
  return { names, highestId };
}

function tablePaths(types: string): readonly string[] {
  const paths: string[] = [];
  const tag = xmlScanner(types);
  while (tag.next()) {
    if (tag.name !== 'Override' || tag.attribute('ContentType') !== TABLE_TYPE) continue;
    paths.push((tag.attribute('PartName') ?? '').slice(1));
  }
  return paths;
}

/** The part of a table. Its column names are the texts of its heading row, or Excel calls the file damaged. */
export function tableXml({ rows }: ReportSheet, { name, area }: ReportTable, id: number): string {
  const headings = Array.from({ length: area.right - area.left + 1 }, (_, index) =>
    String(rows[area.top - 1]?.[area.left + index]?.value ?? ''),
  );
  const columns = headings.map((heading, index) => `<tableColumn id="${index + 1}" name="${cellText(heading)}"/>`);
  const ref = areaRef(area);
  return (
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<table xmlns="${MAIN}" id="${id}" ` +
    `name="${escapeXml(name)}" displayName="${escapeXml(name)}" ref="${ref}" totalsRowShown="0">` +
    `<autoFilter ref="${ref}"/><tableColumns count="${columns.length}">${columns.join('')}</tableColumns>` +
    `<tableStyleInfo name="${TABLE_STYLE}" showFirstColumn="0" showLastColumn="0" showRowStripes="1" ` +
    'showColumnStripes="0"/></table>'
  );
}
