/** The log: one JSON line per request, made of an allow-list of keys. No value of a request or answer can get in [P9]. */
import { createMiddleware } from 'hono/factory';
import { routePath } from 'hono/route';
import type { HttpEnv } from './environment.ts';

export interface LogLine {
  readonly requestId: string;
  readonly method: string;
  /** The pattern of the route, never the address. */
  readonly route: string;
  readonly status: number;
  readonly ms: number;
  readonly code?: string;
  /** Class of an unexpected error, never its message. */
  readonly fault?: string;
  /** Of the timetable: registers looked through, and those that could not be. */
  readonly registers?: number;
  readonly failed?: number;
  /** Of retention: rows, frozen copies, tombstones and kept answers that went. */
  readonly erased?: number;
  readonly frozen?: number;
  readonly tombstones?: number;
  readonly answers?: number;
}

export const LOG_KEYS = [
  'requestId',
  'method',
  'route',
  'status',
  'ms',
  'code',
  'fault',
  'registers',
  'failed',
  'erased',
  'frozen',
  'tombstones',
  'answers',
] as const satisfies readonly (keyof LogLine)[];

/** A log line with the allowed keys only, whatever it is given. */
export function logText(line: LogLine): string {
  return JSON.stringify(Object.fromEntries(LOG_KEYS.map((key) => [key, line[key]])));
}

/** Gives the request its id and writes its line. */
export const requestLog = (write: (text: string) => void, now: () => number) =>
  createMiddleware<HttpEnv>(async function requestLog(c, next) {
    const start = now();
    c.set('requestId', crypto.randomUUID());
    c.header('x-request-id', c.get('requestId'));
    await next();
    const code = c.get('errorCode');
    const fault = code === 'unexpected' ? c.error?.name : undefined;
    write(
      logText({
        requestId: c.get('requestId'),
        method: c.req.method,
        route: routePath(c, -1),
        status: c.res.status,
        ms: now() - start,
        ...(code === undefined ? {} : { code }),
        ...(fault === undefined ? {} : { fault }),
      }),
    );
  });
