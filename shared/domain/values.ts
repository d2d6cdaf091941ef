/**
 * What the fields of a record hold once reading has decoded their cells.
 *
 * Three kinds of nothing, kept apart everywhere:
 *   undefined  the sheet has no such column (the key is absent)
 *   null       the cell is empty
 *   NaN        a date or number that is filled but unreadable (see UNREADABLE); codes have `code: null` instead
 */
import type { Day } from './day.ts';

/** A value of a code list: its code, or null when the wording is in no list; `text` is the wording found. */
export interface CodeValue {
  readonly code: string | null;
  readonly text: string;
}

/** A change of level. `level.code` is null for a wording that is no level; `day` is NaN when unreadable. */
export interface Transfer {
  readonly day: Day;
  /** The level after the transfer. Null when the cell gives only the date. */
  readonly level: CodeValue | null;
}

/** How a member of the family is related to the applicant. */
export type Relation = 'child' | 'parent' | 'spouse' | 'grandparent' | 'sibling' | 'guardian' | 'ward' | 'other';

/** A person named in a cell of a family (children, household). */
export interface Person {
  readonly name: string;
  /** NaN when unreadable, null when the cell gives none. When only the year is known it is 31 December of it, see `birthYearOnly`. */
  readonly birthDate: Day | null;
  /** Only the year of birth is known («2012 г.р.»). */
  readonly birthYearOnly?: true;
  /** Null when the cell does not name one. In a children column everybody is a child. */
  readonly relation: Relation | null;
  /** Named in full-time study («студент», «очно», …). Absent when the cell says nothing. */
  readonly isStudying?: true;
}

/** Counts per period: "2026-03" a month, "2026-Q1" a quarter. Null: empty cell. NaN: unreadable. */
export type CountsByPeriod = Readonly<Record<string, number | null>>;

/** The decoded form of each type of field. */
export interface ValueByType {
  /** One line of free or formal text, as it stands, trimmed. */
  text: string;
  /** A name of a person, as it stands, trimmed. */
  person: string;
  date: Day;
  /** Several dates of one field, in the order they are written. An unreadable entry is NaN. */
  dates: readonly Day[];
  number: number;
  code: CodeValue;
  codes: readonly CodeValue[];
  transfers: readonly Transfer[];
  people: readonly Person[];
  counts: CountsByPeriod;
}

export type FieldType = keyof ValueByType;
