/** How links are read off rows: keys that families and their rows share, and who owns a row among those that share one. */
import { caseNumberOf, fitsName, type PersonName } from '../../domain/person-name.ts';
import type { FamilyRow, Register, RegisterRow } from '../../domain/register.ts';
import type { LinkedRow, Owner } from '../links.ts';
import { isOneOf } from './row-kinds.ts';

/** Reads keys off rows; remembers what it has read, because a journal names each family many times. */
export interface LinkKeys {
  readonly ofFamily: (row: FamilyRow) => readonly string[];
  /** Null: nothing of it is filled in. */
  readonly ofLinked: (row: LinkedRow) => string | null;
  readonly name: (text: string) => PersonName;
  readonly isByName: (key: string) => boolean;
}

const placeKey = (row: RegisterRow): string => `p|${row.table.sheet}|${row.row}`;

export interface KeyUsage {
  /** The families have a column for it; otherwise the numbers of visits lead nowhere and names decide. */
  readonly usesCaseNo: boolean;
  /** Some rows belong to the family on whose lines they stand. */
  readonly usesPlaces: boolean;
}

/** How a register is linked. */
export function keyUsage(register: Register): KeyUsage {
  return {
    usesCaseNo: register.families.some((row) => row.values.caseNo !== undefined),
    usesPlaces: [register.members, register.visits, register.measures].some((rows) => rows.some((row) => row.family)),
  };
}

/** `name` reads a name, and remembers it. */
export function linkKeys({ usesCaseNo, usesPlaces }: KeyUsage, name: LinkKeys['name']): LinkKeys {
  const caseKeys = new Map<string, string | null>();
  const caseKey = (text: string): string | null => {
    let known = caseKeys.get(text);
    if (known === undefined) {
      const key = caseNumberOf(text);
      caseKeys.set(text, (known = key === null ? null : `c|${key}`));
    }
    return known;
  };
  const nameKey = (text: string): string | null => {
    const { rough } = name(text);
    return rough === '' ? null : `n|${rough}`;
  };
  return {
    name,
    isByName: (key) => key.startsWith('n|'),
    ofFamily: (row) => {
      const { caseNo, applicant } = row.values;
      const keys: string[] = usesPlaces ? [placeKey(row)] : [];
      const number = caseNo ? caseKey(caseNo) : null;
      if (number !== null) keys.push(number);
      const person = applicant ? nameKey(applicant) : null;
      if (person !== null) keys.push(person);
      return keys;
    },
    ofLinked: (row) => {
      if (row.family) return placeKey(row.family);
      const { caseNo, applicant } = row.values;
      return (caseNo && usesCaseNo ? caseKey(caseNo) : null) ?? (applicant ? nameKey(applicant) : null);
    },
  };
}

/**
 * The owner by name of one row among the families (in sheet order) that share its surname and initial. Writings must
 * fit; of several families, the case open on the row's date, or else the first when all are of one writing (one family
 * that came again), or else nobody can say.
 */
export function ownerAmong(row: LinkedRow, families: readonly FamilyRow[], keys: LinkKeys): Owner {
  const nameOf = ({ values }: LinkedRow | FamilyRow): PersonName => keys.name(values.applicant ?? '');
  const name = nameOf(row);
  const fitting = families.filter((family) => fitsName(name, nameOf(family)));
  const [first] = fitting;
  if (!first) return null;
  const day = isOneOf(row, 'visits') ? (row.values.date ?? null) : null;
  const byDay = day === null ? [] : fitting.filter((family) => holds(family, day));
  if (byDay.length === 1) return byDay[0];
  const { key } = nameOf(first);
  return fitting.every((family) => nameOf(family).key === key) ? (byDay[0] ?? first) : undefined;
}

/** A day that cannot be read lies in no case. */
function holds({ values }: FamilyRow, day: number): boolean {
  const { startDate, contractDate, registeredOn, applicationDate, closedOn } = values;
  const from = startDate ?? contractDate ?? registeredOn ?? applicationDate ?? -Infinity;
  return day >= from && day <= (closedOn ?? Infinity);
}
