/** What a person's choice for a conflict does to the memory [MG6]. Pure; the sheet is the screen's business. */
import type { KnownRow } from './sync-memory.ts';

export interface Choice {
  readonly rowId: string;
  /** Null: the row as a whole. */
  readonly field: string | null;
  readonly take: 'mine' | 'theirs';
}

/**
 * «Mine» makes the server's value the base, so that the workbook's own counts as the later change and is sent. «Theirs»
 * needs no change here: once the sheet holds the server's value, both sides are equal.
 */
export function settleConflicts(rows: readonly KnownRow[], choices: readonly Choice[]): readonly KnownRow[] {
  const byRow = new Map<string, Choice[]>();
  for (const choice of choices) byRow.set(choice.rowId, [...(byRow.get(choice.rowId) ?? []), choice]);
  return rows.flatMap((row) => (byRow.get(row.id) ?? []).reduce<readonly KnownRow[]>(settleAll, [row]));
}

function settleAll(rows: readonly KnownRow[], choice: Choice): readonly KnownRow[] {
  return rows.flatMap((row) => (choice.field === null ? settleRow(row, choice.take) : [settleField(row, choice)]));
}

function settleField(row: KnownRow, { field, take }: Choice): KnownRow {
  if (take === 'theirs' || field === null || !row.server?.values) return row;
  const theirs = row.server.values[field];
  return theirs === undefined ? row : { ...row, base: { ...row.base, [field]: theirs } };
}

/**
 * Changed here and removed there: «mine» forgets the removed row, so that it is created anew; «theirs»
 * waits until the row is taken from the sheet. Removed here and changed there: «mine» agrees with
 * the change and so removes the row there; «theirs» takes it as a row of others.
 */
function settleRow(row: KnownRow, take: Choice['take']): readonly KnownRow[] {
  const isRemovedThere = row.server !== null && row.server.values === null;
  if (isRemovedThere) return take === 'mine' ? [] : [row];
  if (take === 'mine') return [{ ...row, base: row.server?.values ?? null }];
  return [{ ...row, base: null }];
}
