/** Which kind of records a heading is of: the one that explains its columns best. */
import type { RecordKind, TableKind } from '../domain/fields.ts';
import type { CodeBook } from '../packs/code-book.ts';
import { mapColumns } from './map-columns.ts';
import type { ColumnInput, ForcedFields, MappedColumn } from './map-columns.ts';
import { hasSignature, kindScore } from './table-kind.ts';
import type { MonthOfYear } from './title-lines.ts';

const KINDS: readonly RecordKind[] = ['families', 'members', 'visits', 'measures', 'specialists'];

export interface KindChoice {
  readonly forced: ForcedFields;
  readonly year: number;
  readonly month: MonthOfYear | null;
  readonly book: CodeBook;
  readonly names: string;
  readonly wanted: TableKind | 'none' | undefined;
  readonly isInSections: () => boolean;
}

/** The best kind with its columns; null where the columns make no table of records. */
export function bestKind(
  inputs: readonly ColumnInput[],
  choice: KindChoice,
): { readonly kind: RecordKind | null; readonly columns: readonly MappedColumn[] } {
  let best: { readonly kind: RecordKind | null; readonly columns: readonly MappedColumn[]; readonly score: number } = {
    kind: null,
    columns: [],
    score: 0,
  };
  for (const kind of KINDS) {
    if (choice.wanted !== undefined && choice.wanted !== kind) continue;
    const columns = mapColumns(kind, inputs, choice);
    if (choice.wanted === undefined && !hasSignature(kind, columns, choice.isInSections)) continue;
    if (kind === 'visits' && best.kind === 'families' && hasDateColumns(columns)) continue;
    const score = kindScore(kind, columns, choice.names);
    if (best.kind === null || score > best.score) best = { kind, columns, score };
  }
  return best;
}

/** Dates of visits in several columns: beside what makes a register they are the families' own. */
function hasDateColumns(columns: readonly MappedColumn[]): boolean {
  const dates = columns.filter(({ field }) => field === 'date');
  return dates.length > 1 && !dates.some(({ period }) => /-\d{2}-/.test(period ?? ''));
}
