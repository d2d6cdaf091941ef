/** A push: decided on one state, written in one batch, answered the same for ever [PU1–PU18]. */
import { extendChain, sha256Hex, type AuditFact } from '../../shared/sync/audit-chain.ts';
import { failed, type Outcome } from '../../shared/sync/error-codes.ts';
import { MAX_REGISTERS } from '../../shared/sync/limits.ts';
import type { PushAnswer, PushRequest } from '../../shared/sync/protocol.ts';
import { canonicalJson } from '../../shared/sync/wire-values.ts';
import { readPushState, writePush, type PushedRegister, type StoredRow } from '../store/push-store.ts';
import type { RegisterScope } from '../store/scope.ts';
import { untilFirst } from './attempts.ts';
import { caseKeysOf, countPush } from './count-push.ts';
import { decideOps, type Change } from './decide-ops.ts';
import type { Actor, Ports } from './ports.ts';
import { protocolRefusal } from './spoken-protocol.ts';

/** The district's answer to a push. A repeated push gets the answer it got the first time. */
export async function push(
  ports: Ports,
  scope: RegisterScope,
  actor: Actor,
  request: PushRequest,
): Promise<Outcome<PushAnswer>> {
  const refusal = protocolRefusal(request);
  if (refusal !== null) return failed(refusal);
  const requestHash = await ports.hashValues({ register: scope.registerId, request });
  return await untilFirst(ports, () => attempt(ports, scope, actor, { request, requestHash }));
}

async function attempt(
  ports: Ports,
  scope: RegisterScope,
  actor: Actor,
  { request, requestHash }: { readonly request: PushRequest; readonly requestHash: string },
): Promise<Outcome<PushAnswer>> {
  const rowIds = request.ops.map((op) => op.row);
  const newKeys = request.ops.flatMap((op) => (op.op === 'create' ? caseKeysOf(op.kind, [op.values]) : []));
  const state = await readPushState(ports.db, scope, { ...request, rowIds, newKeys });
  if (state.kept !== null) {
    const isSame = state.kept.requestHash === requestHash || (await isKeptWithoutKey(scope, request, state.kept));
    if (!isSame) return failed('push-id-reused');
    return { ok: true, value: JSON.parse(state.kept.answer) as PushAnswer };
  }
  if (request.epoch !== null && request.epoch !== state.head.epoch) return failed('epoch-changed');
  if (state.register.isRetired && !actor.entersClosed) return failed('register-retired');
  if (mayCreateTwins(request, state.register.lastSeq)) return failed('register-moved-on');
  if (mayBeTwin(request, state.register)) return failed('register-begun');
  if (state.register.isNew && state.register.working >= MAX_REGISTERS) return failed('too-many-registers');
  const { outcomes, changes, liveRows } = decideOps(request.ops, state.rows, {
    acceptsSealed: ports.acceptsSealed === true,
    liveRows: state.register.liveRows,
  });
  const at = ports.now();
  const facts = await factsOf(ports, changes, { at, scope, actor, pushId: request.pushId });
  const { auditN, auditHead, epoch, seq } = state.head;
  const links = await extendChain(scope.districtId, { n: auditN, hash: auditHead }, facts);
  const tookSeq = changes.length > 0;
  const counters = tookSeq ? await countPush(ports.db, scope, changes, state) : [];
  const answer: PushAnswer = { epoch, seq: tookSeq ? seq + 1 : seq, tookSeq, outcomes };
  const { client, pushId } = request;
  const rows = changes.map(rowAfter);
  await writePush(
    ports.db,
    scope,
    {
      client,
      pushId,
      requestHash,
      answer: JSON.stringify(answer),
      at,
      actor: actor.tokenId,
      rows,
      liveRows,
      links,
      counters,
    },
    state.head,
  );
  return { ok: true, value: answer };
}

/** Earlier servers kept the hash of a request without a key. */
async function isKeptWithoutKey(
  { registerId }: RegisterScope,
  request: PushRequest,
  kept: { readonly requestHash: string },
): Promise<boolean> {
  return kept.requestHash === (await sha256Hex(canonicalJson({ register: registerId, request })));
}

/** [PU15] What the push creates may have been written by another copy of the workbook that it has not seen. */
function mayCreateTwins({ seen, ops }: PushRequest, lastSeq: number): boolean {
  return seen !== undefined && seen < lastSeq && ops.some(({ op }) => op === 'create');
}

/** [PU17] Another copy of the workbook may have begun its register while nobody knew of it here. */
function mayBeTwin({ seen }: PushRequest, { isNew, newestOther }: PushedRegister): boolean {
  return isNew && seen !== undefined && seen < newestOther;
}

function rowAfter({ row, kind, version, values }: Change): StoredRow {
  const payload = values === null ? null : JSON.stringify(values);
  return { id: row, kind, version, payload };
}

async function factsOf(
  ports: Ports,
  changes: readonly Change[],
  by: {
    readonly at: number;
    readonly scope: RegisterScope;
    readonly actor: Actor;
    readonly pushId: string;
  },
): Promise<readonly AuditFact[]> {
  const at = new Date(by.at).toISOString();
  const facts: AuditFact[] = [];
  // One after another: the platform hashes at once, and thousands that wait for each other cost more than their hashes.
  for (const { action, row, version, before, values, fields, reason } of changes) {
    facts.push({
      at,
      actor: by.actor.tokenId,
      action,
      register: by.scope.registerId,
      row,
      version,
      fields,
      before: before === null ? null : await ports.hashValues(before),
      after: values === null ? null : await ports.hashValues(values),
      push: by.pushId,
      ...(reason === undefined ? {} : { reason }),
    });
  }
  return facts;
}
