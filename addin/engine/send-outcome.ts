/** What came of a sending, in words and cells of the workbook. */
import type { Pack } from '../../shared/packs/pack.ts';
import { packById } from '../../shared/packs/packs.ts';
import { FAMILY_FACTS, plainField, sealedName } from '../../shared/privacy/travel.ts';
import type { PlannedSending } from '../../shared/sync/plan-sending.ts';
import type { SubmitAnswer } from '../../shared/sync/protocol.ts';
import { cellOf, type PreparedRegister } from './prepare-register.ts';
import type { PreparedSending } from './prepared-sending.ts';
import { shown } from './sending-preview.ts';
import type { SendOutcome } from './sync-contract.ts';
import type { Sent } from './sync-session.ts';
import { takeOverEdit } from './take-over.ts';

/** @param memory the text to keep in the workbook */
export function sendOutcome(
  { register, input }: PreparedSending,
  sent: Sent,
  submitted: SubmitAnswer,
  memory: string,
): SendOutcome {
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
        cell: cellOf(row, field === null ? null : plainField(field)),
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
    const plain = plainField(field);
    const at = { rowId: known.id, kind: known.kind, cell: cellOf(row, plain), field };
    const changed = known.server?.changed ?? null;
    return [{ ...at, value: shown(register, value), changed, edit: takeOverEdit(row, field, value, pack) }];
  });
}
