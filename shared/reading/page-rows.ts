/** Records with what a page on another sheet says of them. */
import type { CellPlace, RegisterRow, Table, TableColumn } from '../domain/register.ts';

type FamilyRow = RegisterRow<'families'>;

/** What a page adds to the records of a register. */
export interface AddedPage {
  readonly sheet: string;
  /** The columns that it adds, as the table of its sheet has them. */
  readonly columns: readonly TableColumn[];
}

/** The table with the columns of the page, which stand on its sheet. */
export function tableWithPage(table: Table, added: AddedPage, page: Table): Table {
  const block = Math.max(0, ...table.columns.map((column) => column.block ?? 0)) + 1;
  const { headerRows, firstRow, lastRow, skippedRows } = page;
  return {
    ...table,
    columns: [...table.columns, ...added.columns.map((column) => ({ ...column, block, sheet: added.sheet }))],
    pages: [...(table.pages ?? []), { sheet: added.sheet, headerRows, firstRow, lastRow, skippedRows }],
  };
}

/** The record with the values and cells of its row on the page; `other` is absent where the page has none for it. */
export function rowWithPage(row: FamilyRow, table: Table, added: AddedPage, other: FamilyRow | undefined): FamilyRow {
  const fields = new Set(added.columns.map(({ field }) => field));
  const isAdded = (name: string): boolean => fields.has(name.split(/[.[|]/u)[0] ?? '');
  const values: Record<string, unknown> = { ...row.values };
  for (const field of fields) values[field] = other?.values[field as keyof FamilyRow['values']] ?? null;
  if (!other) return { ...row, table, values };
  const marks = [...(other.datesAsText ?? [])].filter(isAdded);
  const entries = Object.entries(other.entryCells ?? {}).filter(([name]) => isAdded(name));
  const onPage = (place: CellPlace): CellPlace => ({ ...place, sheet: added.sheet });
  return {
    ...row,
    table,
    values,
    movedCells: { ...row.movedCells, ...placesOf(other, added, onPage) },
    ...(entries.length > 0
      ? {
          entryCells: {
            ...row.entryCells,
            ...Object.fromEntries(entries.map(([name, places]) => [name, places.map(onPage)])),
          },
        }
      : {}),
    ...(marks.length > 0 ? { datesAsText: new Set([...(row.datesAsText ?? []), ...marks]) } : {}),
    ...(other.levelBefore ? { levelBefore: other.levelBefore } : {}),
  };
}

function placesOf(
  other: FamilyRow,
  { columns }: AddedPage,
  onPage: (place: CellPlace) => CellPlace,
): Readonly<Record<string, CellPlace>> {
  const places: Record<string, CellPlace> = {};
  for (const { field, period, column } of columns) {
    const key = period === undefined ? field : `${field}|${period}`;
    places[key] ??= onPage(other.movedCells?.[key] ?? { row: other.row, column });
  }
  return places;
}
