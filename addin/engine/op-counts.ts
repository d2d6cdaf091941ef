import type { Op } from '../../shared/sync/protocol.ts';

/** Rows of a push, by what becomes of them. */
export interface OpCounts {
  readonly added: number;
  readonly changed: number;
  readonly removed: number;
}

/** What a push does, in rows. */
export function countOps(ops: readonly Op[]): OpCounts {
  const of = (wanted: Op['op']): number => ops.filter(({ op }) => op === wanted).length;
  return { added: of('create'), changed: of('set'), removed: of('delete') };
}
