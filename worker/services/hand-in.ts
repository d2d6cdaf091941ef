/**
 * Handing a register in for a period. The server looks at its own judgement of the last sending: errors block, warnings
 * need an explanation. What is handed in is frozen and gets a receipt signed with the region's key; the region accepts
 * it or gives it back with remarks. Each act has its audit row.
 */
import { isoOf } from '../../shared/domain/day.ts';
import { identifyingKind } from '../../shared/privacy/detector.ts';
import { unsealedName, type SentKind } from '../../shared/privacy/travel.ts';
import { reportPeriod, type ReportPeriod } from '../../shared/reports/report-period.ts';
import { ENGINE_VERSION } from '../../shared/rules/engine/result.ts';
import { sha256Hex } from '../../shared/sync/audit-chain.ts';
import { failed, type Outcome } from '../../shared/sync/error-codes.ts';
import { receiptSchema, registerHash, signReceipt, type ReceiptStatement } from '../../shared/sync/receipt.ts';
import { handInSchema, type HandIn, type HandInDecision, type HandInRequest } from '../../shared/sync/region-wire.ts';
import { canonicalJson, type WireValues } from '../../shared/sync/wire-values.ts';
import {
  listHandIns,
  readFrozen,
  readFrozenRows,
  readHandIn,
  readHandInState,
  writeDecision,
  writeHandIn,
  type HandInState,
  type StoredHandIn,
} from '../store/hand-in-store.ts';
import type { DistrictScope, RegisterScope } from '../store/scope.ts';
import { untilFirst } from './attempts.ts';
import { auditLink } from './audit-link.ts';
import type { Actor, Ports } from './ports.ts';
import { packFor } from './region-packs.ts';
import { receiptKey } from './receipt-key.ts';
import { summarySchema, type Summary } from './summary.ts';

/** Hands a register in. The same content for the same period again is answered with what stands. */
export async function handIn(
  ports: Ports,
  scope: RegisterScope,
  actor: Actor,
  request: HandInRequest,
): Promise<Outcome<HandIn>> {
  const period = reportPeriod(request.period);
  if (period === null) return failed('body-malformed');
  if (identifyingKind(request.explanation) !== null) return failed('identifying-data');
  return await untilFirst(ports, () => attempt(ports, scope, actor, { request, period }));
}

async function attempt(
  ports: Ports,
  scope: RegisterScope,
  actor: Actor,
  { request, period }: { readonly request: HandInRequest; readonly period: ReportPeriod },
): Promise<Outcome<HandIn>> {
  const state = await readHandInState(ports.db, scope, request.period);
  const hindered = hindrance(state, request);
  if (!hindered.ok) return hindered;
  const { sending, summary } = hindered.value;
  const at = ports.now();
  const number = state.lastNumber + 1;
  const rows = state.rows.map(({ kind, payload }) => ({
    kind: kind as SentKind,
    values: JSON.parse(payload) as WireValues,
  }));
  const content = await registerHash(rows, crypto.subtle);
  if (state.last !== null && state.last.state !== 'returned') {
    const standing = shown(state.last);
    return standing.receipt.statement.content === content ? { ok: true, value: standing } : failed('already-exists');
  }
  const pack = await packFor(ports, scope, sending.pack ?? '', sending.as_of);
  const statement: ReceiptStatement = {
    format: 'kurator-receipt-1',
    number,
    district: scope.districtId,
    period: { from: isoOf(period.from), to: isoOf(period.to) },
    asOf: sending.as_of,
    content,
    rows: rows.length,
    pack: { id: pack?.id ?? 'unknown', version: pack?.version ?? '0' },
    engine: ENGINE_VERSION,
    at: new Date(at).toISOString(),
  };
  const receipt = JSON.stringify(await signReceipt(statement, await receiptKey(ports.db), crypto.subtle));
  const { cases, errors, warnings } = summary;
  const act = { action: 'handed-in', register: scope.registerId, version: number, after: content } as const;
  const link = await auditLink(scope, state.head, { actor, at }, act);
  const { explanation } = request;
  const counts = JSON.stringify({ cases, errors, warnings });
  const write = { number, period: request.period, at, asOf: sending.as_of, actor: actor.tokenId, explanation };
  await writeHandIn(ports.db, scope, { ...write, counts, receipt, link }, state.head);
  return { ok: true, value: await written(ports, scope, number) };
}

type Ready = { readonly sending: NonNullable<HandInState['sending']>; readonly summary: Summary };

/** What stands in the way, if anything. */
function hindrance({ head, sending }: HandInState, request: HandInRequest): Outcome<Ready> {
  if (request.epoch !== head.epoch) return failed('epoch-changed');
  if (sending !== null && sending.retired_at !== null) return failed('register-retired');
  if (sending === null || sending.number !== request.sending || sending.row_seq > sending.seq) {
    return failed('sending-outdated');
  }
  const summary = summarySchema.parse(JSON.parse(sending.summary));
  if (summary.errors > 0) return failed('errors-remain');
  if (summary.warnings > 0 && request.explanation === '') return failed('explanation-missing');
  return { ok: true, value: { sending, summary } };
}

async function written(ports: Ports, scope: DistrictScope, number: number): Promise<HandIn> {
  const { handIn: found } = await readHandIn(ports.db, scope, number);
  if (found === null) throw new Error('what was written can be read');
  return shown(found);
}

function shown(stored: StoredHandIn): HandIn {
  const { number, register_id, period, state, at, as_of, explanation, counts, receipt, decided_at, note } = stored;
  return handInSchema.parse({
    number,
    register: register_id,
    period,
    state,
    at: new Date(at).toISOString(),
    asOf: as_of,
    explanation,
    note,
    decidedAt: decided_at === null ? null : new Date(decided_at).toISOString(),
    counts: JSON.parse(counts),
    receipt: receiptSchema.parse(JSON.parse(receipt)),
    remarks: JSON.parse(stored.remarks),
  });
}

/** What a district has handed in, newest first. */
export async function handIns(ports: Ports, scope: DistrictScope): Promise<{ readonly handIns: HandIn[] }> {
  return { handIns: (await listHandIns(ports.db, scope)).map(shown) };
}

/** The region accepts what was handed in, or gives it back. The same decision again is answered with what stands. */
export async function decide(
  ports: Ports,
  scope: DistrictScope,
  actor: Actor,
  { number, decision }: { readonly number: number; readonly decision: HandInDecision },
): Promise<Outcome<HandIn>> {
  const { note, remarks } = decision.verdict === 'accepted' ? { note: '', remarks: [] } : decision;
  const texts = [note, ...remarks.map(({ text }) => text)];
  if (texts.some((text) => identifyingKind(text) !== null)) return failed('identifying-data');
  return await untilFirst(ports, async () => {
    const { head, handIn: found } = await readHandIn(ports.db, scope, number);
    if (found === null) return failed('not-found');
    if (found.state !== 'submitted') {
      const standing = shown(found);
      const said = canonicalJson([decision.verdict, note, remarks]);
      const isSame = canonicalJson([standing.state, standing.note, standing.remarks]) === said;
      return isSame ? { ok: true, value: standing } : failed('already-decided');
    }
    const at = ports.now();
    const act = { action: decision.verdict, register: found.register_id, version: number };
    const link = await auditLink(scope, head, { actor, at }, act);
    await writeDecision(ports.db, scope, { number, state: decision.verdict, at, note, remarks, link }, head);
    return { ok: true, value: await written(ports, scope, number) };
  });
}

/** Sealing the same text twice gives two texts: sealed fields say nothing about whether a row has changed. */
function withoutSealed(values: WireValues): WireValues {
  return Object.fromEntries(Object.entries(values).filter(([field]) => unsealedName(field) === null));
}

/** Hashes of the rows as they were handed in: enough to hold a copy against them. */
export async function frozenRows(ports: Ports, scope: DistrictScope, number: number) {
  const rows = await readFrozen(ports.db, scope, number);
  return {
    rows: await Promise.all(
      rows.map(async ({ id, kind, payload }) => ({
        row: id,
        hash: await sha256Hex(canonicalJson([kind, withoutSealed(JSON.parse(payload) as WireValues)])),
      })),
    ),
  };
}

/** The values of some rows as they were handed in, so that the cells in which a copy differs can be named. */
export async function frozenValues(
  ports: Ports,
  scope: DistrictScope,
  wanted: { readonly number: number; readonly rows: readonly string[] },
) {
  const rows = await readFrozenRows(ports.db, scope, wanted);
  return {
    rows: rows.map(({ id, payload }) => ({ row: id, values: withoutSealed(JSON.parse(payload) as WireValues) })),
  };
}
