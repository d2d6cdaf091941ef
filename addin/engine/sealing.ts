/**
 * Seals what goes to the server with the region's key, and opens what comes back [PR9]. Everything else in the pane sees
 * plain texts. Values are worked on in portions, so that the pane can draw and answer in between.
 */
import { open, seal, sealedWith } from '../../shared/privacy/seal.ts';
import type { RegionKey } from '../../shared/privacy/region-key.ts';
import { unsealedName } from '../../shared/privacy/travel.ts';
import type { Op, PulledRow } from '../../shared/sync/protocol.ts';
import { hasSealed, openValues, UNOPENED } from '../../shared/sync/sealed-values.ts';
import type { WireValue, WireValues } from '../../shared/sync/wire-values.ts';

export interface Sealing {
  /** The key that writes use. */
  readonly keyId: string;
  readonly sealOps: (ops: readonly Op[]) => Promise<readonly Op[]>;
  readonly openOps: (ops: readonly Op[]) => Promise<readonly Op[]>;
  /** The rows with texts in place of sealed values, and the ids of rows that another key than `keyId` has sealed. */
  readonly openRows: (
    rows: readonly PulledRow[],
  ) => Promise<{ readonly rows: readonly PulledRow[]; readonly outdated: readonly string[] }>;
}

/** Whose values they are, and with what they are opened. */
export interface Openers {
  readonly district: string;
  readonly keys: readonly RegionKey[];
}

export interface SealingSetup extends Openers {
  /** The first is used for writing, all for reading. */
  readonly keys: readonly RegionKey[];
  readonly randomBytes: (count: number) => Uint8Array;
}

const PORTION = 250;

/** What becomes of a sealed value. */
type Change = (field: string, value: WireValue) => Promise<WireValue>;
/** The same for the values of one row. */
type ChangeOf = (row: string, table: string) => Change;

/** Null without a key. */
export function createSealing({ district, keys, randomBytes }: SealingSetup): Sealing | null {
  const [key] = keys;
  if (key === undefined) return null;
  const sealer: ChangeOf = (row, table) => async (field, value) =>
    typeof value === 'string'
      ? await seal(value, { district, table, row, field }, key, new Uint8Array(randomBytes(12)))
      : null;
  const openers = { district, keys };
  return {
    keyId: key.id,
    sealOps: (ops) => changedOps(ops, sealer),
    openOps: (ops) => changedOps(ops, opener(openers)),
    openRows: async (rows) => ({
      outdated: rows.filter(({ values }) => isOutdated(values as WireValues | null, key.id)).map(({ row }) => row),
      rows: await openedRows(rows, openers),
    }),
  };
}

function changedOps(ops: readonly Op[], changeOf: ChangeOf): Promise<readonly Op[]> {
  return inPortions(ops, async (op): Promise<Op> => {
    if (op.op === 'delete' || !hasSealed(op.values)) return op;
    return { ...op, values: await mapSealed(op.values, changeOf(op.row, op.kind)) };
  });
}

function opener({ district, keys }: Openers): ChangeOf {
  return (row, table) => async (field, value) => {
    if (typeof value !== 'string') return null;
    const opened = await open(value, { district, table, row, field }, keys);
    return opened.ok ? opened.text : UNOPENED;
  };
}

/** Rows with texts in place of sealed values; without a key sealed values are nothing to a pane, and left out. */
export async function openedRows(rows: readonly PulledRow[], openers: Openers): Promise<readonly PulledRow[]> {
  if (openers.keys.length === 0) return withoutSealed(rows);
  return await inPortions(rows, async (pulled) => {
    const values = pulled.values as WireValues | null;
    if (values === null || !hasSealed(values)) return pulled;
    const opened = await mapSealed(values, opener(openers)(pulled.row, pulled.kind));
    return { ...pulled, values: opened as PulledRow['values'] };
  });
}

/** Rows for a pane without a key: sealed values are nothing to it. */
export function withoutSealed(rows: readonly PulledRow[]): readonly PulledRow[] {
  return rows.map((row) =>
    row.values === null ? row : { ...row, values: openValues(row.values as WireValues) as PulledRow['values'] },
  );
}

function isOutdated(values: WireValues | null, keyId: string): boolean {
  return Object.entries(values ?? {}).some(
    ([name, value]) => unsealedName(name) !== null && typeof value === 'string' && sealedWith(value) !== keyId,
  );
}

async function mapSealed(values: WireValues, change: Change): Promise<WireValues> {
  const entries = Object.entries(values).map(async ([name, value]) => {
    const field = unsealedName(name);
    return [name, field === null ? value : await change(field, value)] as const;
  });
  return Object.fromEntries(await Promise.all(entries));
}

async function inPortions<T>(items: readonly T[], change: (item: T) => Promise<T>): Promise<readonly T[]> {
  const changed: T[] = [];
  for (let at = 0; at < items.length; at += PORTION) {
    changed.push(...(await Promise.all(items.slice(at, at + PORTION).map(change))));
  }
  return changed;
}
