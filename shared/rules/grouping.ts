/** Which rows belong together. Rules that name the same grouping share one index, kept up to date row by row. */
import type { RecordKind } from '../domain/fields.ts';
import { caseNumberKey, personName } from '../domain/person-name.ts';
import type { RegisterRow } from '../domain/register.ts';

export interface Grouping<K extends RecordKind> {
  /** Unique among groupings. */
  readonly id: string;
  readonly table: K;
  /** The group of a row, several groups, or null for none. Pure: depends on the row alone. */
  readonly keysOf: (row: RegisterRow<K>) => string | readonly string[] | null;
}

export const BY_CASE_NUMBER: Grouping<'families'> = {
  id: 'case-number',
  table: 'families',
  keysOf: (row) => (row.values.caseNo ? caseNumberKey(row.values.caseNo) || null : null),
};

/** Surname and first initial of the curator: all writings of one person, and perhaps a namesake or two. */
export const BY_CURATOR: Grouping<'families'> = {
  id: 'curator',
  table: 'families',
  keysOf: (row) => (row.values.curator ? personName(row.values.curator).rough || null : null),
};
