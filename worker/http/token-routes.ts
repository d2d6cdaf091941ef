/** Routes of the region's administrator: access keys and districts. */
import { Hono } from 'hono';
import { z } from 'zod';
import { districtIdSchema } from '../../shared/sync/protocol.ts';
import { endToken, issueToken, newTokenSchema } from '../services/tokens.ts';
import { addDistrict } from '../store/region-store.ts';
import { listTokens } from '../store/token-store.ts';
import { access } from './access.ts';
import { ApiError, valueOf } from './api-error.ts';
import { described } from './describe.ts';
import type { HttpEnv } from './environment.ts';
import { jsonBody, tokenPath } from './parsed.ts';

const ADMIN = { roles: ['admin'], reach: 'region' } as const;

const tokenListSchema = z.object({
  tokens: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      role: z.enum(['admin', 'manager', 'operator', 'auditor']),
      districts: z.array(z.string()).nullable(),
      createdAt: z.number(),
      expiresAt: z.number().nullable(),
      revokedAt: z.number().nullable(),
    }),
  ),
});
const districtSchema = z.strictObject({ id: districtIdSchema, title: z.string().trim().min(1).max(100) });

export const tokenRoutes = new Hono<HttpEnv>()
  .get('/tokens', access(ADMIN), described('Access keys of the region', tokenListSchema, ['access']), async (c) =>
    c.json({ tokens: [...(await listTokens(c.get('ports').db, c.get('region')))] }),
  )
  .post(
    '/tokens',
    access(ADMIN),
    described('Make an access key; it is shown only in this answer', z.object({ id: z.string(), token: z.string() }), [
      'access',
    ]),
    jsonBody(newTokenSchema),
    async (c) => {
      const districts = c.get('token').districts.map(({ id }) => id);
      return c.json(valueOf(await issueToken(c.get('ports'), c.get('region'), districts, c.req.valid('json'))));
    },
  )
  .post(
    '/tokens/:token/revoke',
    access(ADMIN),
    described('End an access key at once', z.object({ id: z.string() }), ['access']),
    tokenPath,
    async (c) => c.json(valueOf(await endToken(c.get('ports'), c.get('region'), c.req.valid('param').token))),
  )
  .post(
    '/districts',
    access(ADMIN),
    described('Add a district to the region', districtSchema, ['region']),
    jsonBody(districtSchema),
    async (c) => {
      const district = c.req.valid('json');
      if (!(await addDistrict(c.get('ports').db, c.get('region'), district))) throw new ApiError('already-exists');
      return c.json(district);
    },
  );
