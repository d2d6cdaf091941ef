/** The open cases of each curator, by level, and the share of a post that the curator fills. */
import { isOpen } from '../../domain/case-state.ts';
import type { Day } from '../../domain/day.ts';
import { fitsName, personName } from '../../domain/person-name.ts';
import type { PersonName } from '../../domain/person-name.ts';
import type { FamilyRow, SpecialistRow } from '../../domain/register.ts';
import { normOn } from '../../packs/norm-on.ts';
import type { LevelNorms, Pack } from '../../packs/pack.ts';

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

/** The caseload norm of a level for one person. */
export interface LoadLimit {
  readonly norm: NonNullable<ReturnType<typeof caseloadNorm>>;
  /** Norm × rate: the most cases that are within the norm. */
  readonly limit: number;
}

/** Fractions of posts are not exact in binary: 0.1 × 30 must be 3. */
const TINY = 1e-9;
const MILLION = 1_000_000;

/** The loads of the people in a group of rows whose curators' names are alike. People without an open case have none. */
export function curatorLoads(
  rows: readonly FamilyRow[],
  staff: readonly SpecialistRow[],
  asOf: Day,
): readonly CuratorLoad[] {
  const people = peopleOf(rows);
  return people.flatMap(({ name, rows: all }) => {
    const open = all.filter((row) => isOpen(row, asOf));
    if (open.length === 0) return [];
    const byLevel = Map.groupBy(
      open.filter((row) => row.values.level?.code),
      (row) => row.values.level?.code ?? '',
    );
    return [{ curator: all[0]?.values.curator ?? '', rate: rateOf(name, staff), rows: open, byLevel }];
  });
}

export function caseloadNorm(norms: LevelNorms | undefined, asOf: Day) {
  return normOn(norms?.caseload ?? null, asOf);
}

/** The limit of a level for somebody with this rate; null where the pack has no norm. */
export function loadLimit(pack: Pack, level: string, { rate, asOf }: { rate: number; asOf: Day }): LoadLimit | null {
  const norm = caseloadNorm(pack.levels[level], asOf);
  return norm && { norm, limit: Math.round(norm.max * rate * MILLION) / MILLION };
}

/** True when `count` cases are more than `limit`. */
export function isOver(count: number, limit: number): boolean {
  return count > limit + TINY;
}

/** How many whole cases fit within a limit. */
export function wholeCases(limit: number): number {
  return Math.floor(limit + TINY);
}

interface Somebody {
  name: PersonName;
  readonly rows: FamilyRow[];
}

/** Fullest writings first, so that «Иванова А.» joins «Иванова А. П.» unless somebody else fits too. */
function peopleOf(rows: readonly FamilyRow[]): readonly Somebody[] {
  const byKey = Map.groupBy(rows, (row) => personName(row.values.curator ?? '').key);
  const writings = [...byKey].map(([key, its]) => ({ name: personName(its[0]?.values.curator ?? key), rows: its }));
  writings.sort((a, b) => b.name.parts.length - a.name.parts.length || b.name.key.length - a.name.key.length);
  const people: Somebody[] = [];
  for (const writing of writings) {
    const fitting = people.filter((person) => fitsName(person.name, writing.name));
    const [only] = fitting;
    if (only && fitting.length === 1) only.rows.push(...writing.rows);
    else people.push({ name: writing.name, rows: [...writing.rows] });
  }
  const order = new Map(rows.map((row, index) => [row, index]));
  for (const person of people) person.rows.sort((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0));
  return people;
}

/** Shares of one person in several districts add up. */
function rateOf(name: PersonName, staff: readonly SpecialistRow[]): number | null {
  const named = staff.map((row) => ({ row, name: personName(row.values.name ?? '') }));
  const same = named.filter((one) => one.name.key === name.key);
  const fitting = same.length > 0 ? same : named.filter((one) => fitsName(one.name, name));
  if (fitting.length === 0) return 1;
  if (new Set(fitting.map((one) => one.name.key)).size > 1) return null;
  const rate = fitting.reduce((sum, { row }) => sum + (row.values.rate ?? 1), 0);
  return Number.isNaN(rate) ? null : rate;
}
