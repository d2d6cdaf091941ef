/** How much memory the judging of a register takes: a Worker has 128 MB for its code, the request and all of this. */
import { checkRegister } from '../../shared/rules/check-register.ts';
import { PROTOCOL } from '../../shared/sync/limits.ts';
import { submitRequestSchema, type Op } from '../../shared/sync/protocol.ts';
import type { Ports } from '../../worker/services/ports.ts';
import { submit } from '../../worker/services/submit.ts';
import type { SqlDatabase } from '../../worker/store/database.ts';
import type { RegisterScope } from '../../worker/store/scope.ts';
import { heapMb } from './heap.ts';
import { registerOps, VISITS_OF_A_CASE, type Create } from './large-region.ts';
import { figure, type Figure } from './measure.ts';

/** As registers have it: a family says when each step was taken. */
function withAllDates(op: Create): Create {
  if (op.kind !== 'families') return op;
  const day = op.values['startDate'] ?? null;
  return {
    ...op,
    values: { ...op.values, applicationDate: day, surveyDate: day, decisionDate: day, programDate: day },
  };
}

/** Sends a register of so many rows at most and submits it. `send` pushes its rows. */
export async function heapOfSubmission(
  most: number,
  {
    ports,
    scope,
    send,
  }: { readonly ports: Ports; readonly scope: RegisterScope; readonly send: (ops: readonly Op[]) => Promise<void> },
): Promise<Figure> {
  const rows = registerOps(Math.floor(most / (1 + VISITS_OF_A_CASE))).map(withAllDates);
  await send(rows);
  const [setting] = (await ports.db.prepare("SELECT value FROM setting WHERE name = 'epoch'").all()).results;
  const layout = (['families', 'visits'] as const).map((kind) => {
    const members = rows.filter((row) => row.kind === kind);
    const columns = Object.keys(members[0]?.values ?? {}).map((field) => ({ field }));
    return { kind, columns, given: [], rows: members.map(({ row }) => row) };
  });
  const { value: epoch } = setting as { readonly value: string };
  const body = JSON.stringify({ protocol: PROTOCOL, epoch, asOf: '2026-10-31', pack: 'training', layout });
  const before = heapMb();
  let peak = before;
  const look = (): void => {
    peak = Math.max(peak, heapMb());
  };
  const batch: SqlDatabase['batch'] = async (statements) => {
    look();
    const results = await ports.db.batch(statements);
    look();
    return results;
  };
  const check: Ports['check'] = (register, options) => {
    look();
    const result = checkRegister(register, options);
    look();
    return result;
  };
  const watched = { ...ports, db: { ...ports.db, batch }, check };
  const answer = await submit(watched, scope, { tokenId: 'bench' }, submitRequestSchema.parse(JSON.parse(body)));
  if (!answer.ok) throw new Error('the register was not submitted');
  const name = `memory that lives while a register of ${rows.length} rows is judged and written`;
  return figure(name, peak - before, 'MB', { atMost: 85 });
}
