/**
 * Examples of a rule: tiny registers written down as plain data. They stand in the rule's declaration, the rule book
 * shows them and the registry test runs them: none of `passes` gives a finding of the rule, every one of `fails` gives
 * one, every one of `undecidable` gives none and is named under «Не проверено».
 */
import type { FIELDS, FieldOf, RecordKind } from '../domain/fields.ts';
import type { ReportForm } from '../domain/register.ts';
import type { CellValue } from '../domain/sheet-cells.ts';
import type { FieldType, Relation } from '../domain/values.ts';
import type { PackDifferences } from '../packs/extend-pack.ts';

/** A child or other person of a family; `birth` is an ISO date, a year, or null. */
export interface PersonSketch {
  readonly name?: string;
  readonly birth: string | null;
  readonly relation?: Relation;
  readonly isStudying?: true;
}

/**
 * How a value of each type is written down. Null is an empty cell. A date that is no ISO date is unreadable, so is a
 * number given as text; codes are codes of the pack or wordings of its lists.
 */
interface SketchByType {
  text: string;
  person: string;
  date: string;
  dates: readonly string[];
  number: number | string;
  code: string;
  codes: string | readonly string[];
  transfers: readonly (readonly [day: string, level: string | null])[];
  people: readonly PersonSketch[];
  counts: Readonly<Record<string, number | string | null>>;
}

type SketchOf<S> = S extends { readonly type: infer T extends FieldType } ? SketchByType[T] | null : never;

/** One row. A field that no row of the same sheet names has no column there. */
export type RowSketch<K extends RecordKind> = {
  readonly [F in FieldOf<K>]?: SketchOf<(typeof FIELDS)[K][F & keyof (typeof FIELDS)[K]]>;
} & {
  /** The sheet, where there are several. */
  readonly sheet?: string;
  /** What the cells really hold, where it is another thing than the value shows. */
  readonly raw?: { readonly [F in FieldOf<K>]?: CellValue };
  /** Fields that the sheet's name or a section gives: no cell of their own. */
  readonly given?: readonly FieldOf<K>[];
};

export interface RegisterSketch {
  readonly families?: readonly RowSketch<'families'>[];
  readonly members?: readonly RowSketch<'members'>[];
  readonly visits?: readonly RowSketch<'visits'>[];
  readonly measures?: readonly RowSketch<'measures'>[];
  readonly specialists?: readonly RowSketch<'specialists'>[];
  readonly reports?: readonly ReportForm[];
  /** The day of the check; 2026-10-31 when left out. */
  readonly asOf?: string;
  /** What differs from the training pack. A norm that is null is switched off. */
  readonly pack?: PackDifferences;
  /** Columns set to leave the workbook unsealed, as "families.applicant". */
  readonly leaving?: readonly string[];
  /** As on the server: no sheet behind the register. */
  readonly isWithoutSheet?: true;
  /** From a text file. */
  readonly isTextFile?: true;
  /** Headings that repeat a field: field and column. */
  readonly duplicateHeadings?: readonly { readonly field: string; readonly column: number }[];
}

export interface Examples {
  readonly passes: readonly RegisterSketch[];
  readonly fails: readonly RegisterSketch[];
  readonly undecidable: readonly RegisterSketch[];
}
