/** The Worker: the app with the edges of the platform. */
import { checkRegister } from '../shared/rules/check-register.ts';
import { valuesHasher } from '../shared/sync/audit-chain.ts';
import { authenticatorOf, limiterOf } from './edges.ts';
import { createApp } from './http/app.ts';
import type { Bindings } from './http/environment.ts';
import { logText, type LogLine } from './http/log.ts';
import type { Ports } from './services/ports.ts';
import { keepToTerms, keepYears } from './services/retention.ts';
import { lookAheadEverywhere } from './services/timetable.ts';
import { queueDigests, sendDigests } from './services/webhook-deliveries.ts';

function auditKey(env: Bindings): Uint8Array<ArrayBuffer> {
  const bytes = env.AUDIT_KEY?.match(/^[0-9a-f]{64}$/) ? env.AUDIT_KEY.match(/../g) : null;
  if (!bytes) throw new Error('AUDIT_KEY must be set to 64 hexadecimal digits');
  return Uint8Array.from(bytes, (byte) => Number.parseInt(byte, 16));
}

async function ports(env: Bindings): Promise<Ports> {
  return {
    db: env.DB,
    now: Date.now,
    randomBytes: (count) => crypto.getRandomValues(new Uint8Array(count)),
    chance: Math.random,
    pause: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
    check: checkRegister,
    acceptsSealed: env.ACCEPT_SEALED === 'true',
    hashValues: await valuesHasher(auditKey(env)),
    post,
  };
}

const ANSWER_WITHIN_MS = 10_000;

const post: NonNullable<Ports['post']> = async (url, { headers, body }) => {
  const signal = AbortSignal.timeout(ANSWER_WITHIN_MS);
  const answer = await fetch(url, { method: 'POST', headers, body, redirect: 'manual', signal });
  await answer.body?.cancel();
  return answer.status;
};

// eslint-disable-next-line no-console -- the platform's log is the console; lines are made of an allow-list of keys
const log = (line: string): void => console.log(line);

const app = createApp({ ports, authenticator: authenticatorOf, limiter: limiterOf, now: Date.now, log });

/** The hour at which only digests that were not taken are sent again (wrangler.toml). */
const AGAIN = '15 * * * *';

type Step = (needs: Ports, env: Bindings) => Promise<void>;

/**
 * The timetable (wrangler.toml): every morning what leaves of each district, and what falls due in it. A step that fails
 * does not keep the others from their turn. What is past its term comes first: nothing may stay because the platform
 * ended a run whose digests took too much. Rejects with the first failure at the end, so that the platform knows of it.
 */
async function scheduled(event: { readonly cron?: string } | null, env: Bindings): Promise<void> {
  const needs = await ports(env);
  const steps: readonly Step[] = event?.cron === AGAIN ? [sendOut] : [removePastTerm, lookAhead, putInLine, sendOut];
  const faults: unknown[] = [];
  for (const step of steps) {
    try {
      await step(needs, env);
    } catch (error) {
      faults.push(error);
    }
  }
  if (faults.length > 0) throw faults[0];
}

function cronLine(route: string, start: number, counts: Partial<LogLine> & { readonly failed: number }): void {
  const status = counts.failed === 0 ? 200 : 207;
  const line = { requestId: crypto.randomUUID(), method: 'CRON', route, status, ms: Date.now() - start };
  log(logText({ ...line, ...counts }));
}

const lookAhead: Step = async (needs) => {
  const start = Date.now();
  cronLine('look-ahead', start, { ...(await lookAheadEverywhere(needs)) });
};

const putInLine: Step = async (needs) => {
  const start = Date.now();
  cronLine('digests', start, { failed: await queueDigests(needs) });
};

/** Every hour, so it says nothing while nothing is amiss. */
const sendOut: Step = async (needs) => {
  const start = Date.now();
  const failed = await sendDigests(needs);
  if (failed > 0) cronLine('deliveries', start, { failed });
};

/** What is past its term goes, district by district; the log says how much. */
const removePastTerm: Step = async (needs, env) => {
  const start = Date.now();
  cronLine('retention', start, { ...(await keepToTerms(needs, keepYears(env.KEEP_YEARS))) });
};

export type AppType = typeof app;
export default Object.assign(app, { scheduled });
