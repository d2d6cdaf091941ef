/**
 * The consolidated table: what was on the register at the start, came, left, is there at the end, by level, with
 * transfers, visits and specialists. A row per district, level, category or curator, and a total in which every case
 * counts once: a family of two categories stands in two rows and once in the total.
 */
import type { DaySpan } from '../domain/day-span.ts';
import { isCounted } from '../domain/support.ts';
import { contribution, isMeant, MEASURES, type CaseFilter, type FigureKey, type Measure } from './figures.ts';
import type { CaseFacts } from './case-facts.ts';

export type Cut = 'district' | 'level' | 'category' | 'curator';

export interface TableCell {
  readonly value: number;
  /** Names the figure: which cases it is the sum of. */
  readonly key: FigureKey;
}

export interface ConsolidatedRow {
  /** District, code or curator; null: not known. Undefined for the total. */
  readonly group: string | null | undefined;
  readonly cells: Readonly<Record<Measure, TableCell>>;
  /**
   * At the end of the period, by today's level; they add up to `end`. Null stands for an unknown level. A row about one
   * level has that level alone.
   */
  readonly levels: readonly { readonly level: string | null; readonly cell: TableCell }[];
  /** Curators who have a case at the end of the period. Not a sum: one may stand in several rows. Null: not known. */
  readonly specialists: number | null;
}

export interface ConsolidatedTable {
  readonly cut: Cut;
  readonly period: DaySpan;
  readonly rows: readonly ConsolidatedRow[];
  readonly total: ConsolidatedRow;
}

export interface TableWish {
  readonly cut: Cut;
  readonly period: DaySpan;
  /** Rows and levels to show even when nothing is counted there: districts that are missing, levels of the pack. */
  readonly groups?: readonly string[];
  readonly levels: readonly string[];
  /** Only these cases. */
  readonly where?: CaseFilter;
}

export interface Sums {
  readonly counts: Record<Measure, number>;
  readonly levels: Map<string | null, number>;
  /** Null where it cannot be told. */
  readonly curators: Set<string> | null;
}

/** The table of the cases, rows in the order of `groups`, further groups after them in ascending order. */
export function consolidatedTable(cases: readonly CaseFacts[], wish: TableWish): ConsolidatedTable {
  const total = newSums();
  const byGroup = new Map<string | null, Sums>((wish.groups ?? []).map((group) => [group, newSums()]));
  for (const facts of cases) {
    if (!isMeant(facts, wish.where ?? {})) continue;
    const into = [total];
    for (const group of groupsOf(facts, wish.cut)) {
      const sums = byGroup.get(group) ?? newSums();
      byGroup.set(group, sums);
      into.push(sums);
    }
    addCase(into, facts, wish.period);
  }
  return tableOf(wish, byGroup, total);
}

/** Sums that nothing was added to yet. */
export function newSums(): Sums {
  const counts = Object.fromEntries(MEASURES.map((measure) => [measure, 0])) as Record<Measure, number>;
  return { counts, levels: new Map(), curators: new Set() };
}

/** The rows of a table that a case stands in. */
function groupsOf(facts: CaseFacts, cut: Cut): readonly (string | null)[] {
  if (cut === 'category') return facts.categories.length === 0 ? [null] : facts.categories;
  return [facts[cut]];
}

/** A case that is not counted contributes to no measure. */
function addCase(into: readonly Sums[], facts: CaseFacts, period: DaySpan): void {
  if (!isCounted(facts)) return;
  for (const measure of MEASURES) {
    const n = contribution(facts, measure, period);
    if (n === 0) continue;
    for (const { counts } of into) counts[measure] += n;
    if (measure !== 'end') continue;
    for (const { levels, curators } of into) {
      levels.set(facts.level, (levels.get(facts.level) ?? 0) + n);
      if (facts.curator !== null) curators?.add(facts.curator);
    }
  }
}

/** Puts sums into table form, however they were made. A group in which nothing is counted is left out unless wished. */
export function tableOf(wish: TableWish, byGroup: ReadonlyMap<string | null, Sums>, total: Sums): ConsolidatedTable {
  const wished = new Set<string | null>(wish.groups);
  const isEmpty = ({ counts }: Sums): boolean => MEASURES.every((measure) => counts[measure] === 0);
  const found = [...byGroup].filter(([group, sums]) => !wished.has(group) && !isEmpty(sums)).map(([group]) => group);
  const ordered = [...wished, ...found.toSorted(nullLast)];
  const known = [...total.levels.keys()].filter((level) => (total.levels.get(level) ?? 0) !== 0);
  const levels = [
    ...wish.levels,
    ...known.filter((level) => level === null || !wish.levels.includes(level)).toSorted(nullLast),
  ];
  const rowOf = (group: string | null | undefined, sums: Sums): ConsolidatedRow => {
    const where = group === undefined ? (wish.where ?? {}) : { ...wish.where, [wish.cut]: group };
    return tableRow(group, sums, { where, period: wish.period, levels });
  };
  const rows = ordered.map((group) => rowOf(group, byGroup.get(group) ?? newSums()));
  return { cut: wish.cut, period: wish.period, rows, total: rowOf(undefined, total) };
}

interface RowPlace {
  readonly where: CaseFilter;
  readonly period: DaySpan;
  readonly levels: readonly (string | null)[];
}

function tableRow(group: string | null | undefined, sums: Sums, { where, period, levels }: RowPlace): ConsolidatedRow {
  const cells = Object.fromEntries(
    MEASURES.map((measure) => [measure, { value: sums.counts[measure], key: { measure, period, where } }]),
  ) as Record<Measure, TableCell>;
  return {
    group,
    cells,
    levels: (where.level === undefined ? levels : [where.level]).map((level) => ({
      level,
      cell: { value: sums.levels.get(level) ?? 0, key: { measure: 'end', period, where: { ...where, level } } },
    })),
    specialists: sums.curators?.size ?? null,
  };
}

function nullLast(a: string | null, b: string | null): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  return a < b ? -1 : Number(a > b);
}

/** Cases that a person would look for in the table and that it cannot place, with the reason. */
export interface Uncounted {
  readonly reason: 'start-unreadable' | 'closing-unreadable' | 'closed-before-start';
  readonly ids: readonly string[];
}

/** Refused applications, and those whose support has not begun, are meant to be out and are not named. */
export function uncounted(cases: readonly CaseFacts[]): readonly Uncounted[] {
  const counted = cases.filter(({ isRefused }) => !isRefused);
  const named = (reason: Uncounted['reason'], isSo: (facts: CaseFacts) => boolean): Uncounted => ({
    reason,
    ids: counted.filter(isSo).map(({ id }) => id),
  });
  return [
    named('start-unreadable', ({ start }) => Number.isNaN(start)),
    named('closing-unreadable', ({ start, closedOn }) => !Number.isNaN(start) && Number.isNaN(closedOn)),
    named('closed-before-start', ({ start, closedOn }) => start !== null && closedOn !== null && closedOn < start),
  ].filter(({ ids }) => ids.length > 0);
}
