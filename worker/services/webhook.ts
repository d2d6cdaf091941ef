/**
 * The address where a region wants its weekly digest: set by its administrator, signed with a secret of its own. The
 * secret is not kept: it is made anew from the server's key whenever something is to be signed.
 */
import { hexDigits } from '../../shared/domain/hex-digits.ts';
import { base64Url } from '../../shared/privacy/fingerprint.ts';
import { failed, type Outcome } from '../../shared/sync/error-codes.ts';
import { webhookAddress, type DigestMessage, type WebhookView } from '../../shared/sync/webhook-wire.ts';
import { digestWords } from '../../shared/text/digest-texts.ts';
import { readDeliveries, readWebhook, webhookStatements, type Delivery, type Webhook } from '../store/webhook-store.ts';
import type { RegionScope } from '../store/scope.ts';
import { administer, type RegionActor } from './administer.ts';
import type { Ports } from './ports.ts';

const iso = (ms: number): string => new Date(ms).toISOString();

/** The address of the digest and what became of the last digests; the secret is not told. */
export async function webhookOf(ports: Ports, scope: RegionScope): Promise<WebhookView> {
  const [hook, deliveries] = await Promise.all([readWebhook(ports.db, scope), readDeliveries(ports.db, scope)]);
  return {
    webhook: hook && { url: hook.url, setAt: iso(hook.set_at) },
    deliveries: deliveries.map(({ week, state, attempts, last_at, next_at, status }) => ({
      week,
      state,
      attempts,
      status,
      lastAt: last_at === null ? null : iso(last_at),
      nextAt: iso(next_at),
    })),
  };
}

/** Sets the address and tells its new secret, this once. What was waiting for the former address is given up. */
export async function setWebhook(
  ports: Ports,
  { scope, actor }: RegionActor,
  text: string,
): Promise<Outcome<{ readonly url: string; readonly secret: string }>> {
  const url = webhookAddress(text);
  if (url === null) return failed('webhook-address');
  return await administer(ports, { scope, actor }, async () => {
    const was = await readWebhook(ports.db, scope);
    const hook = { url, salt: base64Url(ports.randomBytes(16)), set_at: ports.now() };
    const statements = webhookStatements(ports.db, scope, hook);
    const value = { url, secret: await secretOf(ports, scope, hook) };
    const deed = { action: 'webhook-set', subject: scope.regionId, before: was && { ...was }, after: hook } as const;
    return { ok: true, value: { value, ...deed, statements } };
  });
}

/** Lets the address go; `not-found` where there is none. */
export async function removeWebhook(
  ports: Ports,
  { scope, actor }: RegionActor,
): Promise<Outcome<{ readonly url: null }>> {
  return await administer(ports, { scope, actor }, async () => {
    const was = await readWebhook(ports.db, scope);
    if (was === null) return failed('not-found');
    const statements = webhookStatements(ports.db, scope, null);
    const deed = { action: 'webhook-set', subject: scope.regionId, before: { ...was }, after: null } as const;
    return { ok: true, value: { value: { url: null }, ...deed, statements } };
  });
}

type SecretPorts = Pick<Ports, 'hashValues'>;

async function secretOf(ports: SecretPorts, { regionId }: RegionScope, { salt }: Webhook): Promise<string> {
  return await ports.hashValues({ webhook: regionId, salt });
}

/** `t=<seconds>,v1=<HMAC-SHA-256 of "<seconds>.<body>" under the secret, in hexadecimal digits>`. */
export async function signatureOf(secret: string, seconds: number, body: string): Promise<string> {
  const utf8 = new TextEncoder();
  const use = { name: 'HMAC', hash: 'SHA-256' };
  const key = await crypto.subtle.importKey('raw', utf8.encode(secret), use, false, ['sign']);
  const mac = await crypto.subtle.sign('HMAC', key, utf8.encode(`${seconds}.${body}`));
  return `t=${seconds},v1=${hexDigits(mac)}`;
}

export type SendPorts = Pick<Ports, 'hashValues' | 'now' | 'post'>;

/** Sends one message. Null: no answer came, or there is no way out of this server. */
export async function sendTo(
  ports: SendPorts,
  { scope, hook }: { readonly scope: RegionScope; readonly hook: Webhook },
  { id, body }: Pick<Delivery, 'id' | 'body'>,
): Promise<number | null> {
  const secret = await secretOf(ports, scope, hook);
  const headers = {
    'content-type': 'application/json; charset=utf-8',
    'user-agent': 'Kurator',
    'x-kurator-delivery': id,
    'x-kurator-signature': await signatureOf(secret, Math.floor(ports.now() / 1000), body),
  };
  try {
    return (await ports.post?.(hook.url, { headers, body })) ?? null;
  } catch {
    return null;
  }
}

/** Whether the other side took a message: its answer was one of 200–299. */
export function isTaken(status: number | null): boolean {
  return status !== null && status >= 200 && status < 300;
}

/** Sends a message without figures at once, so that the administrator sees whether the address works. */
export async function testWebhook(
  ports: Ports,
  scope: RegionScope,
  region: DigestMessage['region'],
): Promise<Outcome<{ readonly isDelivered: boolean; readonly status: number | null }>> {
  const hook = await readWebhook(ports.db, scope);
  if (hook === null) return failed('not-found');
  const text = digestWords('ru', 'message.test', { region: region.title });
  const message: DigestMessage = {
    type: 'kurator.test',
    version: 1,
    region,
    from: null,
    to: null,
    districts: [],
    text,
  };
  const sent = { id: base64Url(ports.randomBytes(16)), body: JSON.stringify(message) };
  const status = await sendTo(ports, { scope, hook }, sent);
  return { ok: true, value: { isDelivered: isTaken(status), status } };
}
