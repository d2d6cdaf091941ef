/** Routes of pairing: a pane asks and fetches, an administrator approves. */
import { Hono } from 'hono';
import * as z from 'zod';
import { askedPairingSchema, claimedPairingSchema } from '../../shared/sync/access-wire.ts';
import { approvalSchema, approvePairing, askPairing, claimPairing, claimSchema } from '../services/pairing.ts';
import { acting } from './acting.ts';
import { ADMIN, access, countAttempt, openToAll, openToFew } from './access.ts';
import { valueOf } from './api-error.ts';
import { described } from './describe.ts';
import type { HttpEnv } from './environment.ts';
import { jsonBody } from './parsed.ts';

export const pairingRoutes = new Hono<HttpEnv>()
  .post(
    '/pairings',
    openToFew(),
    described('Ask for access: a code to show, and a secret to fetch the key with', askedPairingSchema, ['access']),
    async (c) => c.json(await askPairing(c.get('ports'))),
  )
  .post(
    '/pairings/claim',
    openToAll(),
    described('Fetch the key of an approved pairing; the same again until it is used', claimedPairingSchema, [
      'access',
    ]),
    jsonBody(claimSchema),
    async (c) => {
      const claimed = valueOf(await claimPairing(c.get('ports'), c.req.valid('json')));
      // Waiting panes ask every few seconds and an office has one address: who knows a secret is not guessing.
      if (claimed.state === 'gone') await countAttempt(c);
      return c.json(claimed);
    },
  )
  .post(
    '/admin/pairings/approve',
    access(ADMIN),
    described('Let in the pane that shows this code, for a person', z.object({ id: z.string() }), ['access']),
    jsonBody(approvalSchema),
    async (c) => c.json(valueOf(await approvePairing(c.get('ports'), acting(c), c.req.valid('json')))),
  );
