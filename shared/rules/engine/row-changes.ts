/** Exchange of rows: what an edit brings, and sorted lists that take it in without touching older copies. */
import type { RegisterRow } from '../../domain/register.ts';
import { valueOf } from './cell-text.ts';

/** One row in place of another; null where there was none before, or is none now. */
export interface RowChange {
  readonly before: RegisterRow | null;
  readonly after: RegisterRow | null;
}

type Compare = (a: RegisterRow, b: RegisterRow) => number;

/** A new list without the row. */
export function without<R extends RegisterRow>(rows: readonly R[], gone: RegisterRow): R[] {
  return rows.filter((row) => row !== gone);
}

/** A new list with the row at its place in sheet order. */
export function withRow<R extends RegisterRow>(rows: readonly R[], row: R, compare: Compare): R[] {
  let at = rows.length;
  while (at > 0) {
    const earlier = rows[at - 1];
    if (earlier && compare(earlier, row) <= 0) break;
    at -= 1;
  }
  return rows.toSpliced(at, 0, row);
}

/** What a finding shows besides the fields that its rule reads. */
const SHOWN = ['caseNo', 'applicant', 'name', 'curator', 'specialist'] as const;

/** True when two records of one row are the same for a rule that reads these fields. */
export function readsTheSame(before: RegisterRow, after: RegisterRow, fields: readonly string[]): boolean {
  const isSamePlace =
    before.row === after.row &&
    before.table.sheet === after.table.sheet &&
    asText(before.movedCells) === asText(after.movedCells) &&
    asText(before.entryCells) === asText(after.entryCells) &&
    asText(before.levelBefore) === asText(after.levelBefore) &&
    asText([...(before.given ?? [])]) === asText([...(after.given ?? [])]);
  return (
    isSamePlace && [...SHOWN, ...fields].every((field) => isSameValue(valueOf(before, field), valueOf(after, field)))
  );
}

function isSameValue(a: unknown, b: unknown): boolean {
  return Object.is(a, b) || (typeof a === 'object' && typeof b === 'object' && asText(a) === asText(b));
}

/** NaN is told apart from null, which JSON does not. */
function asText(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) => (Number.isNaN(part) ? 'NaN' : part)) ?? '';
}
