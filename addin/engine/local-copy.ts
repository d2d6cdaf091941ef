/** The open workbook as the server knows its rows: which cell a row id stands for, and whether a copy is the one handed in. */
import type { CellAddress } from '../../shared/domain/cell-address.ts';
import type { Register } from '../../shared/domain/register.ts';
import { fromBase64Url } from '../../shared/privacy/fingerprint.ts';
import type { RegionKey } from '../../shared/privacy/region-key.ts';
import { sha256Hex } from '../../shared/sync/audit-chain.ts';
import { failed, type Outcome } from '../../shared/sync/error-codes.ts';
import { planSending } from '../../shared/sync/plan-sending.ts';
import { verifyReceipt } from '../../shared/sync/receipt.ts';
import type { HandIn } from '../../shared/sync/region-wire.ts';
import { canonicalJson } from '../../shared/sync/wire-values.ts';
import { memoryOfText } from './memory-text.ts';
import { cellOf, prepareRegister } from './prepare-register.ts';
import { pseudonymsIn } from './sending-preview.ts';

export interface LocalCopy {
  readonly district: string;
  readonly register: string;
  /** Null before the first answer of a server. */
  readonly epoch: string | null;
  /** Where a row stands, and the cell of one of its fields; null for a row that the workbook does not have. */
  readonly cellAt: (row: string, field: string | null) => CellAddress | null;
  /** Hashes of the rows as they would travel, sealed fields aside, by row id. */
  readonly hashes: ReadonlyMap<string, string>;
}

/** Reads the workbook's rows through its memory of sendings. Asks no server. */
export async function localCopy(
  register: Register,
  memory: string,
  regionKeys: readonly RegionKey[] = [],
): Promise<Outcome<LocalCopy>> {
  const kept = await memoryOfText(memory);
  if (!kept.ok) return kept;
  const key = fromBase64Url(kept.value.key);
  if (key?.length !== 32) return failed('memory-damaged');
  const lastKey = kept.value.regionKey;
  if (lastKey !== undefined && regionKeys.every(({ id }) => id !== lastKey)) return failed('region-key-needed');
  const sentPseudonyms = pseudonymsIn(kept.value.rows);
  const keys = { workbookKey: key, regionKeys, isSealing: false, sentPseudonyms };
  const { rows, renamed } = await prepareRegister(register, keys);
  let fresh = 0;
  // Rows that were never sent get names that no server knows.
  const newId = (): string => `new-${(fresh += 1)}`;
  const { ids } = planSending(rows, kept.value.rows, { newId, confirmRemovals: false, renamed });
  const rowAt = new Map(ids.map((id, index) => [id, rows[index]]));
  const hashes = await Promise.all(
    rows.map(
      async ({ kind, values }, index) => [ids[index] ?? '', await sha256Hex(canonicalJson([kind, values]))] as const,
    ),
  );
  const { district, register: id, cursor } = kept.value;
  return {
    ok: true,
    value: {
      district,
      register: id,
      epoch: cursor?.epoch ?? null,
      cellAt: (row, field) => cellOf(rowAt.get(row), field),
      hashes: new Map(hashes),
    },
  };
}

export type Comparison =
  | { readonly state: 'same' }
  | {
      readonly state: 'differs';
      readonly changed: number;
      readonly added: number;
      readonly gone: number;
      readonly rows: readonly string[];
    }
  | { readonly state: 'forged' };

/** Holds the copy against what was handed in. `keys`: public keys of the region, raw and base64url, by name. */
export async function holdAgainst(
  copy: LocalCopy,
  { receipt }: HandIn,
  { frozen, keys }: { readonly frozen: ReadonlyMap<string, string>; readonly keys: ReadonlyMap<string, string> },
): Promise<Comparison> {
  const imported = await Promise.all(
    [...keys].map(async ([name, text]) => {
      const raw = fromBase64Url(text) ?? new Uint8Array();
      return [name, await crypto.subtle.importKey('raw', raw, { name: 'Ed25519' }, true, ['verify'])] as const;
    }),
  );
  const verdict = await verifyReceipt(receipt, new Map(imported), crypto.subtle);
  if (verdict.state !== 'genuine') return { state: 'forged' };
  const changed = [...copy.hashes].filter(([row, hash]) => frozen.has(row) && frozen.get(row) !== hash);
  const added = [...copy.hashes.keys()].filter((row) => !frozen.has(row));
  const gone = [...frozen.keys()].filter((row) => !copy.hashes.has(row));
  if (changed.length + added.length + gone.length === 0) return { state: 'same' };
  const rows = [...changed.map(([row]) => row), ...added];
  return { state: 'differs', changed: changed.length, added: added.length, gone: gone.length, rows };
}
