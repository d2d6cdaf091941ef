/**
 * Keeps the links between tables while rows change. Lists and cases are never changed in place: a check that is taken
 * back sees exactly what it saw when it was made.
 */
import type { PersonName } from '../../domain/person-name.ts';
import type { FamilyRow, Register, RegisterRow } from '../../domain/register.ts';
import type { FamilyCase, LinkedRow, Links, Owner } from '../links.ts';
import { linkKeys, ownerAmong, type KeyUsage, type LinkKeys } from './link-keys.ts';
import { without, withRow, type RowChange } from './row-changes.ts';
import { isLinked, isOneOf } from './row-kinds.ts';
import type { SheetOrder } from './sheet-order.ts';

export interface Belonging {
  readonly row: LinkedRow;
  readonly owner: Owner;
}

/** What a change of rows did: cases and belongings that are no more, and those that are new. */
export interface LinkUpdate {
  readonly goneCases: readonly FamilyCase[];
  readonly newCases: readonly FamilyCase[];
  readonly goneLinks: readonly Belonging[];
  readonly newLinks: readonly Belonging[];
}

export interface LinkIndex extends Links {
  /** Calls back for every row as it was linked at the start. */
  readonly each: (take: (row: LinkedRow, owner: Owner) => void) => void;
  readonly update: (changes: readonly RowChange[]) => LinkUpdate;
}

/** The tables that are linked. */
type LinkedTables = Pick<Register, 'families' | 'members' | 'visits' | 'measures'>;

/** Rows that share a key: families that may own, rows that may be owned, both in sheet order. */
interface Bundle {
  readonly families: readonly FamilyRow[];
  readonly linked: readonly LinkedRow[];
  /** Null: all linked rows belong to the first family, or to none. */
  readonly owners: ReadonlyMap<LinkedRow, Owner> | null;
}

const EMPTY: Bundle = { families: [], linked: [], owners: null };

/** What the index keeps. */
interface Linked {
  readonly keys: LinkKeys;
  readonly order: SheetOrder;
  readonly bundles: Map<string, Bundle>;
  readonly cases: Map<FamilyRow, FamilyCase>;
}

export interface LinkSurroundings {
  readonly order: SheetOrder;
  readonly usage: KeyUsage;
  readonly name: (text: string) => PersonName;
}

/** Links the rows of a register to its families. */
export function createLinkIndex(register: LinkedTables, { order, usage, name }: LinkSurroundings): LinkIndex {
  const keys = linkKeys(usage, name);
  const { bundles, loose } = bundlesOf(register, keys);
  const linked: Linked = { keys, order, bundles, cases: new Map() };
  return {
    caseOf: (row) => caseOf(linked, row),
    familyOf: (row) => familyOf(linked, row),
    update: (changes) => update(linked, changes),
    each: (take) => {
      for (const bundle of bundles.values()) for (const row of bundle.linked) take(row, ownerIn(bundle, row));
      for (const row of loose) take(row, undefined);
    },
  };
}

function familyOf({ keys, bundles }: Linked, row: LinkedRow): Owner {
  const key = keys.ofLinked(row);
  return key === null ? undefined : ownerIn(bundles.get(key) ?? EMPTY, row);
}

function caseOf({ keys, order, bundles, cases }: Linked, row: FamilyRow): FamilyCase {
  const known = cases.get(row);
  if (known) return known;
  const owned = keys.ofFamily(row).map((key) => {
    const bundle = bundles.get(key) ?? EMPTY;
    if (bundle.owners === null) return bundle.families[0] === row ? bundle.linked : EMPTY.linked;
    return bundle.linked.filter((one) => ownerIn(bundle, one) === row);
  });
  const made = familyCase(row, owned, order);
  cases.set(row, made);
  return made;
}

function update(linked: Linked, changes: readonly RowChange[]): LinkUpdate {
  const { keys, bundles, cases } = linked;
  const gone = changes.map(({ before }) => before);
  const come = changes.map(({ after }) => after);
  const touched = new Set([...gone, ...come].flatMap((row) => keysOf(row, keys)));
  const families = new Set([...touched].flatMap((key) => bundles.get(key)?.families ?? []));
  for (const row of gone) if (row !== null && isOneOf(row, 'families')) families.add(row);
  const oldCases = new Map([...families].map((row) => [row, caseOf(linked, row)]));
  const oldLinks = belongings(linked, touched, gone);
  for (const change of changes) exchange(linked, change);
  for (const key of touched) settle(bundles, key, keys);
  const newLinks = belongings(linked, touched, come);
  const affected = affectedFamilies([...gone, ...come], [...oldLinks.values(), ...newLinks.values()]);
  for (const row of affected) cases.delete(row);
  return {
    goneCases: affected.map((row) => oldCases.get(row)).filter((one) => one !== undefined),
    newCases: affected.filter((row) => !gone.includes(row)).map((row) => caseOf(linked, row)),
    goneLinks: differing(oldLinks, newLinks),
    newLinks: differing(newLinks, oldLinks),
  };
}

function exchange({ keys, order, bundles }: Linked, { before, after }: RowChange): void {
  if (before) for (const key of keysOf(before, keys)) bundles.set(key, bundleWithout(bundles.get(key), before));
  if (after) for (const key of keysOf(after, keys)) bundles.set(key, bundleWith(bundles.get(key), after, order));
}

/** Belongings that the bundles under these keys decide, and those of the rows themselves. */
function belongings(
  linked: Linked,
  touched: ReadonlySet<string>,
  rows: readonly (RegisterRow | null)[],
): Map<LinkedRow, Owner> {
  const links = new Map<LinkedRow, Owner>();
  for (const row of rows) if (row !== null && isLinked(row)) links.set(row, familyOf(linked, row));
  for (const key of touched) {
    const bundle = linked.bundles.get(key) ?? EMPTY;
    for (const row of bundle.linked) links.set(row, ownerIn(bundle, row));
  }
  return links;
}

function affectedFamilies(rows: readonly (RegisterRow | null)[], owners: readonly Owner[]): readonly FamilyRow[] {
  const families = new Set<FamilyRow>();
  for (const row of rows) if (row !== null && isOneOf(row, 'families')) families.add(row);
  for (const owner of owners) if (owner) families.add(owner);
  return [...families];
}

function differing(links: ReadonlyMap<LinkedRow, Owner>, others: ReadonlyMap<LinkedRow, Owner>): Belonging[] {
  return [...links]
    .filter(([row, owner]) => !others.has(row) || others.get(row) !== owner)
    .map(([row, owner]) => ({ row, owner }));
}

function keysOf(row: RegisterRow | null, keys: LinkKeys): readonly string[] {
  if (row === null) return [];
  if (isOneOf(row, 'families')) return keys.ofFamily(row);
  const key = isLinked(row) ? keys.ofLinked(row) : null;
  return key === null ? [] : [key];
}

interface Bundled {
  readonly bundles: Map<string, Bundle>;
  /** Rows that name no family at all. */
  readonly loose: readonly LinkedRow[];
}

function bundlesOf(register: LinkedTables, keys: LinkKeys): Bundled {
  const growing = new Map<string, { families: FamilyRow[]; linked: LinkedRow[]; owners: null }>();
  const loose: LinkedRow[] = [];
  const grow = (key: string) => {
    let known = growing.get(key);
    if (!known) {
      known = { families: [], linked: [], owners: null };
      growing.set(key, known);
    }
    return known;
  };
  for (const row of register.families) for (const key of keys.ofFamily(row)) grow(key).families.push(row);
  for (const rows of [register.members, register.visits, register.measures]) {
    for (const row of rows) {
      const key = keys.ofLinked(row);
      if (key === null) loose.push(row);
      else grow(key).linked.push(row);
    }
  }
  const bundles = new Map<string, Bundle>(growing);
  for (const key of bundles.keys()) settle(bundles, key, keys);
  return { bundles, loose };
}

function ownerIn(bundle: Bundle, row: LinkedRow): Owner {
  return bundle.owners ? bundle.owners.get(row) : (bundle.families[0] ?? null);
}

/** By name, each row may have another owner. */
function settle(bundles: Map<string, Bundle>, key: string, keys: LinkKeys): void {
  const bundle = bundles.get(key);
  if (!bundle || !keys.isByName(key) || bundle.linked.length === 0) return;
  const owners = new Map(bundle.linked.map((row) => [row, ownerAmong(row, bundle.families, keys)]));
  bundles.set(key, { ...bundle, owners });
}

function bundleWithout(bundle: Bundle = EMPTY, row: RegisterRow): Bundle {
  return { ...bundle, families: without(bundle.families, row), linked: without(bundle.linked, row) };
}

function bundleWith(bundle: Bundle = EMPTY, row: RegisterRow, order: SheetOrder): Bundle {
  if (isOneOf(row, 'families')) return { ...bundle, families: withRow(bundle.families, row, order.rows) };
  return isLinked(row) ? { ...bundle, linked: withRow(bundle.linked, row, order.rows) } : bundle;
}

function familyCase(row: FamilyRow, owned: readonly (readonly LinkedRow[])[], order: SheetOrder): FamilyCase {
  const filled = owned.filter((rows) => rows.length > 0);
  const linked = filled.length > 1 ? filled.flat().toSorted(order.rows) : (filled[0] ?? []);
  const made = {
    row,
    members: [] as FamilyCase['members'][number][],
    visits: [] as FamilyCase['visits'][number][],
    measures: [] as FamilyCase['measures'][number][],
  };
  for (const one of linked) {
    if (isOneOf(one, 'visits')) made.visits.push(one);
    else if (isOneOf(one, 'members')) made.members.push(one);
    else if (isOneOf(one, 'measures')) made.measures.push(one);
  }
  return made;
}
