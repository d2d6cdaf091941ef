/** The open workbook as the server knows its rows: which cell a row id stands for, and whether a copy is the one handed in. */
import type { CellAddress } from '../../shared/domain/cell-address.ts';
import { fieldCell } from '../../shared/domain/register.ts';
import { fromBase64Url } from '../../shared/privacy/fingerprint.ts';
import { plainField, type SentKind } from '../../shared/privacy/travel.ts';
import { sha256Hex } from '../../shared/sync/audit-chain.ts';
import type { Outcome } from '../../shared/sync/error-codes.ts';
import { planSending, type LocalRow } from '../../shared/sync/plan-sending.ts';
import { verifyReceipt } from '../../shared/sync/receipt.ts';
import { MAX_HELD_ROWS, type HandIn } from '../../shared/sync/region-wire.ts';
import { canonicalJson, type WireValues } from '../../shared/sync/wire-values.ts';
import { keyOfMemory, memoryOfText } from './memory-text.ts';
import { cellOf, prepareRegister, type PreparedRegister, type PreparedRow } from './prepare-register.ts';
import { fieldsOf, pseudonymsIn } from './sending-preview.ts';
import type { CopyInput } from './sync-contract.ts';

export interface CellPlace {
  readonly row: string;
  /** Null: the row as a whole. */
  readonly field: string | null;
  /** The field is named as it travels, and only its own cell will do. Otherwise the key of the row stands for a field without a cell. */
  readonly isExact?: true;
}

export interface LocalCopy {
  readonly district: string;
  readonly register: string;
  /** Null before the first answer of a server. */
  readonly epoch: string | null;
  /** Where rows and their fields stand; null for what the workbook does not have. */
  readonly cells: (places: readonly CellPlace[]) => Promise<readonly (CellAddress | null)[]>;
  /** The texts behind pseudonyms of this workbook; null for those of others. */
  readonly names: (pseudonyms: readonly string[]) => Promise<readonly (string | null)[]>;
  /** Holds the copy against what was handed in. */
  readonly compare: (frozen: FrozenCopy) => Promise<CopyComparison>;
  /** The cells in which rows differ from their values then, by row id. */
  readonly differing: (frozen: ReadonlyMap<string, WireValues>) => Promise<readonly DifferingCell[]>;
}

export interface DifferingCell {
  readonly cell: CellAddress;
  /** Null: the row as a whole. */
  readonly changed: { readonly field: string; readonly kind: SentKind; readonly was: unknown } | null;
}

export interface FrozenCopy {
  readonly handIn: HandIn;
  /** Hashes of the rows of the frozen copy, sealed fields aside, by row id. */
  readonly frozen: ReadonlyMap<string, string>;
  /** Public keys of the region, raw and base64url, by name. */
  readonly keys: ReadonlyMap<string, string>;
}

/** Reads the workbook's rows through its memory of sendings. Asks no server. */
export async function localCopy({ register, memory, regionKeys = [] }: CopyInput): Promise<Outcome<LocalCopy>> {
  const kept = await memoryOfText(memory);
  if (!kept.ok) return kept;
  const workbookKey = keyOfMemory(kept.value, regionKeys);
  if (!workbookKey.ok) return workbookKey;
  const sentPseudonyms = pseudonymsIn(kept.value.rows);
  const keys = { workbookKey: workbookKey.value, regionKeys, isSealing: false, sentPseudonyms };
  const prepared = await prepareRegister(register, keys);
  const { rows, renamed, textOf } = prepared;
  let fresh = 0;
  // Rows that were never sent get names that no server knows.
  const newId = (): string => `new-${(fresh += 1)}`;
  const { ids } = planSending(rows, kept.value.rows, { newId, confirmRemovals: false, renamed });
  const rowAt = new Map(ids.map((id, index) => [id, rows[index]]));
  const cellAt = ({ row, field, isExact }: CellPlace): CellAddress | null => {
    const own = rowAt.get(row);
    if (!isExact || !own || field === null) return cellOf(own, field);
    return fieldCell(own.source, plainField(field));
  };
  const { district, register: id, cursor } = kept.value;
  return {
    ok: true,
    value: {
      district,
      register: id,
      epoch: cursor?.epoch ?? null,
      cells: async (places) => places.map(cellAt),
      names: async (pseudonyms) => pseudonyms.map((one) => textOf.get(one) ?? null),
      compare: async (frozen) => await holdAgainst({ hashes: await hashesOf(rows, ids), cellAt }, frozen),
      differing: async (frozen) =>
        [...frozen].flatMap(([row, was]) => {
          const own = rowAt.get(row);
          return own === undefined ? [] : differingCells(own, was, prepared);
        }),
    },
  };
}

/** Hashes of the rows as they would travel, sealed fields aside, by row id. */
async function hashesOf(rows: readonly LocalRow[], ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const hashes = rows.map(
    async ({ kind, values }, index) => [ids[index] ?? '', await sha256Hex(canonicalJson([kind, values]))] as const,
  );
  return new Map(await Promise.all(hashes));
}

/** What is made of several cells stands at the key of the row. */
function differingCells(own: PreparedRow, was: WireValues, register: PreparedRegister): readonly DifferingCell[] {
  const { kind } = own;
  const fields = fieldsOf(was, own.values, register).flatMap(({ field, before }): DifferingCell[] => {
    const cell = cellOf(own, field);
    return cell ? [{ cell, changed: { field, kind, was: before } }] : [];
  });
  const key = cellOf(own, null);
  return fields.length === 0 && key ? [{ cell: key, changed: null }] : fields;
}

export type CopyComparison =
  | { readonly state: 'same' }
  | {
      readonly state: 'differs';
      readonly changed: number;
      readonly added: number;
      readonly gone: number;
      /** Ids of the first rows that were changed. */
      readonly changedRows: readonly string[];
      /** The first of the rows that were added. */
      readonly addedCells: readonly CellAddress[];
    }
  | { readonly state: 'forged' };

interface OwnRows {
  readonly hashes: ReadonlyMap<string, string>;
  readonly cellAt: (place: CellPlace) => CellAddress | null;
}

async function holdAgainst({ hashes, cellAt }: OwnRows, { handIn, frozen, keys }: FrozenCopy): Promise<CopyComparison> {
  const imported = await Promise.all(
    [...keys].map(async ([name, text]) => {
      const raw = fromBase64Url(text) ?? new Uint8Array();
      return [name, await crypto.subtle.importKey('raw', raw, { name: 'Ed25519' }, true, ['verify'])] as const;
    }),
  );
  const verdict = await verifyReceipt(handIn.receipt, new Map(imported), crypto.subtle);
  if (verdict.state !== 'genuine') return { state: 'forged' };
  const changed = [...hashes].flatMap(([row, hash]) => (frozen.has(row) && frozen.get(row) !== hash ? [row] : []));
  const added = [...hashes.keys()].filter((row) => !frozen.has(row));
  const gone = [...frozen.keys()].filter((row) => !hashes.has(row)).length;
  if (changed.length + added.length + gone === 0) return { state: 'same' };
  const changedRows = changed.slice(0, MAX_HELD_ROWS);
  const addedCells = added.slice(0, MAX_HELD_ROWS - changedRows.length);
  return {
    state: 'differs',
    changed: changed.length,
    added: added.length,
    gone,
    changedRows,
    addedCells: addedCells.flatMap((row) => cellAt({ row, field: null }) ?? []),
  };
}
