/**
 * Which family visits, members and measures belong to: by the lines of the sheet, or else by case number, or else by
 * the applicant's name. The index is kept and changes with the rows that change; a family's case never changes once
 * made, a new one takes its place.
 */
import type { FamilyRow, MeasureRow, MemberRow, VisitRow } from '../domain/register.ts';

/** A family's row with everything that belongs to it, in sheet order. */
export interface FamilyCase {
  readonly row: FamilyRow;
  readonly members: readonly MemberRow[];
  readonly visits: readonly VisitRow[];
  readonly measures: readonly MeasureRow[];
}

export type LinkedRow = MemberRow | VisitRow | MeasureRow;

/** A family row; null: there is none; undefined: several fit and nothing tells them apart, or nothing is filled in. */
export type Owner = FamilyRow | null | undefined;

export interface Links {
  readonly caseOf: (row: FamilyRow) => FamilyCase;
  readonly familyOf: (row: LinkedRow) => Owner;
}
