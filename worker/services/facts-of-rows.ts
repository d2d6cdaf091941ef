/**
 * What the indicators know of the cases of a register, made from its rows. Cases are told apart by the pseudonyms that
 * rows share, and each group of such rows is linked by itself: so the facts of a case depend on the rows of its group
 * alone, and a push can recount the groups that it touches without reading the others.
 */
import { dayOfIso, isKnown, partsOf, type Day } from '../../shared/domain/day.ts';
import { journalStart } from '../../shared/domain/journal-start.ts';
import type { FieldOf } from '../../shared/domain/fields.ts';
import type { FamilyRow, VisitRow } from '../../shared/domain/register.ts';
import { DEFAULT_PACK_ID, packById } from '../../shared/packs/packs.ts';
import { caseFacts, countedFacts, type CaseFacts, type CountedFacts } from '../../shared/reports/case-facts.ts';
import { registerLinks } from '../../shared/rules/register-links.ts';
import { rebuildRegister, type WireRow } from '../../shared/sync/rebuild-register.ts';

export interface FactsPlace {
  readonly district: string;
  readonly asOf: Day;
  /** The register has a journal of visits: a family without entries was not visited. */
  readonly hasJournal: boolean;
}

/** The pseudonyms by which a row belongs to a case. */
function caseKeys({ values }: Pick<WireRow, 'values'>): readonly string[] {
  return [values['caseNo'], values['applicant']].filter((key) => typeof key === 'string');
}

/**
 * The fields that counters are made of: those of the facts, of a case's beginning and end, and by which visits find
 * their family. Whatever else changes need not be counted anew.
 */
const COUNTED_FIELDS: Readonly<Record<string, ReadonlySet<string>>> = {
  families: new Set<FieldOf<'families'>>([
    'caseNo',
    'applicant',
    'curator',
    'level',
    'categories',
    'childrenCount',
    'decision',
    'applicationDate',
    'startDate',
    'contractDate',
    'registeredOn',
    'transfers',
    'visitDates',
    'visitsByMonth',
    'closedOn',
    'closeReason',
    'result',
  ]),
  visits: new Set<FieldOf<'visits'>>(['caseNo', 'applicant', 'date', 'specialist']),
};

/** True for the kinds of rows that cases are counted from. */
export function isCountedKind(kind: string): boolean {
  return Object.hasOwn(COUNTED_FIELDS, kind);
}

/** True where a change of the field may change what is counted. */
export function isCountedField(kind: string, field: string): boolean {
  return COUNTED_FIELDS[kind]?.has(field) === true;
}

/** The facts of all family rows, named by their row ids. Codes are read by the lists that all packs share. */
export function factsOfRows(rows: readonly WireRow[], { hasJournal, ...place }: FactsPlace): readonly CaseFacts[] {
  return madeOfCases(rows, (row, id, visits) => caseFacts(row, { ...place, id, journal: hasJournal ? visits : null }));
}

/** What counters are made of, in no promised order. They count the visits of the journal, where there is one. */
export function countedOfRows(rows: readonly WireRow[], district: string): readonly CountedFacts[] {
  return madeOfCases(rows, (row, _, journal) => countedFacts(row, { district, journal }));
}

type Make<T> = (row: FamilyRow, id: string, visits: readonly VisitRow[]) => T;

function madeOfCases<T>(rows: readonly WireRow[], make: Make<T>): readonly T[] {
  // Which of two families of one number a visit belongs to must not depend on the order in which rows are read.
  const ordered = rows.filter(({ kind }) => isCountedKind(kind)).toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const groups = groupsOf(ordered);
  // Families without visits need no links: all of them are rebuilt at once.
  const unvisited = groups.filter((group) => !isVisited(group)).flat();
  const known = madeOfGroup(unvisited, make);
  return groups.flatMap((group) =>
    isVisited(group) ? [...madeOfGroup(group, make).values()] : group.flatMap(({ id }) => known.get(id) ?? []),
  );
}

function isVisited(group: readonly WireRow[]): boolean {
  return group.some(({ kind }) => kind === 'visits');
}

/** By row id: of one group, or of any number of families that have no visits. */
function madeOfGroup<T>(group: readonly WireRow[], make: Make<T>): ReadonlyMap<string, T> {
  const pack = packById(DEFAULT_PACK_ID);
  if (pack === undefined || !group.some(({ kind }) => kind === 'families')) return new Map();
  const { register, rowIdAt } = rebuildRegister(group, [], pack);
  const links = register.visits.length > 0 ? registerLinks(register) : null;
  return new Map(
    register.families.map((row) => {
      const id = rowIdAt(row.table.sheet, row.row) ?? '';
      return [id, make(row, id, links?.caseOf(row).visits ?? [])];
    }),
  );
}

/** Rows that share a pseudonym, directly or over others, are one group. Order within a group is that of the rows. */
function groupsOf(rows: readonly WireRow[]): readonly (readonly WireRow[])[] {
  const parent = new Map<string, string>();
  const rootOf = (key: string): string => {
    let root = key;
    for (let next = parent.get(root); next !== undefined && next !== root; next = parent.get(root)) root = next;
    parent.set(key, root);
    return root;
  };
  for (const row of rows) {
    for (const key of caseKeys(row)) parent.set(rootOf(key), rootOf(row.id));
  }
  return [...Map.groupBy(rows, ({ id }) => rootOf(id)).values()];
}

/** From which day the journal speaks, as the rules take it. Null: no entry has a date. */
export function journalFrom(rows: readonly WireRow[]): Day | null {
  const entries = new Map<number, number>();
  let total = 0;
  for (const { kind, values } of rows) {
    if (kind !== 'visits') continue;
    total += 1;
    const day = typeof values['date'] === 'string' ? dayOfIso(values['date']) : null;
    if (!isKnown(day)) continue;
    const { year } = partsOf(day);
    entries.set(year, (entries.get(year) ?? 0) + 1);
  }
  return journalStart(entries, total);
}
