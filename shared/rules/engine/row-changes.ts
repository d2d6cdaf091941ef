/** Exchange of rows: what an edit brings, and sorted lists that take it in without touching older copies. */
import type { RegisterRow } from '../../domain/register.ts';

/** One row in place of another; null where there was none before, or is none now. */
export interface RowChange {
  readonly before: RegisterRow | null;
  readonly after: RegisterRow | null;
}

type Compare = (a: RegisterRow, b: RegisterRow) => number;

export function without<R extends RegisterRow>(rows: readonly R[], gone: RegisterRow): readonly R[] {
  return rows.filter((row) => row !== gone);
}

/** A new list with the row at its place in sheet order. */
export function withRow<R extends RegisterRow>(rows: readonly R[], row: R, compare: Compare): readonly R[] {
  let at = rows.length;
  while (at > 0) {
    const earlier = rows[at - 1];
    if (earlier && compare(earlier, row) <= 0) break;
    at -= 1;
  }
  return rows.toSpliced(at, 0, row);
}
