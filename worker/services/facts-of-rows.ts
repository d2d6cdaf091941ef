/**
 * What the indicators know of the cases of a register, made from its rows. Cases are told apart by the pseudonyms that
 * rows share, and each group of such rows is linked by itself: so the facts of a case depend on the rows of its group
 * alone, and a push can recount the groups that it touches without reading the others.
 */
import { dayOfIso, isKnown, partsOf, type Day } from '../../shared/domain/day.ts';
import { journalStart } from '../../shared/domain/journal-start.ts';
import { fieldSpec } from '../../shared/domain/fields.ts';
import {
  FAMILY_FACTS,
  SENT_KINDS,
  sealedFields,
  sealedName,
  travelForm,
  travellingFields,
} from '../../shared/privacy/travel.ts';
import { DEFAULT_PACK_ID, packById } from '../../shared/packs/packs.ts';
import { caseFacts, type CaseFacts } from '../../shared/reports/case-facts.ts';
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

/** True for the kinds of rows that cases are counted from. */
export function isCountedKind(kind: string): boolean {
  return kind === 'families' || kind === 'visits';
}

const NEVER_COUNTED: ReadonlySet<string> = new Set([
  ...SENT_KINDS.flatMap((kind) => sealedFields(kind).map(sealedName)),
  ...travellingFields('families').filter(isNumberOfDocument),
  FAMILY_FACTS.fingerprints,
]);

function isNumberOfDocument(field: string): boolean {
  return fieldSpec('families', field)?.type === 'text' && travelForm('families', field)?.as !== 'key';
}

/** False for numbers of documents and for what is sealed: the facts of a case never say anything of them. */
export function isCountedField(field: string): boolean {
  return !NEVER_COUNTED.has(field);
}

/** The facts of all family rows, named by their row ids. Codes are read by the lists that all packs share. */
export function factsOfRows(rows: readonly WireRow[], place: FactsPlace): readonly CaseFacts[] {
  const ordered = rows.filter(({ kind }) => isCountedKind(kind)).toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const groups = groupsOf(ordered);
  // Families without visits need no links: all of them are rebuilt at once.
  const unvisited = groups.filter((group) => !isVisited(group)).flat();
  const known = new Map(groupFacts(unvisited, place).map((one) => [one.id, one]));
  return groups.flatMap((group) =>
    isVisited(group) ? groupFacts(group, place) : group.flatMap(({ id }) => known.get(id) ?? []),
  );
}

function isVisited(group: readonly WireRow[]): boolean {
  return group.some(({ kind }) => kind === 'visits');
}

/** The facts of one group, or of any number of families that have no visits. */
function groupFacts(group: readonly WireRow[], { district, asOf, hasJournal }: FactsPlace): readonly CaseFacts[] {
  const pack = packById(DEFAULT_PACK_ID);
  if (pack === undefined || !group.some(({ kind }) => kind === 'families')) return [];
  const { register, rowIdAt } = rebuildRegister(group, [], pack);
  const links = register.visits.length > 0 ? registerLinks(register) : null;
  return register.families.map((row) => {
    const id = rowIdAt(row.table.sheet, row.row) ?? '';
    const visits = links?.caseOf(row).visits ?? [];
    return caseFacts(row, { id, district, asOf, journal: hasJournal ? visits : null });
  });
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
