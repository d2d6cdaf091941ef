/** Lists that are written down in several cells: what is known of each entry, and where it stands. */
import type { CellPlace } from '../domain/register.ts';

/** A record while its cells are read, as far as lists go. */
export interface ListDraft {
  /** Its first line. */
  readonly row: number;
  readonly values: Record<string, unknown>;
  /** Fields, and entries of lists in several cells, that are dates kept as text. */
  textDates: Set<string> | undefined;
  /** The cell of each entry, for lists that have several cells. */
  entries: Record<string, readonly CellPlace[]> | undefined;
  moved: Record<string, CellPlace> | undefined;
}

/** What one cell adds to a list. */
export interface CellEntries {
  readonly field: string;
  readonly entries: readonly unknown[];
  readonly row: number;
  readonly column: number;
  /** The field has several columns: each entry must remember its cell, the first as well. */
  readonly isSpread: boolean;
  /** The whole cell is one date kept as text. */
  readonly isTextDate: boolean;
}

/** Adds the entries of a cell to those of the cells before. */
export function addEntries(draft: ListDraft, cell: CellEntries): void {
  const { field, entries, isSpread, isTextDate } = cell;
  const known = draft.values[field];
  const before: readonly unknown[] = Array.isArray(known) ? known : [];
  const isOneOfSeveral = isSpread || before.length > 0;
  draft.values[field] = before.length === 0 ? entries : [...before, ...entries];
  if (isOneOfSeveral) rememberCells(draft, cell, before.length);
  if (isTextDate) (draft.textDates ??= new Set()).add(isOneOfSeveral ? entryMark(field, before.length) : field);
}

function entryMark(field: string, index: number): string {
  return `${field}[${index}]`;
}

function rememberCells(draft: ListDraft, { field, entries, row, column }: CellEntries, already: number): void {
  const place: CellPlace = { row, column };
  const cells = draft.entries?.[field] ?? firstCells(draft, field, { column, count: already });
  draft.entries = { ...draft.entries, [field]: [...cells, ...entries.map(() => place)] };
}

/** A list that goes on in a second line: the entries before stand in the field's own cell. */
function firstCells(
  draft: ListDraft,
  field: string,
  { column, count }: { readonly column: number; readonly count: number },
): readonly CellPlace[] {
  if (count > 0 && draft.textDates?.delete(field)) draft.textDates.add(entryMark(field, 0));
  const { row, column: own } = draft.moved?.[field] ?? { row: draft.row, column };
  return Array.from({ length: count }, () => ({ row, column: own }));
}
