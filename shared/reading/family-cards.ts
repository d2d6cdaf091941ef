/**
 * Cards: one family to a sheet or block, labels on the left and values on the right (domain facts, form F03). A card
 * that is clear is read as one record whose fields stand on cells of their own.
 */
import type { CellPlace, RegisterRow, Table, TableColumn } from '../domain/register.ts';
import type { SheetRow } from '../domain/sheet-cells.ts';
import { shownField } from './account.ts';
import { isLabelWithValue, labelledCells, standInColumns } from './card-labels.ts';
import type { LabelledCell } from './card-labels.ts';
import { columnProfile } from './column-profile.ts';
import type { FoundTable } from './find-tables.ts';
import { codeBooksOf } from './legend-book.ts';
import { legendsOfColumns } from './legend-columns.ts';
import { mapColumns } from './map-columns.ts';
import type { MappedColumn } from './map-columns.ts';
import { recordReader } from './read-records.ts';
import type { ReadTable, SheetContext } from './read-sheet.ts';
import { cellText, filled, sheetGrid } from './sheet-grid.ts';
import type { SheetGrid } from './sheet-grid.ts';
import { hasSignature } from './table-kind.ts';
import { columnPlan } from './table-columns.ts';
import { contextYear, namedYear } from './title-lines.ts';

type Card = readonly LabelledCell[];

/** Fewer fields than this are a note, not a card. */
const FEWEST_FIELDS = 4;
const FEWEST_LABELS = 4;

/** The cards of a sheet as a table of families; null when it has none that is clear. */
export function readCards(grid: SheetGrid, context: SheetContext): ReadTable | null {
  const labelled = labelledCells(grid);
  if (labelled.length < FEWEST_LABELS || standInColumns(grid)) return null;
  const labels = [...new Set(labelled.map(({ label }) => label))];
  const columns = fieldsOf(grid, context, { labels, labelled });
  const known = new Set(columns.flatMap(({ field }) => field ?? []));
  if (known.size < FEWEST_FIELDS || known.size * 2 < labels.length || !hasSignature('families', columns)) return null;
  const cards = cardsOf(labelled, columns);
  return cards.length === 0 ? null : asTable(grid, context, { columns, cards, labels });
}

/** True for a sheet that looks like a card, whether or not it can be read. */
export function looksLikeCard(grid: SheetGrid): boolean {
  const labels = new Set(labelledCells(grid).map(({ label }) => label));
  for (const row of grid.rows.slice(0, 60)) {
    for (const cell of row.cells) if (isLabelWithValue(cell)) labels.add(cellText(cell).split(':')[0] ?? '');
  }
  return labels.size >= FEWEST_LABELS;
}

function fieldsOf(
  grid: SheetGrid,
  { book, asOf, correction }: SheetContext,
  { labels, labelled }: { readonly labels: readonly string[]; readonly labelled: readonly LabelledCell[] },
): readonly MappedColumn[] {
  const inputs = labels.map((label, column) => {
    const values = labelled.filter((one) => one.label === label && one.value !== null).map(({ value }) => value);
    return { column, path: [label], profile: columnProfile(values.slice(0, 60), book, asOf) };
  });
  const year = contextYear([], grid.sheet.name, asOf);
  return mapColumns('families', inputs, { forced: correction?.fields ?? {}, year, month: null, book });
}

/** A card begins where the label comes again that the one before began with, or one that names the family. */
function cardsOf(labelled: readonly LabelledCell[], columns: readonly MappedColumn[]): readonly Card[] {
  const naming = new Set(
    columns
      .filter(({ field }) => field === 'caseNo' || field?.startsWith('applicant') === true)
      .map(({ path }) => path[0]),
  );
  const cards: LabelledCell[][] = [];
  for (const one of labelled) {
    const card = cards.at(-1);
    const isAgain = card?.some(({ label }) => label === one.label) ?? false;
    if (!card || (isAgain && (naming.has(one.label) || card[0]?.label === one.label))) cards.push([one]);
    else if (!isAgain) card.push(one);
  }
  return cards.filter((card) => card.some(({ label, value }) => naming.has(label) && value !== null));
}

interface Cards {
  readonly columns: readonly MappedColumn[];
  readonly cards: readonly Card[];
  readonly labels: readonly string[];
}

function asTable(grid: SheetGrid, context: SheetContext, { columns, cards, labels }: Cards): ReadTable {
  const rows = cards.flatMap((card) => card.map(({ row }) => row));
  const firstRow = Math.min(...rows);
  const found: FoundTable = {
    kind: 'families',
    headerRows: [firstRow],
    columns,
    left: 0,
    right: labels.length - 1,
    from: 0,
    to: 0,
    titles: [],
    year: contextYear([], grid.sheet.name, context.asOf),
    month: null,
    legends: legendsOfColumns(columns, [], context.legends),
    legendRows: [],
    further: [],
    pages: [],
  };
  const plan = columnPlan(found, 'families');
  const lines: Table = {
    sheet: grid.sheet.name,
    kind: 'families',
    headerRows: [firstRow],
    firstRow,
    lastRow: Math.max(...rows),
    columns: plan.columns,
    skippedRows: [],
    duplicateHeadings: [],
    givenFields: [],
    isTextFile: context.isTextFile,
  };
  const read = recordReader({
    ...context,
    grid: sheetGrid({ ...grid.sheet, rows: [], merges: [] }),
    table: lines,
    kind: 'families',
    columns: plan,
    joined: [],
    membersTable: null,
    records: [],
    givenToAll: [],
    codeBooks: codeBooksOf(found.legends, context.book),
    year: found.year,
    namedYear: namedYear([], grid.sheet.name),
    month: null,
  });
  const table = { ...lines, columns: plan.columns.map((column) => onSheet(column, { cards, labels })) };
  const records = cards.map((card) => {
    const row: SheetRow = { row: card[0]?.row ?? firstRow, cells: labels.map((label) => valueOf(card, label)) };
    return onCells(read({ row, lines: [row], given: [] }, []), { table, lines, card, labels });
  });
  return {
    source: null,
    tables: [table],
    rows: records,
    members: [],
    report: null,
    account: {
      kind: 'families',
      headerRows: [firstRow],
      firstRow,
      lastRow: table.lastRow,
      records: records.length,
      columns: columns.map((column) => accountOf(column, cards)),
      skippedRows: [],
      hiddenRows: grid.rows.filter(({ row, hidden }) => hidden === true && rows.includes(row)).length,
      given: [],
      isCard: true,
    },
    titles: [],
    headings: labels,
  };
}

const valueOf = (card: Card, label: string) => filled(card.find((one) => one.label === label)?.value);

/** The values stand below each other in one column: each is a block of its own. */
function onSheet(column: TableColumn, { cards, labels }: Omit<Cards, 'columns'>): TableColumn {
  const label = labels[column.column];
  const cell = cards.flatMap((card) => card.filter((one) => one.label === label))[0];
  return { ...column, column: cell?.column ?? column.column, block: column.column + 1 };
}

/** Every field of a card stands on a row of its own. */
function onCells(
  record: RegisterRow,
  {
    table,
    lines,
    card,
    labels,
  }: { readonly table: Table; readonly lines: Table; readonly card: Card; readonly labels: readonly string[] },
): RegisterRow {
  const movedCells: Record<string, CellPlace> = {};
  for (const { field, column } of lines.columns) {
    const cell = card.find(({ label }) => label === labels[column]);
    if (cell) movedCells[field] ??= { row: cell.row, column: cell.column };
  }
  return { ...record, table, movedCells };
}

function accountOf(column: MappedColumn, cards: readonly Card[]): ReadTable['account']['columns'][number] {
  const [heading = ''] = column.path;
  const values = cards.map((card) => cellText(valueOf(card, heading))).filter((text) => text !== '');
  return {
    column: column.column,
    heading,
    field: shownField(column.field),
    confidence: Math.round(column.confidence * 100) / 100,
    hidden: false,
    corrected: column.corrected,
    samples: [...new Set(values)].slice(0, 3).map((text) => text.slice(0, 60)),
    candidates: column.candidates.flatMap((field) => shownField(field) ?? []).slice(0, 3),
  };
}
