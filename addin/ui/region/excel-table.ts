/** The consolidated table as cells: for a file, and for the clipboard of desktop Excel, which refuses downloads. */
import type { CellValue } from '../../../shared/domain/sheet-cells.ts';
import type { TableSheet } from '../../file/table-file.ts';
import type { PictureFigures } from '../../../shared/sync/region-wire.ts';
import type { Column } from './picture-columns.ts';
import { headingGroups } from './picture-columns.ts';
import type { ShownPicture } from './picture-rows.ts';
import { handInSign } from './picture-rows.ts';
import type { RegionTexts } from './region-texts.ts';

export interface ExcelWish {
  readonly picture: ShownPicture;
  readonly columns: readonly Column[];
  readonly title: string;
  readonly notes: readonly string[];
}

/** Rows of districts and the total, with the state of handing in as the last column. */
export function excelTable({ r }: RegionTexts, { picture, columns, title, notes }: ExcelWish): TableSheet {
  const values = (row: PictureFigures): readonly CellValue[] => columns.map((column) => column.value(row));
  return {
    name: r('excel.sheet'),
    title,
    groups: [{ title: r('district'), span: 1 }, ...headingGroups(columns), { title: r('filter.state'), span: 1 }],
    headings: [r('district'), ...columns.map((column) => column.title), r('filter.state')],
    rows: picture.rows.map((row) => [row.district.title, ...values(row), r(`state.${handInSign(row)}`)]),
    total: [r('total'), ...values(picture.total), null],
    notes,
  };
}

function plainCell(value: CellValue): string {
  const text = String(value ?? '').replace(/[\t\r\n]+/g, ' ');
  return /^[=+\-@]/.test(text) ? `'${text}` : text;
}

/** The same as tab-separated lines: pasted into a sheet, each cell finds its place, and no text becomes a formula. */
export function clipboardLines({ headings, rows, total }: TableSheet): string {
  return [headings, ...rows, total].map((row) => row.map(plainCell).join('\t')).join('\r\n');
}
