/** The Worker: the app with the edges of the platform. */
import { checkRegister } from '../shared/rules/check-register.ts';
import { valuesHasher } from '../shared/sync/audit-chain.ts';
import { authenticatorOf, limiterOf } from './edges.ts';
import { createApp } from './http/app.ts';
import type { Bindings } from './http/environment.ts';
import { logText } from './http/log.ts';
import type { Ports } from './services/ports.ts';
import { lookAheadEverywhere } from './services/timetable.ts';

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
  };
}

// eslint-disable-next-line no-console -- the platform's log is the console; lines are made of an allow-list of keys
const log = (line: string): void => console.log(line);

const app = createApp({ ports, authenticator: authenticatorOf, limiter: limiterOf, now: Date.now, log });

/** The timetable's hour (wrangler.toml): what falls due in each district. */
async function scheduled(_event: unknown, env: Bindings): Promise<void> {
  const start = Date.now();
  const { registers, failed } = await lookAheadEverywhere({ db: env.DB, now: Date.now });
  const status = failed === 0 ? 200 : 207;
  const line = { requestId: crypto.randomUUID(), method: 'CRON', route: 'look-ahead', status };
  log(logText({ ...line, ms: Date.now() - start, registers, failed }));
}

export type AppType = typeof app;
export default Object.assign(app, { scheduled });
