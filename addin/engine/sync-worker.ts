/** The sending worker: a client behind messages. It has the network of its own; the page only keeps the memory. */
import { takeRegister } from './handed-register.ts';
import type { LocalCopy } from './local-copy.ts';
import { createSyncClient } from './sync-client.ts';
import type { SendPlan } from './sync-contract.ts';
import type { FromSyncWorker, SyncQuestion, SyncVerb, SyncVerbs, ToSyncWorker } from './sync-worker-messages.ts';
import { webPorts } from './web-ports.ts';

const client = createSyncClient(webPorts());
const say = (message: FromSyncWorker): void => self.postMessage(message, {});

/** A plan or copy holds a whole register: the last plan is kept, and a copy for each part of the screen that has one. */
let plan: { readonly id: number; readonly value: SendPlan } | null = null;
let copies: readonly { readonly id: number; readonly value: LocalCopy }[] = [];
const MOST_COPIES = 3;
const stoppers = new Map<number, AbortController>();
const keeping = new Map<number, (isKept: boolean) => void>();

function lastOf<T>(one: { readonly id: number; readonly value: T } | null, id: number | undefined): T {
  if (one === null || one.id !== id) throw new Error('only the last plan or copy can be asked for');
  return one.value;
}

async function keep(id: number, memory: string): Promise<void> {
  const isKept = await new Promise<boolean>((resolve) => {
    keeping.set(id, resolve);
    say({ kind: 'keep', id, memory });
  });
  if (!isKept) throw new Error('the workbook has not kept the memory');
}

function copyOf(id: number | undefined): LocalCopy {
  return lastOf(copies.find((one) => one.id === id) ?? null, id);
}

const onProgress = (id: number) => (share: number, isRetrying?: boolean) =>
  say({ kind: 'progress', id, share, ...(isRetrying ? { isRetrying } : {}) });

type Port = MessagePort | undefined;

function registerOf(port: Port): ReturnType<typeof takeRegister> {
  if (port === undefined) throw new Error('a plan needs a register');
  return takeRegister(port);
}

async function answerTo({ id, ...question }: SyncQuestion): Promise<SyncVerbs[SyncVerb]['answer']> {
  switch (question.kind) {
    case 'plan': {
      const register = await registerOf(question.register);
      const planned = await client.plan({ ...question.given, register }, onProgress(id));
      plan = planned.ok ? { id, value: planned.value } : null;
      return planned;
    }
    case 'send': {
      const { connection, options } = question.given;
      const stopper = new AbortController();
      stoppers.set(id, stopper);
      return await client.send(connection, lastOf(plan, question.of), {
        ...options,
        signal: stopper.signal,
        onProgress: onProgress(id),
        keep: (memory) => keep(id, memory),
      });
    }
    case 'settle':
      return await client.settle(question.given.memory, question.given.choices);
    case 'copy': {
      const copied = await client.copy({ ...question.given, register: await registerOf(question.register) });
      if (!copied.ok) return copied;
      copies = [...copies, { id, value: copied.value }].slice(-MOST_COPIES);
      const { district, register, epoch } = copied.value;
      return { ok: true, value: { district, register, epoch } };
    }
    case 'cells':
      return await copyOf(question.of).cells(question.given);
    case 'names':
      return await copyOf(question.of).names(question.given);
    case 'compare':
      return await copyOf(question.of).compare(question.given);
    case 'differing':
      return await copyOf(question.of).differing(question.given);
  }
}

async function answer(question: SyncQuestion): Promise<void> {
  const { id } = question;
  try {
    say({ kind: 'answer', id, answer: await answerTo(question) });
  } catch (error) {
    say({ kind: 'failed', id, message: error instanceof Error ? error.message : String(error) });
  } finally {
    stoppers.delete(id);
    keeping.delete(id);
  }
}

self.addEventListener('message', ({ data }: MessageEvent<ToSyncWorker>) => {
  if (data.kind === 'stop') stoppers.get(data.id)?.abort();
  else if (data.kind === 'kept') keeping.get(data.id)?.(data.isKept);
  else void answer(data);
});
