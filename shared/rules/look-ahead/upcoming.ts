/** Something that falls due. */
import type { CellAddress } from '../../domain/cell-address.ts';
import type { Day } from '../../domain/day.ts';
import type { FieldOf } from '../../domain/fields.ts';
import type { FindingParams } from '../../domain/finding.ts';
import { findingCell } from '../../domain/register.ts';
import type { FamilyRow } from '../../domain/register.ts';

export type UpcomingKind =
  /** A visit that the norm asks for is still to be made. */
  | 'visit'
  | 'review'
  /** The term of the level, of the case or of its programme ends. */
  | 'term'
  /** The first year of the family ends, and with it the adaptation level. */
  | 'firstYear'
  /** A step of the procedure is due. */
  | 'deadline'
  /** The programme is to be revised. */
  | 'revision'
  /** The family leaves a category by the age of a child. */
  | 'category'
  /** The youngest child comes of age. */
  | 'adult';

export interface Upcoming {
  readonly kind: UpcomingKind;
  /** The last day on which it is in time; for an age the birthday. */
  readonly day: Day;
  readonly row: FamilyRow;
  readonly cell: CellAddress;
  /** The field whose cell it is; null for the key cell. */
  readonly field: FieldOf<'families'> | null;
  readonly params: FindingParams;
}

interface UpcomingDraft {
  readonly kind: UpcomingKind;
  readonly day: Day;
  readonly field: FieldOf<'families'> | null;
  readonly period?: string;
  readonly params: FindingParams;
}

/** An entry with its cell. */
export function upcoming(row: FamilyRow, { kind, day, field, period, params }: UpcomingDraft): Upcoming {
  return { kind, day, row, cell: findingCell(row, field, period), field, params };
}
