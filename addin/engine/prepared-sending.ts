/** A register made ready for sending, and what the sending would do. Asks no server. */
import type { RecordKind } from '../../shared/domain/fields.ts';
import { base64Url } from '../../shared/privacy/fingerprint.ts';
import { failed, type Outcome } from '../../shared/sync/error-codes.ts';
import { planSending } from '../../shared/sync/plan-sending.ts';
import type { SyncMemory } from '../../shared/sync/sync-memory.ts';
import { keyOfMemory, memoryOfText } from './memory-text.ts';
import { countOps } from './op-counts.ts';
import { fieldsByFate, prepareRegister, type PreparedRegister } from './prepare-register.ts';
import { previewOf, pseudonymsIn } from './sending-preview.ts';
import type { PlanInput, SendPlan, SyncPorts } from './sync-contract.ts';

/** What a plan is made of, kept beside it: the screen sees counts, the sending needs rows. */
export interface PreparedSending {
  readonly input: PlanInput;
  readonly memory: SyncMemory;
  readonly register: PreparedRegister;
  readonly isSealing: boolean;
}

type Chance = Pick<SyncPorts, 'randomBytes'>;

/**
 * Turns the register into rows that may leave. Fails with `other-district`, `memory-damaged`, `region-key-needed` for a
 * workbook that was sent with a key which is not at hand, or `nothing-to-send`.
 * @param onProgress called with a share from 0 to 1
 */
export async function prepareSending(
  ports: Chance,
  input: PlanInput,
  onProgress: (share: number) => void,
): Promise<Outcome<PreparedSending>> {
  const memory = await openMemory(ports, input);
  if (!memory.ok) return memory;
  const { regionKeys = [], acceptsSealed = false } = input;
  const workbookKey = keyOfMemory(memory.value, regionKeys);
  if (!workbookKey.ok) return workbookKey;
  const isSealing = acceptsSealed && regionKeys.length > 0;
  const register = await prepareRegister(input.register, {
    workbookKey: workbookKey.value,
    regionKeys,
    isSealing,
    sentPseudonyms: pseudonymsIn(memory.value.rows),
    onProgress,
  });
  if (register.rows.length === 0) return failed('nothing-to-send');
  return { ok: true, value: { input, memory: memory.value, register, isSealing } };
}

/** The memory of the workbook, or a new one. A workbook belongs to one district. */
async function openMemory(ports: Chance, { memory, district }: PlanInput): Promise<Outcome<SyncMemory>> {
  if (memory !== null) {
    const kept = await memoryOfText(memory);
    return kept.ok && kept.value.district !== district ? failed('other-district') : kept;
  }
  const fresh: SyncMemory = {
    version: 1,
    district,
    register: base64Url(ports.randomBytes(16)),
    client: base64Url(ports.randomBytes(16)),
    key: base64Url(ports.randomBytes(32)),
    cursor: null,
    rows: [],
    pending: null,
  };
  return { ok: true, value: fresh };
}

/**
 * Ids of one sending: 96 random bits and a number. No two sendings share the bits, and a workbook remembers thousands of
 * such ids in little space.
 */
export function rowIds(ports: Chance): () => string {
  const bytes = new Uint8Array(16);
  bytes.set(ports.randomBytes(12));
  const numbers = new DataView(bytes.buffer);
  return () => {
    numbers.setUint32(12, numbers.getUint32(12) + 1);
    return base64Url(bytes);
  };
}

/** Cells named of those that stay home although their field may leave. */
const MOST_WITHHELD = 200;

/** What a sending would do. `newId` gives ids to rows that the server does not know. */
export function planOf({ input, memory, register, isSealing }: PreparedSending, newId: () => string): SendPlan {
  const { renamed } = register;
  const planned = planSending(register.rows, memory.rows, { newId, confirmRemovals: false, renamed });
  const rows: Partial<Record<RecordKind, number>> = {};
  for (const { kind } of register.rows) rows[kind] = (rows[kind] ?? 0) + 1;
  return {
    district: input.district,
    register: memory.register,
    asOf: input.asOf,
    packId: input.packId,
    isFirst: memory.submitted === undefined,
    resumed: memory.pending === null ? null : countOps(memory.pending.ops),
    ...planned.counts,
    removed: planned.missing.map(({ id, kind }) => ({ rowId: id, kind })),
    rows,
    withheld: { count: register.withheld.length, first: register.withheld.slice(0, MOST_WITHHELD) },
    ...fieldsByFate(input.register, isSealing),
    preview: previewOf(planned, memory.rows, register),
  };
}
