/** The Worker: the app with the edges of the platform. */
import { checkRegister } from '../shared/rules/check-register.ts';
import { valuesHasher } from '../shared/sync/audit-chain.ts';
import { createApp } from './http/app.ts';
import type { Bindings } from './http/environment.ts';
import type { Ports } from './services/ports.ts';

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
    hashValues: await valuesHasher(auditKey(env)),
  };
}

const app = createApp({
  ports,
  now: Date.now,
  // eslint-disable-next-line no-console -- the platform's log is the console; lines are made of an allow-list of keys
  log: (line) => console.log(line),
});

export type AppType = typeof app;
export default app;
