/** The open cases of each curator, by level, and the share of a post that the curator fills. */
import { isOpen } from '../../domain/case-state.ts';
import type { Day } from '../../domain/day.ts';
import { fitsName, personName } from '../../domain/person-name.ts';
import type { PersonName } from '../../domain/person-name.ts';
import type { FamilyRow, SpecialistRow } from '../../domain/register.ts';
import type { Pack } from '../../packs/pack.ts';
import type { Run } from '../rule.ts';

/** What one person carries on a day. */
export interface CuratorLoad {
  /** The name as it stands in the first row. */
  readonly curator: string;
  /** Share of a post: 1 where the staff list does not say. Null: several people of the staff list fit, or unreadable. */
  readonly rate: number | null;
  /** Open cases in sheet order. */
  readonly rows: readonly FamilyRow[];
  /** Open cases by level's code. Cases whose level is not known are in `rows` only. */
  readonly byLevel: ReadonlyMap<string, readonly FamilyRow[]>;
}

/**
 * The loads of the people in a group of rows whose curators' names are alike, also of people without an open case.
 * Several rules ask for the same groups: a group is looked at once per run.
 */
export function loadsOf(run: Run): (rows: readonly FamilyRow[]) => readonly CuratorLoad[] {
  return run.once(rememberedLoads);
}

function rememberedLoads(_pack: Pack, asOf: Day, run: Run) {
  const staff = staffNames(run);
  const known = new WeakMap<readonly FamilyRow[], readonly CuratorLoad[]>();
  return (rows: readonly FamilyRow[]): readonly CuratorLoad[] => {
    const loads = known.get(rows) ?? curatorLoads(rows, staff, { asOf, name: run.name });
    known.set(rows, loads);
    return loads;
  };
}

interface StaffName {
  readonly row: SpecialistRow;
  readonly name: PersonName;
}

/** The staff list by what all writings of a name have in common. */
type StaffNames = ReadonlyMap<string, readonly StaffName[]>;

function staffNames({ staff, name }: Run): StaffNames {
  const named = staff.map((row) => ({ row, name: name(row.values.name ?? '') }));
  return Map.groupBy(named, (one) => one.name.rough);
}

function curatorLoads(
  rows: readonly FamilyRow[],
  staff: StaffNames,
  { asOf, name: read }: Pick<Run, 'asOf' | 'name'>,
): readonly CuratorLoad[] {
  return peopleOf(rows, read).map(({ name, rows: all }) => {
    const open = all.filter((row) => isOpen(row, asOf));
    const byLevel = Map.groupBy(open, (row) => row.values.level?.code ?? '');
    byLevel.delete('');
    const rate = rateOf(name, staff.get(name.rough) ?? []);
    return { curator: all[0]?.values.curator ?? '', rate, rows: open, byLevel };
  });
}

/** One person, in all writings of the name that fit. */
export interface Somebody {
  readonly name: PersonName;
  readonly rows: FamilyRow[];
}

/**
 * The people whom curators' names mean, each with its rows in the given order. Fullest writings first, so that
 * «Иванова А.» joins «Иванова А. П.» unless somebody else fits too.
 */
export function peopleOf(rows: readonly FamilyRow[], read: Run['name'] = personName): readonly Somebody[] {
  const byKey = Map.groupBy(rows, (row) => read(row.values.curator ?? '').key);
  const writings = [...byKey].map(([key, its]) => ({ name: read(key), rows: its }));
  writings.sort((a, b) => b.name.parts.length - a.name.parts.length || b.name.key.length - a.name.key.length);
  const people: Somebody[] = [];
  // Only names of one rough key can fit: a register may name thousands.
  const alike = new Map<string, Somebody[]>();
  for (const { name, rows: its } of writings) {
    const near = alike.get(name.rough) ?? [];
    alike.set(name.rough, near);
    const fitting = near.filter((person) => fitsName(person.name, name));
    const [only] = fitting;
    const somebody = { name, rows: [...its] };
    if (only && fitting.length === 1) only.rows.push(...its);
    else for (const list of [people, near]) list.push(somebody);
  }
  const order = new Map(rows.map((row, index) => [row, index]));
  for (const person of people) person.rows.sort((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0));
  return people;
}

/** Shares of one person in several districts add up. */
function rateOf(name: PersonName, named: readonly StaffName[]): number | null {
  const same = named.filter((one) => one.name.key === name.key);
  const fitting = same.length > 0 ? same : named.filter((one) => fitsName(one.name, name));
  if (fitting.length === 0) return 1;
  if (new Set(fitting.map((one) => one.name.key)).size > 1) return null;
  const rate = fitting.reduce((sum, { row }) => sum + (row.values.rate ?? 1), 0);
  return Number.isNaN(rate) ? null : rate;
}
