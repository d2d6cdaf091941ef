/** Routes of the region's administrator: access keys. */
import { Hono } from 'hono';
import * as z from 'zod';
import { adminKeySchema } from '../../shared/sync/access-wire.ts';
import { idSchema } from '../../shared/sync/protocol.ts';
import { endToken, issueToken, newTokenSchema } from '../services/tokens.ts';
import { listTokens } from '../store/token-store.ts';
import { acting } from './acting.ts';
import { ADMIN, access } from './access.ts';
import { valueOf } from './api-error.ts';
import { described } from './describe.ts';
import type { HttpEnv } from './environment.ts';
import { jsonBody, pathOf } from './parsed.ts';

const tokenPath = pathOf(z.strictObject({ token: idSchema }));
const tokenListSchema = z.object({ tokens: z.array(adminKeySchema) });

export const tokenRoutes = new Hono<HttpEnv>()
  .get(
    '/tokens',
    access(ADMIN),
    described('Access keys of the region, usable ones first', tokenListSchema, ['access']),
    async (c) => {
      const { db, now } = c.get('ports');
      return c.json({ tokens: [...(await listTokens(db, c.get('region'), now()))] });
    },
  )
  .post(
    '/tokens',
    access(ADMIN),
    described('Make an access key; it is shown only in this answer', z.object({ id: z.string(), token: z.string() }), [
      'access',
    ]),
    jsonBody(newTokenSchema),
    async (c) => c.json(valueOf(await issueToken(c.get('ports'), acting(c), c.req.valid('json')))),
  )
  .post(
    '/tokens/:token/revoke',
    access(ADMIN),
    described('End an access key at once', z.object({ id: z.string() }), ['access']),
    tokenPath,
    async (c) => c.json(valueOf(await endToken(c.get('ports'), acting(c), c.req.valid('param').token))),
  );
