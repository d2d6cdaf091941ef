/** A name over three columns, as exports have it: «Фамилия | Имя | Отчество». */
import type { RecordKind } from '../domain/fields.ts';
import { matchHeading } from './heading-match.ts';
import { normaliseHeading } from './heading-normaliser.ts';
import type { ColumnInput, MappedColumn } from './map-columns.ts';

/** The field that a person's name gives, by kind of table. */
const NAMES: Readonly<Record<RecordKind, string>> = {
  families: 'applicant',
  visits: 'applicant',
  measures: 'applicant',
  members: 'name',
  specialists: 'name',
};
const PARTS = ['фамилия', 'имя', 'отчество'];
const CLEAR = 0.6;

/** True for a column that goes on with the name of the column before. */
export function isNamePart({ field }: { readonly field: string | null }): boolean {
  return field === 'applicant.part' || field === 'name.part';
}

/** The three columns of the first name that is written so; none where it is a child's, or anybody's but the record's. */
export function nameColumns(kind: RecordKind, columns: readonly ColumnInput[]): ReadonlyMap<number, MappedColumn> {
  const found = new Map<number, MappedColumn>();
  const at = columns.findIndex((_, first) =>
    PARTS.every((part, step) => startsWith(columns[first + step], part, columns[first], step)),
  );
  const [surname] = at < 0 ? [] : columns.slice(at);
  if (!surname) return found;
  const field = NAMES[kind];
  const isOwn = matchHeading(surname.path, kind).some((one) => one.field === field && one.score >= CLEAR);
  if (!isOwn) return found;
  for (const [step, column] of columns.slice(at, at + PARTS.length).entries()) {
    found.set(column.column, {
      column: column.column,
      path: column.path,
      field: step === 0 ? field : `${field}.part`,
      confidence: 0.95,
      candidates: [],
      corrected: false,
    });
  }
  return found;
}

function startsWith(
  column: ColumnInput | undefined,
  part: string,
  first: ColumnInput | undefined,
  step: number,
): boolean {
  if (!column || !first || column.column !== first.column + step) return false;
  const leaf = normaliseHeading(column.path.at(-1) ?? '');
  return leaf === part || (leaf.startsWith(`${part} `) && !leaf.includes(','));
}
