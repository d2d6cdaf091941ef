/** Which rows belong together. Rules that name the same grouping share one index, kept up to date row by row. */
import { childrenOf } from '../domain/children.ts';
import { isKnown } from '../domain/day.ts';
import type { RecordKind } from '../domain/fields.ts';
import { caseNumberOf } from '../domain/person-name.ts';
import type { PersonName } from '../domain/person-name.ts';
import type { FamilyRow, MemberRow, RegisterRow } from '../domain/register.ts';

export interface Grouping<K extends RecordKind> {
  /** Unique among groupings. */
  readonly id: string;
  readonly table: K;
  /**
   * The group of a row, several groups, or null for none. Pure: depends on the row (and its members) alone. `name`
   * reads people's names, and remembers them.
   */
  readonly keysOf: (
    row: RegisterRow<K>,
    members: readonly MemberRow[],
    name: (text: string) => PersonName,
  ) => string | readonly string[] | null;
  /** Its keys come from the family's members too; otherwise none are given. */
  readonly readsMembers?: true;
}

/** Families of one case number, in whatever way it is written. */
export const BY_CASE_NUMBER: Grouping<'families'> = {
  id: 'case-number',
  table: 'families',
  keysOf: (row) => caseNumberOf(row.values.caseNo ?? ''),
};

/** Rows of one table of one sheet. */
export const BY_TABLE: Grouping<'families'> = {
  id: 'table',
  table: 'families',
  keysOf: ({ table }) => `${table.sheet}|${table.headerRows[0] ?? 0}`,
};

/** Families that may be one: the same СНИЛС, or surname and first initial with a child's birth date. */
export const BY_FAMILY: Grouping<'families'> = {
  id: 'family',
  table: 'families',
  readsMembers: true,
  keysOf: (row, members, name) => {
    const { snils, applicant } = row.values;
    const keys: string[] = [];
    const digits = (snils ?? '').replace(/\D/g, '');
    if (digits.length === 11 && !/^(\d)\1+$/.test(digits)) keys.push(`s|${digits}`);
    const births = childBirths(row, members);
    if (!applicant || births.length === 0) return keys;
    const { rough } = name(applicant);
    return rough === '' ? keys : [...keys, ...births.map((birth) => `n|${rough}|${birth}`)];
  },
};

/** Birth dates of the family's children; a year alone is no date. */
function childBirths(row: FamilyRow, members: readonly MemberRow[]): readonly number[] {
  const births = new Set<number>();
  for (const { birthDate, birthYearOnly } of childrenOf(row, members)?.people ?? []) {
    if (isKnown(birthDate) && !birthYearOnly) births.add(birthDate);
  }
  return [...births];
}

/** Surname and first initial of the curator: all writings of one person, and perhaps a namesake or two. */
export const BY_CURATOR: Grouping<'families'> = {
  id: 'curator',
  table: 'families',
  keysOf: (row, _members, name) => (row.values.curator ? name(row.values.curator).rough || null : null),
};
