/** Open cases per curator and level against the norm, each level against its own limit. */
import { isNotClosed } from '../domain/case-state.ts';
import type { Day } from '../domain/day.ts';
import { isOver, loadLimit } from '../packs/load-limit.ts';
import type { Pack } from '../packs/pack.ts';
import type { CaseFacts } from './case-facts.ts';

export interface CuratorLevelLoad {
  /** Null: open cases without a curator. */
  readonly curator: string | null;
  readonly level: string | null;
  readonly ids: readonly string[];
  /** Norm × share of a post; null where there is no norm, no known level or curator, or the share is unreadable. */
  readonly limit: number | null;
  readonly isOver: boolean;
}

export interface CaseloadWish {
  readonly asOf: Day;
  readonly pack: Pick<Pack, 'levels'>;
  /** Shares of a post by curator; 1 for whoever is not named. NaN: unreadable. */
  readonly rates?: ReadonlyMap<string, number>;
}

/** The loads in order of first appearance. Cases that are open count, also those whose support has not begun. */
export function caseloads(
  cases: readonly CaseFacts[],
  { asOf, pack, rates }: CaseloadWish,
): readonly CuratorLevelLoad[] {
  const open = cases.filter(({ isRefused, closedOn }) => !isRefused && isNotClosed(closedOn, asOf));
  const groups = Map.groupBy(open, ({ curator, level }) => JSON.stringify([curator, level]));
  return [...groups.values()].flatMap((its) => {
    const [first] = its;
    if (!first) return [];
    const { curator, level } = first;
    const rate = curator === null ? Number.NaN : (rates?.get(curator) ?? 1);
    const found = level === null || Number.isNaN(rate) ? null : loadLimit(pack, level, { rate, asOf });
    const limit = found?.limit ?? null;
    return [
      { curator, level, ids: its.map(({ id }) => id), limit, isOver: limit !== null && isOver(its.length, limit) },
    ];
  });
}

/** How many curators there are, and how many of them exceed the norm of some level. */
export function overloaded(loads: readonly CuratorLevelLoad[]): {
  readonly curators: number;
  readonly over: readonly string[];
} {
  const named = new Set(loads.flatMap(({ curator }) => curator ?? []));
  const over = new Set(loads.flatMap(({ curator, isOver }) => (isOver && curator !== null ? [curator] : [])));
  return { curators: named.size, over: [...over] };
}
