/** Sends a prepared register: pull, merge and push until both sides agree (sync-session.ts), then submit. */
import { isoOf } from '../../shared/domain/day.ts';
import { sha256Hex } from '../../shared/sync/audit-chain.ts';
import { failed, type Outcome } from '../../shared/sync/error-codes.ts';
import { packContentHash } from '../../shared/sync/pack-hash.ts';
import type { SubmitRequest } from '../../shared/sync/protocol.ts';
import type { SyncMemory } from '../../shared/sync/sync-memory.ts';
import { canonicalJson } from '../../shared/sync/wire-values.ts';
import { memoryText } from './memory-text.ts';
import { layoutOf } from './prepare-register.ts';
import { rowIds, type PreparedSending } from './prepared-sending.ts';
import { createSealing, type Sealing } from './sealing.ts';
import { sendOutcome } from './send-outcome.ts';
import { serverApi, type ServerApi } from './server-api.ts';
import type { Connection, PlanInput, SendOptions, SendOutcome, SyncPorts } from './sync-contract.ts';
import { runSession, type Sent, type SessionSetup } from './sync-session.ts';

/**
 * Sends. Fails with codes of the server or of the way to it; what was accepted by then is in the memory that
 * `options.keep` was given.
 */
export async function sendPrepared(
  ports: SyncPorts,
  connection: Connection,
  prepared: PreparedSending,
  options: SendOptions,
): Promise<Outcome<SendOutcome>> {
  const [regionKey] = prepared.input.regionKeys ?? [];
  const memory = regionKey ? { ...prepared.memory, regionKey: regionKey.id } : prepared.memory;
  let reached = 0;
  const onProgress = (share: number): void => {
    reached = share * 0.9;
    options.onProgress?.(reached);
  };
  const onRetry = (): void => options.onProgress?.(reached, true);
  const api = serverApi(connection.address, connection.token, { ports, signal: options.signal, onRetry });
  const sent = await runSession({ ...setupOf(ports, prepared, options), api, onProgress }, memory);
  if (!sent.ok) return sent;
  const { cursor } = sent.value.memory;
  if (cursor === null) return failed('epoch-changed');
  const request = await submitRequest(prepared, cursor.epoch, sent.value);
  const submitted = await submitOnce(api, sent.value, request);
  if (!submitted.ok) return submitted;
  const text = await memoryText({ ...sent.value.memory, submitted: submitted.value });
  if (!text.ok) return text;
  options.onProgress?.(1);
  return { ok: true, value: sendOutcome(prepared, sent.value, submitted.value.answer, text.value) };
}

function setupOf(
  ports: SyncPorts,
  prepared: PreparedSending,
  { keep, confirmRemovals = false, removalReason }: SendOptions,
): Omit<SessionSetup, 'api' | 'onProgress'> {
  return {
    rows: prepared.register.rows,
    confirmRemovals,
    removalReason,
    newId: rowIds(ports),
    sealing: sealingOf(ports, prepared),
    renamed: prepared.register.renamed,
    keep: async (state) => {
      const text = await memoryText(state);
      if (!text.ok) return text;
      await keep?.(text.value);
      return { ok: true, value: null };
    },
  };
}

type Submission = Omit<SubmitRequest, 'protocol'>;

async function submitRequest(
  { input, register }: PreparedSending,
  epoch: string,
  { memory, plan }: Sent,
): Promise<Submission> {
  const known = new Set(memory.rows.map(({ id }) => id));
  // A row that was refused gets another id each time: it would make every sending another one.
  const ids = plan.ids.map((id) => (known.has(id) ? id : null));
  return {
    epoch,
    asOf: isoOf(input.asOf),
    pack: input.packId,
    ...(await ownPackOf(input)),
    layout: [...layoutOf(input.register, register.rows, ids)],
  };
}

/** Submits, unless the last submission was of the same and still stands on the server: then nothing more is asked [SU7]. */
async function submitOnce(
  api: ServerApi,
  { memory, standing, added, changed, removed }: Sent,
  request: Submission,
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

/** Null where the server takes no sealed values, or no key is at hand. */
function sealingOf(ports: SyncPorts, { input, isSealing }: PreparedSending): Sealing | null {
  const { district, regionKeys = [] } = input;
  return isSealing ? createSealing({ district, keys: regionKeys, randomBytes: ports.randomBytes }) : null;
}
