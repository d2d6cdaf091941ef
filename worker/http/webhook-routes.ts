/** Routes of the address that a region's weekly digest is sent to. */
import { Hono } from 'hono';
import * as z from 'zod';
import {
  newWebhookSchema,
  webhookSchema,
  webhookSecretSchema,
  webhookTestSchema,
} from '../../shared/sync/webhook-wire.ts';
import { removeWebhook, setWebhook, testWebhook, webhookOf } from '../services/webhook.ts';
import { acting } from './acting.ts';
import { ADMIN, access } from './access.ts';
import { valueOf } from './api-error.ts';
import { described } from './describe.ts';
import type { HttpEnv } from './environment.ts';
import { jsonBody } from './parsed.ts';

export const webhookRoutes = new Hono<HttpEnv>()
  .get(
    '/admin/webhook',
    access(ADMIN),
    described('Where the weekly digest is sent, and what became of the last ones', webhookSchema, ['administration']),
    async (c) => c.json(await webhookOf(c.get('ports'), c.get('region'))),
  )
  .post(
    '/admin/webhook',
    access(ADMIN),
    described('Set the address; the answer tells the secret that signs, this once', webhookSecretSchema, [
      'administration',
    ]),
    jsonBody(newWebhookSchema),
    async (c) => c.json(valueOf(await setWebhook(c.get('ports'), acting(c), c.req.valid('json').url))),
  )
  .post(
    '/admin/webhook/remove',
    access(ADMIN),
    described('Send the digest no more', z.object({ url: z.null() }), ['administration']),
    async (c) => c.json(valueOf(await removeWebhook(c.get('ports'), acting(c)))),
  )
  .post(
    '/admin/webhook/test',
    access(ADMIN),
    described('Send a message without figures to the address now', webhookTestSchema, ['administration']),
    async (c) => c.json(valueOf(await testWebhook(c.get('ports'), c.get('region'), c.get('token').region))),
  );
