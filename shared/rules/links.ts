/** Which family visits, members and measures belong to. */
import type { FamilyRow, MeasureRow, MemberRow, VisitRow } from '../domain/register.ts';

/** A family's row with everything that belongs to it, in sheet order. Never changes once made. */
export interface FamilyCase {
  readonly row: FamilyRow;
  readonly members: readonly MemberRow[];
  readonly visits: readonly VisitRow[];
  readonly measures: readonly MeasureRow[];
}

export interface Links {
  readonly caseOf: (row: FamilyRow) => FamilyCase;
  /** The family of a row; null: there is none; undefined: several fit and nothing tells them apart. */
  readonly familyOf: (row: MemberRow | VisitRow | MeasureRow) => FamilyRow | null | undefined;
}
