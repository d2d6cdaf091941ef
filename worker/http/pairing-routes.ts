/** Routes of pairing: a pane asks and fetches, an administrator approves. */
import { Hono } from 'hono';
import * as z from 'zod';
import {
  approvalSchema,
  approvePairing,
  askedSchema,
  askPairing,
  claimedSchema,
  claimPairing,
  claimSchema,
} from '../services/pairing.ts';
import { acting } from './acting.ts';
import { access, openToFew } from './access.ts';
import { valueOf } from './api-error.ts';
import { described } from './describe.ts';
import type { HttpEnv } from './environment.ts';
import { jsonBody } from './parsed.ts';

export const pairingRoutes = new Hono<HttpEnv>()
  .post(
    '/pairings',
    openToFew(),
    described('Ask for access: a code to show, and a secret to fetch the key with', askedSchema, ['access']),
    async (c) => c.json(await askPairing(c.get('ports'))),
  )
  .post(
    '/pairings/claim',
    openToFew(),
    described('Fetch the key of an approved pairing, once', claimedSchema, ['access']),
    jsonBody(claimSchema),
    async (c) => c.json(valueOf(await claimPairing(c.get('ports'), c.req.valid('json')))),
  )
  .post(
    '/admin/pairings/approve',
    access({ roles: ['admin'], reach: 'region' }),
    described('Let in the pane that shows this code, for a person', z.object({ id: z.string() }), ['access']),
    jsonBody(approvalSchema),
    async (c) => c.json(valueOf(await approvePairing(c.get('ports'), acting(c), c.req.valid('json')))),
  );
