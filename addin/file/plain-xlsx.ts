/** Writes grids as a new, plain .xlsx: values, number formats, widths, merged and frozen cells; texts stay texts. */
import { a1, columnLetters } from '../../shared/domain/cell-address.ts';
import type { CellValue } from '../../shared/domain/sheet-cells.ts';
import { isCellDate, isCellError } from '../../shared/domain/sheet-cells.ts';
import type { Grid, GridRow } from './grid.ts';
import { cellText } from './cell-text.ts';
import type { CellFormat } from './xlsx-styles.ts';
import { plainStyles } from './plain-styles.ts';
import { escapeXml } from './xml-scanner.ts';
import { writeArchive } from './zip-writer.ts';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const SHEET_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/**
 * The bytes of a workbook with these sheets. Format indexes of the rows point into `formats`; the file gets a
 * General format in front of them, so that cells without a format have none.
 */
export function writePlainXlsx(grids: readonly Grid[], formats: readonly CellFormat[]): Uint8Array {
  const parts = new Map<string, string>([
    ['[Content_Types].xml', contentTypes(grids.length)],
    ['_rels/.rels', relationships([['officeDocument', 'xl/workbook.xml']])],
    ['xl/workbook.xml', workbookPart(grids)],
    [
      'xl/_rels/workbook.xml.rels',
      relationships([
        ...grids.map((_, index) => ['worksheet', `worksheets/sheet${index + 1}.xml`] as const),
        ['styles', 'styles.xml'],
      ]),
    ],
    ['xl/styles.xml', DECLARATION + plainStyles(formats)],
    ...grids.map((grid, index) => [`xl/worksheets/sheet${index + 1}.xml`, sheetPart(grid)] as const),
  ]);
  const encoder = new TextEncoder();
  return writeArchive(new Map([...parts].map(([path, text]) => [path, encoder.encode(text)])));
}

function override(path: string, type: string): string {
  return `<Override PartName="/xl/${path}" ContentType="${SHEET_TYPE}.${type}+xml"/>`;
}

function contentTypes(sheets: number): string {
  const sheetParts = Array.from({ length: sheets }, (_, i) => override(`worksheets/sheet${i + 1}.xml`, 'worksheet'));
  return (
    `${DECLARATION}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ` +
    'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
    '<Default Extension="xml" ContentType="application/xml"/>' +
    `${override('workbook.xml', 'sheet.main')}${override('styles.xml', 'styles')}${sheetParts.join('')}</Types>`
  );
}

function relationships(targets: readonly (readonly [string, string])[]): string {
  const tags = targets.map(
    ([type, target], index) => `<Relationship Id="rId${index + 1}" Type="${OFFICE}/${type}" Target="${target}"/>`,
  );
  return `${DECLARATION}<Relationships xmlns="${PACKAGE}/relationships">${tags.join('')}</Relationships>`;
}

function workbookPart(grids: readonly Grid[]): string {
  const sheets = grids.map(({ name, visibility }, index) => {
    const state = visibility === 'visible' ? '' : ` state="${visibility}"`;
    return `<sheet name="${escapeXml(name)}" sheetId="${index + 1}"${state} r:id="rId${index + 1}"/>`;
  });
  return `${DECLARATION}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${sheets.join('')}</sheets></workbook>`;
}

function sheetPart(grid: Grid): string {
  const rows = [...grid.rows.values()].toSorted((a, b) => a.row - b.row).map((row) => rowXml(grid, row));
  const columns = grid.columns.map(({ from, to, width, isHidden }) => {
    const size = width === null ? '' : ` width="${width}" customWidth="1"`;
    return `<col min="${from + 1}" max="${to + 1}"${size}${isHidden ? ' hidden="1"' : ''}/>`;
  });
  const merges = grid.merges.map(
    ({ top, left, bottom, right }) =>
      `<mergeCell ref="${columnLetters(left)}${top}:${columnLetters(right)}${bottom}"/>`,
  );
  return (
    `${DECLARATION}<worksheet xmlns="${MAIN}">${viewXml(grid)}` +
    (columns.length > 0 ? `<cols>${columns.join('')}</cols>` : '') +
    `<sheetData>${rows.join('')}</sheetData>` +
    (merges.length > 0 ? `<mergeCells count="${merges.length}">${merges.join('')}</mergeCells>` : '') +
    '</worksheet>'
  );
}

function viewXml({ frozenRows, frozenColumns }: Grid): string {
  if (frozenRows === 0 && frozenColumns === 0) return '';
  const split = `${frozenColumns > 0 ? ` xSplit="${frozenColumns}"` : ''}${frozenRows > 0 ? ` ySplit="${frozenRows}"` : ''}`;
  const pane = frozenRows === 0 ? 'topRight' : frozenColumns === 0 ? 'bottomLeft' : 'bottomRight';
  const corner = a1(frozenRows + 1, frozenColumns);
  return (
    '<sheetViews><sheetView workbookViewId="0">' +
    `<pane${split} topLeftCell="${corner}" activePane="${pane}" state="frozen"/></sheetView></sheetViews>`
  );
}

function rowXml(grid: Grid, { row, values, formats }: GridRow): string {
  const height = grid.rowHeights.get(row);
  const size = height === undefined ? '' : ` ht="${height}" customHeight="1"`;
  const cells = Array.from({ length: Math.max(values.length, formats.length) }, (_, column) => {
    const format = formats[column];
    const value = values[column] ?? null;
    if (value === null && format === undefined) return '';
    return cellXml(`r="${a1(row, column)}"${format === undefined ? '' : ` s="${format + 1}"`}`, value);
  });
  return `<row r="${row}"${size}${grid.hiddenRows.has(row) ? ' hidden="1"' : ''}>${cells.join('')}</row>`;
}

function cellXml(attributes: string, value: CellValue): string {
  if (value === null) return `<c ${attributes}/>`;
  if (typeof value === 'string') {
    return `<c ${attributes} t="inlineStr"><is><t xml:space="preserve">${cellText(value)}</t></is></c>`;
  }
  if (typeof value === 'boolean') return `<c ${attributes} t="b"><v>${Number(value)}</v></c>`;
  if (isCellError(value)) return `<c ${attributes} t="e"><v>${escapeXml(value.error)}</v></c>`;
  return `<c ${attributes}><v>${isCellDate(value) ? value.serial : value}</v></c>`;
}
