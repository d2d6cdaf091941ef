/** Routes of the region's own norms: published by the administrator, read by everybody of the region. */
import { Hono } from 'hono';
import * as z from 'zod';
import { isoOf } from '../../shared/domain/day.ts';
import { publishedNormsSchema, servedNormsSchema } from '../../shared/sync/norms-wire.ts';
import { dayAt } from '../services/moscow-day.ts';
import { newPackSchema, publishPack } from '../services/region-packs.ts';
import { listRegionPacks, regionPacksOn } from '../store/region-pack-store.ts';
import { acting } from './acting.ts';
import { ADMIN, access } from './access.ts';
import { valueOf } from './api-error.ts';
import { described } from './describe.ts';
import type { HttpEnv } from './environment.ts';
import { jsonBody, query } from './parsed.ts';

export const packRoutes = new Hono<HttpEnv>()
  .get(
    '/packs',
    access({ roles: ['operator', 'manager', 'admin', 'auditor'], reach: 'self' }),
    described('Norms of the region that count on a day', z.object({ packs: z.array(servedNormsSchema) }), ['norms']),
    query(z.strictObject({ on: z.iso.date().optional() })),
    async (c) => {
      const { db, now } = c.get('ports');
      const day = c.req.valid('query').on ?? isoOf(dayAt(now()));
      return c.json({ packs: [...(await regionPacksOn(db, c.get('member'), day))] });
    },
  )
  .get(
    '/admin/packs',
    access(ADMIN),
    described('All revisions of norms that were published', z.object({ packs: z.array(publishedNormsSchema) }), [
      'norms',
    ]),
    async (c) => c.json({ packs: [...(await listRegionPacks(c.get('ports').db, c.get('region')))] }),
  )
  .post(
    '/packs',
    access(ADMIN),
    described('Publish norms for the region from a day on', publishedNormsSchema, ['norms']),
    jsonBody(newPackSchema),
    async (c) => c.json(valueOf(await publishPack(c.get('ports'), acting(c), c.req.valid('json')))),
  );
