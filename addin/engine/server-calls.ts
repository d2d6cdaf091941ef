/**
 * Calls to the server. A call is repeated when the answer is lost or the server is busy: everything that writes is
 * idempotent, so that a repetition is safe. Repetitions are few, spread at random, and together shorter than a minute.
 */
import * as z from 'zod';
import { failed, isApiErrorCode, type Outcome, type SyncErrorCode } from '../../shared/sync/error-codes.ts';
import type { SyncPorts } from './sync-contract.ts';

const MOST_TRIES = 5;
const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 15_000;
/** Long enough for half a megabyte over a poor line. Then nobody knows; the person decides whether to go on. */
const ANSWER_WITHIN_MS = 120_000;

/** After these nobody knows whether the server has done what it was asked for. */
const LOST: ReadonlySet<SyncErrorCode> = new Set(['no-connection', 'timed-out', 'answer-unreadable']);

const errorSchema = z.object({ error: z.object({ code: z.string(), requestId: z.string() }) });

/** What is needed of a response. */
interface Answer {
  readonly ok: boolean;
  readonly status: number;
  readonly headers: { readonly get: (name: string) => string | null };
  readonly text: () => Promise<string>;
}

/** Makes one request; the signal ends it. Typed by the route that is called. */
type Request = (init: { readonly signal: AbortSignal }) => Promise<Answer>;

export interface CallOptions {
  readonly ports: SyncPorts;
  readonly signal?: AbortSignal | undefined;
  /** Default: several. */
  readonly mostTries?: number;
  /** A repetition would do it once more: it is tried once, and where the answer is lost, that is the outcome. */
  readonly isOnce?: boolean;
  /** Called before each pause after which the call is repeated. */
  readonly onRetry?: () => void;
}

/** Calls, repeats where that may help, and reads the answer by its schema. */
export async function call<S extends z.ZodType>(
  request: Request,
  schema: S,
  options: CallOptions,
): Promise<Outcome<z.output<S>>> {
  if (options.isOnce) return lostIsUnknown((await once(request, schema, options)).outcome);
  for (let tries = 1; ; tries += 1) {
    const { outcome, pauseMs } = await once(request, schema, options);
    if (outcome.ok || pauseMs === null || tries === (options.mostTries ?? MOST_TRIES)) return outcome;
    options.onRetry?.();
    const spread = FIRST_PAUSE_MS * 2 ** (tries - 1) * (0.5 + chance(options.ports));
    await options.ports.wait(Math.min(LONGEST_PAUSE_MS, Math.max(pauseMs, spread)), options.signal);
    if (options.signal?.aborted) return failed('stopped');
  }
}

function lostIsUnknown<T>(outcome: Outcome<T>): Outcome<T> {
  return outcome.ok || !LOST.has(outcome.error.code) ? outcome : failed('outcome-unknown', outcome.error.requestId);
}

function chance(ports: SyncPorts): number {
  return (ports.randomBytes(1)[0] ?? 0) / 256;
}

interface Attempt<T> {
  readonly outcome: Outcome<T>;
  /** How long the server asks to wait before another try; null when another try cannot help. */
  readonly pauseMs: number | null;
}

async function once<S extends z.ZodType>(
  request: Request,
  schema: S,
  { ports, signal }: CallOptions,
): Promise<Attempt<z.output<S>>> {
  if (signal?.aborted) return { outcome: failed('stopped'), pauseMs: null };
  const ending = new AbortController();
  const stop = (): void => ending.abort();
  signal?.addEventListener('abort', stop);
  let isLate = false;
  const waiting = new AbortController();
  void ports.wait(ANSWER_WITHIN_MS, waiting.signal).then(() => {
    if (waiting.signal.aborted) return;
    isLate = true;
    ending.abort();
  });
  try {
    const response = await request({ signal: ending.signal });
    return await read(response, schema);
  } catch {
    if (signal?.aborted) return { outcome: failed('stopped'), pauseMs: null };
    if (isLate) return { outcome: failed('timed-out'), pauseMs: null };
    return { outcome: failed('no-connection'), pauseMs: 0 };
  } finally {
    waiting.abort();
    signal?.removeEventListener('abort', stop);
  }
}

async function read<S extends z.ZodType>(response: Answer, schema: S): Promise<Attempt<z.output<S>>> {
  const text = await response.text();
  const isJson = /^application\/json\b/i.test(response.headers.get('content-type') ?? '');
  const json = isJson ? parsed(text) : undefined;
  if (response.ok) {
    const answer = schema.safeParse(json);
    if (answer.success) return { outcome: { ok: true, value: answer.data }, pauseMs: null };
    return { outcome: failed(isJson ? 'answer-unreadable' : 'not-kurator'), pauseMs: null };
  }
  const mayRecover = response.status >= 500 || response.status === 408 || response.status === 429;
  const pauseMs = mayRecover ? retryAfterMs(response) : null;
  const error = errorSchema.safeParse(json);
  if (!error.success) return { outcome: failed(mayRecover ? 'answer-unreadable' : 'not-kurator'), pauseMs };
  const { code, requestId } = error.data.error;
  return { outcome: failed(isApiErrorCode(code) ? code : 'answer-unreadable', requestId), pauseMs };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function retryAfterMs(response: Answer): number {
  const seconds = Number(response.headers.get('retry-after') ?? 0);
  return Number.isFinite(seconds) && seconds > 0 ? seconds * 1000 : 0;
}
