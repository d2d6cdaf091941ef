/** What the timetable does for webhooks: a digest a week is put in line, and what is in line is sent, again and again. */
import { periodOf } from '../../shared/calendar/periods.ts';
import { MOST_DELIVERIES } from '../../shared/sync/webhook-wire.ts';
import { base64Url } from '../../shared/privacy/fingerprint.ts';
import { listRegionIds } from '../store/ahead-store.ts';
import { readRegionPlace } from '../store/region-store.ts';
import { regionScope, type RegionScope } from '../store/scope.ts';
import {
  addDelivery,
  hasDelivery,
  noteDelivery,
  readWebhook,
  takeDeliveries,
  type Webhook,
} from '../store/webhook-store.ts';
import { digestMessage } from './digest-message.ts';
import { dayAt } from './moscow-day.ts';
import type { Ports } from './ports.ts';
import { isTaken, sendTo, type SendPorts } from './webhook.ts';

type Needs = SendPorts & Pick<Ports, 'db' | 'randomBytes'>;

const HOUR_MS = 3_600_000;

/** The Monday of the week in Moscow, ISO. */
export function weekOf(ms: number): string {
  return periodOf('week', dayAt(ms)).key;
}

/** Puts this week's digest of every region in line that has an address, once. Gives the number of regions that failed. */
export async function queueDigests(ports: Needs): Promise<number> {
  return await forEachHook(ports, async (scope) => {
    const week = weekOf(ports.now());
    if (await hasDelivery(ports.db, scope, week)) return;
    const title = (await readRegionPlace(ports.db, scope.regionId))?.title ?? '';
    const message = await digestMessage(ports.db, scope, { id: scope.regionId, title });
    if (message.from === null) return;
    const id = base64Url(ports.randomBytes(16));
    await addDelivery(ports.db, scope, { week, id, body: JSON.stringify(message), at: ports.now() });
  });
}

/**
 * Sends what is due. A digest that is not taken is tried again after 1, 2, 4, 8 and 16 hours, and then given up. Gives
 * the number of regions that failed.
 */
export async function sendDigests(ports: Needs): Promise<number> {
  return await forEachHook(ports, async (scope, hook) => {
    const now = ports.now();
    for (const delivery of await takeDeliveries(ports.db, scope, { now, nextAt: now + HOUR_MS })) {
      const status = await sendTo(ports, { scope, hook }, delivery);
      const isLast = delivery.attempts >= MOST_DELIVERIES;
      const state = isTaken(status) ? 'delivered' : isLast ? 'failed' : 'waiting';
      const next_at = now + HOUR_MS * 2 ** (delivery.attempts - 1);
      const { week, id } = delivery;
      await noteDelivery(ports.db, scope, { week, id, state, status, next_at });
    }
  });
}

/** One region that fails does not keep the others from theirs. */
async function forEachHook(ports: Needs, work: (scope: RegionScope, hook: Webhook) => Promise<void>): Promise<number> {
  let failed = 0;
  for (const regionId of await listRegionIds(ports.db)) {
    const scope = regionScope({ regionId, districts: null });
    try {
      const hook = scope === null ? null : await readWebhook(ports.db, scope);
      if (scope !== null && hook !== null) await work(scope, hook);
    } catch {
      failed += 1;
    }
  }
  return failed;
}
