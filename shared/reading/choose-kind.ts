/** Which kind of records a heading is of: the one that explains its columns best. */
import type { RecordKind, TableKind } from '../domain/fields.ts';
import type { CodeBook } from '../packs/code-book.ts';
import { mapColumns } from './map-columns.ts';
import type { ColumnInput, ForcedFields, MappedColumn } from './map-columns.ts';
import { withFactsByValues } from './facts-by-values.ts';
import { kindNamed, namesOffice } from './named-kind.ts';
import { hasNamedSignature, hasSignature, kindScore, tellingColumns, toldSteps } from './table-kind.ts';
import type { MonthOfYear } from './title-lines.ts';

const KINDS: readonly RecordKind[] = ['families', 'members', 'visits', 'measures', 'specialists'];

/** So many steps of the procedure make a register of families, whatever the sheet is called. */
const STEPS = 3;
/** So many columns that tell of the kind make up for a name that does not. */
const TOLD = 2;
/** What the name of a sheet adds: more than some column that another kind explains as well. */
const NAMED = 0.65;

export interface KindChoice {
  readonly forced: ForcedFields;
  readonly year: number;
  readonly month: MonthOfYear | null;
  readonly book: CodeBook;
  readonly sheetName: string;
  /** The lines above the heading, nearest last. */
  readonly lines: readonly string[];
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
  const texts = [choice.sheetName, ...choice.lines];
  const named = kindNamed(choice.sheetName, choice.lines);
  const isOffice = choice.wanted === undefined && namesOffice(texts);
  const profiles = new Map(inputs.map(({ column, profile }) => [column, profile]));
  for (const kind of KINDS) {
    if (choice.wanted !== undefined && choice.wanted !== kind) continue;
    const plain = mapColumns(kind, inputs, choice);
    if (isOffice && (kind !== 'families' || toldSteps(plain) < STEPS)) continue;
    const isKnown = choice.wanted !== undefined || hasSignature(kind, plain, choice.isInSections);
    const mayBe = named === null ? tellingColumns(kind, plain) > 0 : named === kind;
    if (!isKnown && !mayBe) continue;
    const columns = withFactsByValues(kind, plain, profiles);
    const isTold = named === kind || tellingColumns(kind, columns) >= TOLD;
    if (!isKnown && !(isTold && hasNamedSignature(kind, columns, choice.isInSections))) continue;
    if (kind === 'visits' && best.kind === 'families' && hasDateColumns(columns)) continue;
    const score = kindScore(kind, columns, texts.join(' ')) + (named === kind ? NAMED : 0);
    if (best.kind === null || score > best.score) best = { kind, columns, score };
  }
  return best;
}

/** Dates of visits in several columns: beside what makes a register they are the families' own. */
function hasDateColumns(columns: readonly MappedColumn[]): boolean {
  const dates = columns.filter(({ field }) => field === 'date');
  return dates.length > 1 && !dates.some(({ period }) => /-\d{2}-/.test(period ?? ''));
}
