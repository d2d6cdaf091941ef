/** The address of the weekly digest, as functions over the server. What writes is never repeated by itself. */
import * as z from 'zod';
import type { Outcome } from '../../shared/sync/error-codes.ts';
import {
  webhookSchema,
  webhookSecretSchema,
  webhookTestSchema,
  type WebhookView,
} from '../../shared/sync/webhook-wire.ts';
import { call } from './server-calls.ts';
import { serverRoutes } from './server-routes.ts';
import type { Connection, SyncPorts } from './sync-contract.ts';

export interface WebhookApi {
  readonly read: () => Promise<Outcome<WebhookView>>;
  /** The secret is told this once. */
  readonly set: (url: string) => Promise<Outcome<{ readonly url: string; readonly secret: string }>>;
  readonly remove: () => Promise<Outcome<unknown>>;
  readonly test: () => Promise<Outcome<{ readonly isDelivered: boolean; readonly status: number | null }>>;
}

/** The server of an administrator's connection. */
export function webhookApi(connection: Pick<Connection, 'address' | 'token'>, ports: SyncPorts): WebhookApi {
  const { webhook } = serverRoutes(connection, ports).admin;
  const once = { ports, isOnce: true };
  return {
    read: () => call((init) => webhook.$get({}, { init }), webhookSchema, { ports }),
    set: (url) => call((init) => webhook.$post({ json: { url } }, { init }), webhookSecretSchema, once),
    remove: () => call((init) => webhook.remove.$post({}, { init }), z.object({ url: z.null() }), once),
    test: () => call((init) => webhook.test.$post({}, { init }), webhookTestSchema, once),
  };
}
