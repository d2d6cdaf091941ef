/** How answers of the server change the memory. Pure. */
import type { ServerRow } from './merge.ts';
import type { OpOutcome, PulledRow } from './protocol.ts';
import { withKeptSealed } from './sealed-values.ts';
import type { KnownRow, PendingPush } from './sync-memory.ts';
import { isSameValue, type WireValue, type WireValues } from './wire-values.ts';

/** The rows of the memory after an answered push. Conflicts and refusals leave a row as it is known. */
export function absorbPush(
  rows: readonly KnownRow[],
  push: Pick<PendingPush, 'ops' | 'held'>,
  outcomes: readonly OpOutcome[],
): readonly KnownRow[] {
  const byId = new Map(rows.map((row) => [row.id, row]));
  const versions = new Map<string, number>();
  for (const outcome of outcomes) if (outcome.outcome === 'applied') versions.set(outcome.row, outcome.version);
  for (const op of push.ops) {
    const version = versions.get(op.row);
    if (version === undefined) continue;
    if (op.op === 'delete') byId.delete(op.row);
    else {
      const held = new Set(op.op === 'set' ? (push.held[op.row] ?? []) : []);
      const before = byId.get(op.row);
      const values = op.op === 'set' ? withKeptSealed(before?.server?.values ?? null, op.values) : op.values;
      const base = movedBase(before?.base ?? null, values, held);
      // Fields that are held have still the values of others, whoever has pushed the row.
      const changed = held.size > 0 ? before?.server?.changed : undefined;
      byId.set(op.row, { id: op.row, kind: op.kind, base, server: { version, values, ...(changed && { changed }) } });
    }
  }
  return [...byId.values()];
}

/** Sent values become the base, except of fields in which the workbook holds something else. */
function movedBase(old: WireValues | null, sent: WireValues, held: ReadonlySet<string>): WireValues {
  const base: Record<string, WireValue> = {};
  for (const [field, value] of Object.entries(sent)) {
    const next = held.has(field) ? old?.[field] : value;
    if (next !== undefined) base[field] = next;
  }
  return base;
}

export interface PulledAll {
  readonly rows: readonly PulledRow[];
  /** The rows are all there are [PL2]. */
  readonly isFull: boolean;
  /** The server is in another life than the one the memory knows. */
  readonly isOtherEpoch: boolean;
}

/** The rows of the memory after a complete pull. */
export function absorbPull(rows: readonly KnownRow[], pulled: PulledAll): readonly KnownRow[] {
  const byId = new Map(rows.map((row) => [row.id, row]));
  const seen = new Set<string>();
  for (const news of pulled.rows) {
    const { row, kind, values } = news;
    seen.add(row);
    const known = byId.get(row);
    const server = serverRow(news, pulled.isOtherEpoch ? null : (known?.server ?? null));
    if (known === undefined) {
      if (values !== null) byId.set(row, { id: row, kind, base: null, server });
      continue;
    }
    byId.set(row, { ...known, base: pulled.isOtherEpoch && isOther(known, server) ? null : known.base, server });
  }
  if (pulled.isFull) {
    for (const known of byId.values()) {
      if (!seen.has(known.id)) byId.set(known.id, { ...known, ...unseen(known, pulled.isOtherEpoch) });
    }
  }
  return [...byId.values()];
}

/** A version that was seen before, or pushed from here, tells nothing new of others. */
function serverRow({ version, values, at, by }: PulledRow, seen: ServerRow): NonNullable<ServerRow> {
  const said = at === undefined ? undefined : { at, ...(by === undefined ? {} : { by }) };
  const changed = (seen?.version === version ? seen.changed : undefined) ?? said;
  return { version, values: values as WireValues | null, ...(changed && { changed }) };
}

/** After a restore a base counts only where the server is exactly as it was seen last [MG7]. */
function isOther(known: KnownRow, server: { readonly version: number; readonly values: WireValues | null }): boolean {
  if (known.server === null || known.server.version !== server.version) return true;
  if (known.server.values === null || server.values === null) return known.server.values !== server.values;
  return !isSameValue(known.server.values, server.values);
}

/** A row that a full resend does not name: lost by a restore, or removed so long ago that its tombstone is pruned. */
function unseen(known: KnownRow, isOtherEpoch: boolean): Pick<KnownRow, 'base' | 'server'> {
  if (isOtherEpoch) return { base: null, server: null };
  return { base: known.base, server: { version: (known.server?.version ?? 0) + 1, values: null } };
}
