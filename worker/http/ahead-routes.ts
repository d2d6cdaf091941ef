/** What falls due in a district and in the region, as the timetable found it last. */
import { Hono } from 'hono';
import * as z from 'zod';
import { digestMessageSchema, digestSchema, registerDigestSchema } from '../../shared/sync/webhook-wire.ts';
import { digestMessage } from '../services/digest-message.ts';
import { readDigests } from '../store/ahead-store.ts';
import { access } from './access.ts';
import { described } from './describe.ts';
import type { HttpEnv } from './environment.ts';
import { districtPath } from './parsed.ts';

const answerSchema = z.object({ registers: z.array(registerDigestSchema) });

export const aheadRoutes = new Hono<HttpEnv>()
  .get(
    '/districts/:district/ahead',
    access({ roles: ['operator', 'manager', 'admin'], reach: 'district' }),
    described('What falls due in the next two weeks, as of the last morning', answerSchema, ['region']),
    districtPath,
    async (c) => {
      const kept = await readDigests(c.get('ports').db, c.get('district'));
      const registers = kept.map(({ register, at, digest }) => ({
        register,
        at,
        digest: digestSchema.parse(JSON.parse(digest)),
      }));
      return c.json({ registers });
    },
  )
  .get(
    '/ahead',
    access({ roles: ['manager', 'admin'], reach: 'region' }),
    described('What falls due in all districts, as the weekly digest says it', digestMessageSchema, ['region']),
    async (c) => c.json(await digestMessage(c.get('ports').db, c.get('region'), c.get('token').region)),
  );
