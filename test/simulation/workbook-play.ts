/** Plays scripts of people and their workbooks against the real services and SQL. */
import type { PushRequest } from '../../shared/sync/protocol.ts';
import type { WireValues } from '../../shared/sync/wire-values.ts';
import { editWatch } from './lost-edits.ts';
import { copyOf } from './restored-server.ts';
import { simulatedServer, type SimulatedServer } from './simulated-server.ts';
import { FIELDS, SimulatedWorkbook, type Field } from './simulated-workbook.ts';
import type { Step } from './workbook-script.ts';

export interface World {
  readonly server: SimulatedServer;
  readonly workbooks: readonly SimulatedWorkbook[];
  readonly lost: readonly string[];
}

/** Changes a push on its way to the server. */
export type Tamper = (request: PushRequest, server: SimulatedServer) => PushRequest;

/** The server is copied before one step of the script, and put back to that copy before a later one. */
export interface Restore {
  readonly copiedAt: number;
  readonly putBackAt: number;
}

interface Cast {
  readonly count: number;
  readonly tamper?: Tamper;
  /** The last workbook is of an edition that does not know this field. */
  readonly unknown?: Field;
  readonly restore?: Restore;
}

/** Plays a script through and lets everybody settle: what the workbooks, the server and the watch over edits end with. */
export async function play(cast: Cast, script: readonly Step[]): Promise<World> {
  const { count, tamper = (request) => request, unknown, restore } = cast;
  const fewer = FIELDS.filter((field) => field !== unknown);
  const workbooks = Array.from(
    { length: count },
    (_, index) => new SimulatedWorkbook(`w${index}`, index === count - 1 ? fewer : FIELDS),
  );
  const watch = editWatch(workbooks);
  let lastPush: PushRequest | null = null;
  const server = await simulatedServer({
    tamper: (request, self) => {
      if (lastPush !== null) watch.afterPush(lastPush, self);
      lastPush = tamper(request, self);
      return watch.onPush(lastPush, self);
    },
  });
  const beginning = sharedBeginning(count);
  let putBack: (() => void) | null = null;
  for (const [index, step] of [...beginning, ...script].entries()) {
    if (index - beginning.length === restore?.copiedAt) putBack = copyOf(server);
    if (index - beginning.length === restore?.putBackAt) {
      if (lastPush !== null) watch.afterPush(lastPush, server);
      lastPush = null;
      putBack?.();
    }
    const workbook = workbooks[step.who];
    const other = workbooks[(step.who + 1) % count];
    if (workbook && other) await act(workbook, server, { ...step, other });
  }
  await settleAll(server, workbooks);
  if (lastPush !== null) watch.afterPush(lastPush, server);
  return { server, workbooks, lost: watch.lost };
}

/** All workbooks start with two common rows, as copies of one file do. */
function sharedBeginning(count: number): readonly Step[] {
  const send = { act: 'send', faults: [], pageSize: 5 } as const;
  const others = Array.from({ length: count - 1 }, (_, index) => index + 1);
  return [
    { who: 0, act: 'add', value: '1' },
    { who: 0, act: 'add', value: '2' },
    { who: 0, ...send },
    ...others.flatMap((who) => [
      { who, ...send },
      { who, act: 'adopt' as const },
      { who, ...send },
    ]),
  ];
}

/** Values of each field take a form of their own. */
function typed(field: Field, text: string): string {
  if (field === 'level') return `L${text}`;
  return field === 'contractNo' ? `${text}/2026` : `2026-01-0${text}`;
}

async function act(
  workbook: SimulatedWorkbook,
  server: SimulatedServer,
  step: Step & { readonly other: SimulatedWorkbook },
): Promise<void> {
  switch (step.act) {
    case 'edit':
      return workbook.edit(step.row, step.field, typed(step.field, step.value));
    case 'add':
      return workbook.add({ level: typed('level', step.value), contractNo: null, startDate: null });
    case 'write-down':
      return workbook.writeDown(step.family, { level: typed('level', step.value), contractNo: null, startDate: null });
    case 'remove':
      return workbook.remove(step.row);
    case 'sort':
      return workbook.turnAround();
    case 'take-over':
      return workbook.takeOver();
    case 'adopt':
      return workbook.adopt();
    case 'settle':
      return workbook.settle(step.take);
    case 'send':
      await workbook.send(server, {
        faults: step.faults,
        pageSize: step.pageSize,
        others: async () => {
          await step.other.send(server);
        },
      });
  }
}

/** Everybody sends, takes over and settles until nobody has anything left. The first one insists, the others give way. */
async function settleAll(server: SimulatedServer, workbooks: readonly SimulatedWorkbook[]): Promise<void> {
  for (let round = 0; round < 6; round += 1) {
    for (const [index, workbook] of workbooks.entries()) {
      await workbook.send(server);
      workbook.takeOver();
      workbook.settle(index === 0 ? 'mine' : 'theirs');
      workbook.adopt();
      await workbook.send(server);
    }
  }
}

/** What a workbook holds, by key. */
export function sheetOf(workbook: SimulatedWorkbook): Readonly<Record<string, unknown>> {
  return Object.fromEntries(workbook.rows.map(({ key, values }) => [key, values]));
}

/** The server's rows as far as a workbook knows their fields. */
export function serverSheet(server: SimulatedServer, workbook: SimulatedWorkbook): Readonly<Record<string, unknown>> {
  const live = [...server.rows().values()].flatMap(({ values }) => (values === null ? [] : [values]));
  const known = (values: WireValues): WireValues =>
    Object.fromEntries(Object.entries(values).filter(([field]) => field === 'caseNo' || workbook.knows(field)));
  return Object.fromEntries(live.map((values) => [String(values['caseNo']), known(values)]));
}
