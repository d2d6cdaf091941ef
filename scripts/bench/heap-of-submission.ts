/** How much memory the judging of a register takes: a Worker has 128 MB for its code, the request and all of this. */
import { dayOf, isoOf } from '../../shared/domain/day.ts';
import { checkRegister } from '../../shared/rules/check-register.ts';
import { PROTOCOL } from '../../shared/sync/limits.ts';
import { submitRequestSchema, type Op } from '../../shared/sync/protocol.ts';
import type { Ports } from '../../worker/services/ports.ts';
import { submit } from '../../worker/services/submit.ts';
import type { SqlDatabase } from '../../worker/store/database.ts';
import type { RegisterScope } from '../../worker/store/scope.ts';
import { heapMb } from './heap.ts';
import { figure, type Figure } from './measure.ts';

const VISITS_OF_A_CASE = 5;
const FIRST_DAY = dayOf(2025, 1, 9) ?? 0;

const idOf = (name: string): string => name.padEnd(22, '_');
const dayAt = (index: number): number => FIRST_DAY + ((index * 37) % 620);

/** Families with a finding or two each, and their visits. */
function rowsOf(count: number): readonly Extract<Op, { op: 'create' }>[] {
  const cases = Math.floor(count / (VISITS_OF_A_CASE + 1));
  return Array.from({ length: count }, (_, index) => {
    const family = index % cases;
    const ofCase = { caseNo: `kc1_${idOf(`c${family}`)}`, applicant: `kp1_${idOf(`p${family}`)}` };
    const specialist = `kp1_${idOf(`s${family % 300}`)}`;
    const op = { op: 'create', row: idOf(`r${index}`) } as const;
    if (index >= cases) {
      const date = isoOf(dayAt(family) + 11 * Math.floor(index / cases));
      return { ...op, kind: 'visits', values: { ...ofCase, date, specialist } };
    }
    const day = isoOf(dayAt(index));
    const level = ['ADAPT', 'BASE', 'CRISIS', 'URGENT'][index % 4] ?? null;
    const dates = { applicationDate: day, decisionDate: day, programDate: day, contractDate: day, startDate: day };
    const rest = { level, categories: ['CAT05'], contractNo: `${index}-1/2026`, childrenCount: 1 + (index % 5) };
    return { ...op, kind: 'families', values: { ...ofCase, curator: specialist, ...dates, ...rest } };
  });
}

/** Sends a register of so many rows and submits it. `send` pushes its rows. */
export async function heapOfSubmission(
  count: number,
  {
    ports,
    scope,
    send,
  }: { readonly ports: Ports; readonly scope: RegisterScope; readonly send: (ops: readonly Op[]) => Promise<void> },
): Promise<Figure> {
  const rows = rowsOf(count);
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
  let most = before;
  const look = (): void => {
    most = Math.max(most, heapMb());
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
  return figure(`memory that lives while a register of ${count} rows is judged and written`, most - before, 'MB', {
    atMost: 110,
  });
}
