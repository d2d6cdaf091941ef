/** What falls due in a district, as the timetable found it last. */
import { Hono } from 'hono';
import * as z from 'zod';
import { digestSchema } from '../services/digest.ts';
import { readDigests } from '../store/ahead-store.ts';
import { access } from './access.ts';
import { described } from './describe.ts';
import type { HttpEnv } from './environment.ts';
import { districtPath } from './parsed.ts';

const answerSchema = z.object({
  registers: z.array(z.object({ register: z.string(), at: z.number(), digest: digestSchema })),
});

export const aheadRoutes = new Hono<HttpEnv>().get(
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
);
