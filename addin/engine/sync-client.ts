/** Sending a register to its region: the implementation of what sync-contract.ts promises. */
import { isoOf } from '../../shared/domain/day.ts';
import type { RecordKind } from '../../shared/domain/fields.ts';
import type { Pack } from '../../shared/packs/pack.ts';
import { packById } from '../../shared/packs/packs.ts';
import { base64Url, fromBase64Url } from '../../shared/privacy/fingerprint.ts';
import { failed, type Outcome } from '../../shared/sync/error-codes.ts';
import { FAMILY_FACTS, sealedName, unsealedName } from '../../shared/privacy/travel.ts';
import { planSending, type PlannedSending } from '../../shared/sync/plan-sending.ts';
import { packContentHash } from '../../shared/sync/pack-hash.ts';
import type { SubmitAnswer, SubmitRequest } from '../../shared/sync/protocol.ts';
import { settleConflicts } from '../../shared/sync/settle.ts';
import type { SyncMemory } from '../../shared/sync/sync-memory.ts';
import { sha256Hex } from '../../shared/sync/audit-chain.ts';
import { canonicalJson } from '../../shared/sync/wire-values.ts';
import { isTokenShaped } from '../../shared/sync/token-format.ts';
import { localCopy } from './local-copy.ts';
import { memoryOfText, memoryText } from './memory-text.ts';
import { cellOf, fieldsByFate, layoutOf, prepareRegister, type PreparedRegister } from './prepare-register.ts';
import { serverApi, type ServerApi } from './server-api.ts';
import { serverOrigin } from './server-address.ts';
import type {
  Connection,
  PlanInput,
  SendOptions,
  SendOutcome,
  SendPlan,
  SyncClient,
  SyncPorts,
} from './sync-contract.ts';
import { previewOf, pseudonymsIn, shown } from './sending-preview.ts';
import { createSealing, type Sealing } from './sealing.ts';
import { takeOverEdit } from './take-over.ts';
import { runSession, type Sent } from './sync-session.ts';

/** What a plan is made of, kept beside it: the screen sees counts, the sending needs rows. */
interface Prepared {
  readonly input: PlanInput;
  readonly memory: SyncMemory;
  readonly register: PreparedRegister;
  readonly isSealing: boolean;
}

/** A client for one pane. It keeps nothing between calls but the plans it has given out. */
export function createSyncClient(ports: SyncPorts): SyncClient {
  const plans = new WeakMap<SendPlan, Prepared>();
  return {
    connect: (address, token, signal) => connect(ports, { address, token }, signal),

    plan: async (input, onProgress) => {
      const memory = await openMemory(ports, input);
      if (!memory.ok) return memory;
      const key = fromBase64Url(memory.value.key);
      if (key?.length !== 32) return failed('memory-damaged');
      const { regionKeys = [], acceptsSealed = false } = input;
      const lastKey = memory.value.regionKey;
      if (lastKey !== undefined && regionKeys.every(({ id }) => id !== lastKey)) return failed('region-key-needed');
      const isSealing = acceptsSealed && regionKeys.length > 0;
      const sentPseudonyms = pseudonymsIn(memory.value.rows);
      const register = await prepareRegister(input.register, {
        workbookKey: key,
        regionKeys,
        isSealing,
        sentPseudonyms,
        onProgress: (share) => onProgress?.(share * 0.8),
      });
      if (register.rows.length === 0) return failed('nothing-to-send');
      const prepared: Prepared = { input, memory: memory.value, register, isSealing };
      const plan = planOf(prepared, rowIds(ports));
      plans.set(plan, prepared);
      onProgress?.(1);
      return { ok: true, value: plan };
    },

    send: async (connection, plan, options = {}) => {
      const prepared = plans.get(plan);
      if (prepared === undefined) throw new Error('a plan is sent by the client that made it');
      return await send(ports, connection, prepared, options);
    },

    copy: localCopy,

    settle: async (text, choices) => {
      const memory = await memoryOfText(text);
      if (!memory.ok) return memory;
      return await memoryText({ ...memory.value, rows: settleConflicts(memory.value.rows, choices) });
    },

    otherRegisters: async (connection, plan) => {
      const listed = await serverApi(connection.address, connection.token, { ports }).registers(plan.district);
      if (!listed.ok) return listed;
      const others = listed.value.registers.filter(({ id, retiredAt }) => retiredAt === null && id !== plan.register);
      return { ok: true, value: others };
    },

    retire: async (connection, district, register) => {
      const retired = await serverApi(connection.address, connection.token, { ports }).retire({ district, register });
      return retired.ok ? { ok: true, value: null } : retired;
    },
  };
}

/** A token of an issuer has three parts; whether it is worth anything, the server says. */
const ISSUED_TOKEN = /^[\w-]+\.[\w-]+\.[\w-]+$/;

async function connect(
  ports: SyncPorts,
  typed: { readonly address: string; readonly token: string },
  signal: AbortSignal | undefined,
): Promise<Outcome<Connection>> {
  const address = serverOrigin(typed.address);
  const token = typed.token.trim();
  if (address === null) return failed('address-malformed');
  if (!isTokenShaped(token) && !ISSUED_TOKEN.test(token)) return failed('token-malformed');
  const me = await serverApi(address, token, { ports, signal }).me();
  return me.ok ? { ok: true, value: { address, token, ...me.value } } : me;
}

/** The memory of the workbook, or a new one. A workbook belongs to one district. */
async function openMemory(ports: SyncPorts, { memory, district }: PlanInput): Promise<Outcome<SyncMemory>> {
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
function rowIds(ports: SyncPorts): () => string {
  const bytes = new Uint8Array(16);
  bytes.set(ports.randomBytes(12));
  const numbers = new DataView(bytes.buffer);
  return () => {
    numbers.setUint32(12, numbers.getUint32(12) + 1);
    return base64Url(bytes);
  };
}

/** Whether the server takes sealed values or not: what it has from before is opened with the keys at hand. */
function sealingOf(ports: SyncPorts, { input, isSealing }: Prepared): Sealing | null {
  const { district, regionKeys = [] } = input;
  return isSealing ? createSealing({ district, keys: regionKeys, randomBytes: ports.randomBytes }) : null;
}

/** Cells named of those that stay home although their field may leave. */
const MOST_WITHHELD = 200;

function planOf({ input, memory, register, isSealing }: Prepared, newId: () => string): SendPlan {
  const { renamed } = register;
  const planned = planSending(register.rows, memory.rows, { newId, confirmRemovals: false, renamed });
  const rows: Partial<Record<RecordKind, number>> = {};
  for (const { kind } of register.rows) rows[kind] = (rows[kind] ?? 0) + 1;
  return {
    district: input.district,
    register: memory.register,
    asOf: input.asOf,
    packId: input.packId,
    isFirst: memory.cursor === null && memory.pending === null,
    isResumed: memory.pending !== null,
    ...planned.counts,
    removed: planned.missing.map(({ id, kind }) => ({ rowId: id, kind })),
    rows,
    withheld: { count: register.withheld.length, first: register.withheld.slice(0, MOST_WITHHELD) },
    ...fieldsByFate(input.register, isSealing),
    preview: previewOf(planned, memory.rows, register),
  };
}

async function send(
  ports: SyncPorts,
  connection: Connection,
  prepared: Prepared,
  options: SendOptions,
): Promise<Outcome<SendOutcome>> {
  const { input, register } = prepared;
  const [regionKey] = input.regionKeys ?? [];
  const memory = regionKey ? { ...prepared.memory, regionKey: regionKey.id } : prepared.memory;
  let reached = 0;
  const api = serverApi(connection.address, connection.token, {
    ports,
    signal: options.signal,
    onRetry: () => options.onProgress?.(reached, true),
  });
  const sent = await runSession(
    {
      api,
      rows: register.rows,
      confirmRemovals: options.confirmRemovals ?? false,
      removalReason: options.removalReason,
      newId: rowIds(ports),
      sealing: sealingOf(ports, prepared),
      renamed: register.renamed,
      keep: async (state) => {
        const text = await memoryText(state);
        if (!text.ok) return text;
        await options.keep?.(text.value);
        return { ok: true, value: null };
      },
      onProgress: (share) => {
        reached = share * 0.9;
        options.onProgress?.(reached);
      },
    },
    memory,
  );
  if (!sent.ok) return sent;
  const { cursor } = sent.value.memory;
  if (cursor === null) return failed('epoch-changed');
  const request: Omit<SubmitRequest, 'protocol'> = {
    epoch: cursor.epoch,
    asOf: isoOf(input.asOf),
    pack: input.packId,
    ...(await ownPackOf(input)),
    layout: [...layoutOf(input.register, register.rows, sent.value.plan.ids)],
  };
  const submitted = await submitOnce(api, sent.value, request);
  if (!submitted.ok) return submitted;
  const text = await memoryText({ ...sent.value.memory, submitted: submitted.value });
  if (!text.ok) return text;
  options.onProgress?.(1);
  return { ok: true, value: outcomeOf(prepared, sent.value, submitted.value.answer, text.value) };
}

/** Submits, unless the last submission was of the same and still stands on the server: then nothing more is asked [SU7]. */
async function submitOnce(
  api: ServerApi,
  { memory, standing, added, changed, removed }: Sent,
  request: Omit<SubmitRequest, 'protocol'>,
): Promise<Outcome<NonNullable<SyncMemory['submitted']>>> {
  const versions = memory.rows.map(({ id, server }) => [id, server?.version ?? null]);
  const asked = await sha256Hex(canonicalJson({ ...request, versions }));
  const last = memory.submitted;
  const stands = standing !== null && last?.standing === standing && last.asked === asked;
  if (stands && added + changed + removed === 0) {
    return { ok: true, value: { ...last, answer: { ...last.answer, state: 'unchanged' } } };
  }
  const answer = await api.submit(memory, request);
  if (!answer.ok) return answer;
  return { ok: true, value: { asked, standing: answer.value.standing ?? null, answer: answer.value } };
}

/** Norms of the workbook's own are named truly, by what they say [SU6]. */
async function ownPackOf({ ownPack }: PlanInput): Promise<Pick<SubmitRequest, 'ownPack'>> {
  return ownPack ? { ownPack: { base: ownPack.base, hash: await packContentHash(ownPack.pack) } } : {};
}

function outcomeOf({ register, input }: Prepared, sent: Sent, submitted: SubmitAnswer, memory: string): SendOutcome {
  const { plan, added, changed, removed } = sent;
  const pack = input.ownPack?.pack ?? packById(input.packId);
  const isUnchanged = added + changed + removed === 0 && submitted.state === 'unchanged';
  const indexOf = new Map(plan.ids.map((id, index) => [id, index]));
  const rowOf = (id: string) => register.rows[indexOf.get(id) ?? -1];
  return {
    state: isUnchanged ? 'unchanged' : 'sent',
    added,
    changed,
    removed,
    conflicts: plan.conflicts.map(({ known, local, field }) => {
      const row = local === null ? undefined : register.rows[local];
      const side = (values: Readonly<Record<string, unknown>> | null | undefined): unknown =>
        field === null ? (values ?? null) : shown(register, values?.[field]);
      return {
        rowId: known.id,
        kind: known.kind,
        cell: cellOf(row, field === null ? null : (unsealedName(field) ?? field)),
        field,
        base: side(known.base),
        mine: side(row?.values),
        theirs: side(known.server?.values),
        changed: known.server?.changed ?? null,
        edit: row && field ? takeOverEdit(row, field, known.server?.values?.[field] ?? null, pack) : null,
      };
    }),
    refused: sent.refused.map(({ rowId, code }) => ({ rowId, code, cell: cellOf(rowOf(rowId), null) })),
    incoming: incomingOf(register, plan, pack),
    addedByOthers: plan.addedThere,
    removedByOthers: plan.removedThere.flatMap((index) => cellOf(register.rows[index], null) ?? []),
    server: submitted.check,
    judgedBy: submitted.judgedBy ?? null,
    notJudged: submitted.notJudged ?? [],
    receipt: submitted.receipt,
    memory,
  };
}

/** A field that came both as a pseudonym and as a text is named once. */
function incomingOf(
  register: PreparedRegister,
  { incoming }: PlannedSending,
  pack: Pack | undefined,
): SendOutcome['incoming'] {
  const names = new Set(incoming.map(({ known, field }) => `${known.id} ${field}`));
  return incoming.flatMap(({ known, local, field }) => {
    const row = register.rows[local];
    if (row === undefined || field === FAMILY_FACTS.fingerprints) return [];
    if (names.has(`${known.id} ${sealedName(field)}`)) return [];
    const value = known.server?.values?.[field] ?? null;
    const plain = unsealedName(field) ?? field;
    const at = { rowId: known.id, kind: known.kind, cell: cellOf(row, plain), field };
    const changed = known.server?.changed ?? null;
    return [{ ...at, value: shown(register, value), changed, edit: takeOverEdit(row, field, value, pack) }];
  });
}
