/**
 * Reads and judges in a Web Worker. Stopping ends the worker: rules need not ask whether they should go on, and
 * nothing of a stopped run can come back later.
 */
import type { SheetCells } from '../../shared/domain/sheet-cells.ts';
import type { CheckRunner, RunRequest } from './check-runner.ts';
import { RunFailed, RunNotFetched, RunStopped } from './check-runner.ts';
import { handedSheets } from './sheet-edits.ts';
import type { FromWorker, ToWorker } from './worker-messages.ts';

/** Rows copied at once: about 10 ms of the pane's thread on an old computer. */
const ROWS_AT_ONCE = 1_500;

type Question =
  | { readonly kind: 'run'; readonly request: RunRequest }
  | { readonly kind: 'try'; readonly before: RunRequest; readonly after: RunRequest }
  | { readonly kind: 'hash' }
  | { readonly kind: 'upcoming' }
  | { readonly kind: 'register'; readonly port: MessagePort };

interface Waiting {
  readonly answer: (message: FromWorker) => void;
  readonly fail: (error: Error) => void;
}

export interface WorkerCheckRunner extends CheckRunner {
  /** Fetches the program of the check before it is needed. */
  readonly begin: () => void;
}

/** @param breathe lets the pane draw and answer between two portions */
export function createWorkerCheckRunner(breathe: () => Promise<void>): WorkerCheckRunner {
  const handed = handedSheets();
  const line = workerLine(() => handed.keep([]));
  const { tell, ask } = line;
  return {
    begin: () => void line.worker(),
    isEmpty: () => handed.names().length === 0,
    putSheets: async (sheets, order) => {
      const own = line.worker();
      let isOther = false;
      for (const sheet of sheets) {
        const edits = handed.edits(sheet);
        isOther ||= edits?.length !== 0;
        handed.keep(handed.names().filter((name) => name !== sheet.name));
        // One sheet after another, with a breath between portions.
        if (edits === null) await putSheet(tell, sheet, breathe);
        else if (edits.length > 0) tell({ kind: 'edit', name: sheet.name, rows: edits });
        if (!line.isAt(own)) throw line.ending();
        handed.add(sheet);
      }
      tell({ kind: 'keep', order });
      return handed.keep(order) || isOther;
    },
    run: async (request) => (await expected('outcome', ask({ kind: 'run', request }))).outcome,
    tryPack: async (before, after) => (await expected('trial', ask({ kind: 'try', before, after }))).trial,
    contentHash: async () => (await expected('hash', ask({ kind: 'hash' }))).hash,
    upcoming: async () => (await expected('upcoming', ask({ kind: 'upcoming' }))).upcoming,
    register: async () => {
      const { port1, port2 } = new MessageChannel();
      const message = await ask({ kind: 'register', port: port1 });
      return message.kind === 'register' && message.isHanded ? port2 : null;
    },
    stop: () => line.end(new RunStopped()),
  };
}

type Tell = (message: ToWorker, transfer?: Transferable[]) => void;

/** Messages to the one worker, which is started when it is needed, and its answers. `onEnd`: all it knew is gone. */
function workerLine(onEnd: () => void) {
  const waiting = new Map<number, Waiting>();
  let worker: Worker | null = null;
  let lastId = 0;
  let hasSpoken = false;
  /** Why the last worker ended. */
  let ending: Error = new RunStopped();

  const end = (error: Error): void => {
    worker?.terminate();
    worker = null;
    ending = error;
    onEnd();
    for (const { fail } of waiting.values()) fail(error);
    waiting.clear();
  };
  const start = (): Worker => {
    if (worker) return worker;
    hasSpoken = false;
    worker = new Worker(new URL('./check-worker.ts', import.meta.url), { type: 'module' });
    worker.addEventListener('message', (event: MessageEvent<FromWorker>) => {
      hasSpoken = true;
      waiting.get(event.data.id)?.answer(event.data);
      waiting.delete(event.data.id);
    });
    worker.addEventListener('error', (event) =>
      end(hasSpoken || event.message ? new RunFailed(event.message) : new RunNotFetched()),
    );
    return worker;
  };
  const tell: Tell = (message, transfer = []) => start().postMessage(message, transfer);
  const ask = (question: Question): Promise<FromWorker> =>
    new Promise((answer, fail) => {
      lastId += 1;
      waiting.set(lastId, { answer, fail });
      tell({ ...question, id: lastId }, question.kind === 'register' ? [question.port] : []);
    });
  return { tell, ask, end, worker: start, isAt: (one: Worker) => worker === one, ending: () => ending };
}

/** The answer of that kind; rejects with RunFailed for any other. */
async function expected<K extends FromWorker['kind']>(
  kind: K,
  answer: Promise<FromWorker>,
): Promise<Extract<FromWorker, { readonly kind: K }>> {
  const message = await answer;
  if (isOfKind(message, kind)) return message;
  throw new RunFailed(message.kind === 'failed' ? message.message : message.kind);
}

function isOfKind<K extends FromWorker['kind']>(
  message: FromWorker,
  kind: K,
): message is Extract<FromWorker, { readonly kind: K }> {
  return message.kind === kind;
}

async function putSheet(tell: Tell, { rows, ...frame }: SheetCells, breathe: () => Promise<void>): Promise<void> {
  tell({ kind: 'begin', frame });
  for (let start = 0; start < rows.length; start += ROWS_AT_ONCE) {
    tell({ kind: 'rows', name: frame.name, rows: rows.slice(start, start + ROWS_AT_ONCE) });
    await breathe();
  }
}
