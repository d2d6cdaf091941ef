/** Routes of everybody and of a signed-in person: does the server answer, who am I. */
import { Hono } from 'hono';
import * as z from 'zod';
import { meSchema } from '../../shared/sync/access-wire.ts';
import { access, openToAll } from './access.ts';
import { described } from './describe.ts';
import type { HttpEnv } from './environment.ts';
import { paneSignIn, paneSignInSchema } from './pane-sign-in.ts';

const healthSchema = z.object({ ok: z.boolean(), signIn: paneSignInSchema });

export const regionRoutes = new Hono<HttpEnv>()
  .get(
    '/health',
    openToAll(),
    described('Whether the server answers, and how the pane may sign people in', healthSchema, ['server']),
    (c) => c.json({ ok: true, signIn: paneSignIn(c.env) }),
  )
  .get(
    '/me',
    access({ roles: ['admin', 'manager', 'operator', 'auditor'], reach: 'self' }),
    described('Who the access key belongs to', meSchema, ['access']),
    (c) => {
      const { role, name, region, districts, expiresAt } = c.get('token');
      const expiresOn = expiresAt === null ? null : new Date(expiresAt).toISOString().slice(0, 10);
      const acceptsSealed = c.get('ports').acceptsSealed === true;
      return c.json({ role, name, region, districts: [...districts], expiresOn, acceptsSealed });
    },
  );
