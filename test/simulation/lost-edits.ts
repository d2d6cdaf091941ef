/**
 * Looks for lost edits in the audit of a simulation: whenever a push changed a field, its workbook must have shown the
 * value that was replaced, and a person there must have typed the new one. Otherwise somebody's edit was overwritten
 * unseen.
 */
import type { Op, PushRequest } from '../../shared/sync/protocol.ts';
import type { WireValues } from '../../shared/sync/wire-values.ts';
import type { SimulatedServer } from './simulated-server.ts';
import { FIELDS, type SimulatedWorkbook } from './simulated-workbook.ts';

/** Watches pushes as they are applied. */
export function editWatch(workbooks: readonly SimulatedWorkbook[]) {
  const lost: string[] = [];
  const before = new Map<string, WireValues | null>();
  const owner = new Map(workbooks.map((workbook) => [workbook.memory.client, workbook]));
  return {
    lost,
    /** To be called with every push on its way in. */
    onPush: (request: PushRequest, server: SimulatedServer): PushRequest => {
      for (const [id, { values }] of server.rows()) before.set(id, values);
      return request;
    },
    /** To be called after the push. */
    afterPush: (request: PushRequest, server: SimulatedServer): void => {
      const workbook = owner.get(request.client);
      if (workbook === undefined) return;
      const rows = server.rows();
      for (const op of request.ops) {
        const old = before.get(op.row) ?? null;
        const now = rows.get(op.row)?.values ?? null;
        if (old === null || now === null) continue;
        for (const field of FIELDS) lost.push(...judge(workbook, op, { field, old, now }));
      }
    },
  };
}

function judge(
  workbook: SimulatedWorkbook,
  op: Op,
  { field, old, now }: { readonly field: string; readonly old: WireValues; readonly now: WireValues },
): readonly string[] {
  // Of a field that its writer's edition did not know, nobody has said anything yet [MG2].
  if (old[field] === undefined) return [];
  const was = JSON.stringify(old[field]);
  const is = JSON.stringify(now[field] ?? null);
  if (was === is) return [];
  const cell = `${String(now['caseNo'])}|${field}`;
  const hasSeen = workbook.seen.get(cell)?.has(was) ?? false;
  const hasTyped = workbook.typed.get(cell)?.has(is) ?? false;
  return hasSeen && hasTyped ? [] : [`${workbook.name} changed ${cell} of ${op.row} from ${was} to ${is} unseen`];
}
