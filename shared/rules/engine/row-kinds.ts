/** Tells the kind of a row. */
import type { RecordKind } from '../../domain/fields.ts';
import type { RegisterRow } from '../../domain/register.ts';
import type { LinkedRow } from '../links.ts';

/** True for a row of the kind. */
export function isOneOf<K extends RecordKind>(row: RegisterRow, kind: K): row is RegisterRow<K> {
  return row.kind === kind;
}

/** A row that belongs to a family: a visit, a member, a measure. */
export function isLinked(row: RegisterRow): row is LinkedRow {
  return row.kind === 'visits' || row.kind === 'members' || row.kind === 'measures';
}
