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

interface Step {
  /** As the log names it. */
  readonly route: string;
  /** What the log tells of it; null: nothing. */
  readonly run: (needs: Ports, env: Bindings) => Promise<(Partial<LogLine> & { readonly failed: number }) | null>;
}

const LOOK_AHEAD: Step = { route: 'look-ahead', run: async (needs) => ({ ...(await lookAheadEverywhere(needs)) }) };
const PUT_IN_LINE: Step = { route: 'digests', run: async (needs) => ({ failed: await queueDigests(needs) }) };
const SEND_OUT: Step = {
  route: 'deliveries',
  run: async (needs) => {
    const failed = await sendDigests(needs);
    // Every hour, so it says nothing while nothing is amiss.
    return failed > 0 ? { failed } : null;
  },
};
/** What is past its term goes, district by district; the log says how much. */
const REMOVE_PAST_TERM: Step = {
  route: 'retention',
  run: async (needs, env) => ({ ...(await keepToTerms(needs, keepYears(env.KEEP_YEARS))) }),
};

/**
 * The timetable (wrangler.toml): every morning what leaves of each district, and what falls due in it. A step that fails
 * does not keep the others from their turn. What is past its term comes first: nothing may stay because the platform
 * ended a run whose digests took too much. Rejects with the first failure at the end, so that the platform knows of it.
 */
async function scheduled(event: { readonly cron?: string } | null, env: Bindings): Promise<void> {
  const needs = await ports(env);
  const steps = event?.cron === AGAIN ? [SEND_OUT] : [REMOVE_PAST_TERM, LOOK_AHEAD, PUT_IN_LINE, SEND_OUT];
  const faults: unknown[] = [];
  for (const { route, run } of steps) {
    const start = Date.now();
    try {
      const counts = await run(needs, env);
      if (counts === null) continue;
      const status = counts.failed === 0 ? 200 : 207;
      const line = { requestId: crypto.randomUUID(), method: 'CRON', route, status, ms: Date.now() - start };
      log(logText({ ...line, ...counts }));
    } catch (error) {
      faults.push(error);
    }
  }
  if (faults.length > 0) throw faults[0];
}

export type AppType = typeof app;
export default Object.assign(app, { scheduled });
