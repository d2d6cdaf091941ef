/** Report forms: tables of figures, by district or line by line. */
import type { ReportForm, Table } from '../domain/register.ts';
import { columnAccounts } from './account.ts';
import type { FoundTable } from './find-tables.ts';
import type { ColumnInput } from './map-columns.ts';
import type { Likeness } from './header-rows.ts';
import type { TableAccount } from './reading.ts';
import type { SheetGrid } from './sheet-grid.ts';

/** True when the headings are those of a form and most of the body is figures. */
export function looksLikeReport(columns: readonly ColumnInput[], report: Likeness): boolean {
  const named = columns.filter(({ path }) => report(path.join(' ')) > 0 || report(path.at(-1) ?? '') > 0).length;
  const figures = columns.filter(({ profile }) => profile.size > 0 && profile.number >= 0.6).length;
  return columns.length >= 2 && named >= 2 && figures >= 1 && figures * 3 >= columns.length;
}

export function readReportForm(
  grid: SheetGrid,
  found: FoundTable,
  context: { readonly isTextFile: boolean },
): { readonly form: ReportForm; readonly account: TableAccount } {
  const table: Table = {
    sheet: grid.sheet.name,
    kind: 'summary',
    headerRows: found.headerRows,
    firstRow: grid.rows[found.from]?.row ?? 0,
    lastRow: grid.rows[found.to - 1]?.row ?? 0,
    columns: [],
    skippedRows: [],
    duplicateHeadings: [],
    givenFields: [],
    isTextFile: context.isTextFile,
  };
  const account: TableAccount = {
    kind: 'summary',
    headerRows: table.headerRows,
    firstRow: table.firstRow,
    lastRow: table.lastRow,
    records: 0,
    columns: columnAccounts(grid, found),
    skippedRows: [],
    hiddenRows: 0,
    given: [],
  };
  return { form: { table, period: null, figures: [], relations: [] }, account };
}
