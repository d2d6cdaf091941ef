/** Routes of a district: push, pull, submit, registers. */
import { Hono } from 'hono';
import { z } from 'zod';
import {
  pullAnswerSchema,
  pullQuerySchema,
  pushAnswerSchema,
  pushRequestSchema,
  submitAnswerSchema,
  submitRequestSchema,
} from '../../shared/sync/protocol.ts';
import { pull } from '../services/pull.ts';
import { push } from '../services/push.ts';
import { submit } from '../services/submit.ts';
import { listRegisters } from '../store/pull-store.ts';
import { registerScope } from '../store/scope.ts';
import { access } from './access.ts';
import { valueOf } from './api-error.ts';
import { described } from './describe.ts';
import type { HttpEnv } from './environment.ts';
import { districtPath, jsonBody, query, registerPath } from './parsed.ts';

const registerListSchema = z.object({
  registers: z.array(
    z.object({
      id: z.string(),
      createdAt: z.number(),
      retiredAt: z.number().nullable(),
      lastSending: z.object({ number: z.number(), at: z.number() }).nullable(),
    }),
  ),
});

export const syncRoutes = new Hono<HttpEnv>()
  .get(
    '/districts/:district/registers',
    access({ roles: ['operator', 'manager', 'admin'], reach: 'district' }),
    described('Registers of a district', registerListSchema, ['sync']),
    districtPath,
    async (c) => c.json({ registers: [...(await listRegisters(c.get('ports').db, c.get('district')))] }),
  )
  .post(
    '/districts/:district/registers/:register/push',
    access({ roles: ['operator'], reach: 'district' }),
    described('Send changed rows of a register', pushAnswerSchema, ['sync']),
    registerPath,
    jsonBody(pushRequestSchema),
    async (c) => {
      const scope = registerScope(c.get('district'), c.req.valid('param').register);
      return c.json(valueOf(await push(c.get('ports'), scope, c.get('actor'), c.req.valid('json'))));
    },
  )
  .get(
    '/districts/:district/registers/:register/rows',
    access({ roles: ['operator', 'manager', 'admin'], reach: 'district' }),
    described('Rows of a register changed since a cursor', pullAnswerSchema, ['sync']),
    registerPath,
    query(pullQuerySchema),
    async (c) => {
      const { epoch, seq, row = '', safe, limit } = c.req.valid('query');
      const hasCursor = epoch !== undefined && seq !== undefined && safe !== undefined;
      const cursor = hasCursor ? { epoch, seq, row, safe } : null;
      const scope = registerScope(c.get('district'), c.req.valid('param').register);
      return c.json(await pull(c.get('ports'), scope, { cursor, limit }));
    },
  )
  .post(
    '/districts/:district/registers/:register/submit',
    access({ roles: ['operator'], reach: 'district' }),
    described('Finish a sending: the server checks the register and gives a receipt', submitAnswerSchema, ['sync']),
    registerPath,
    jsonBody(submitRequestSchema),
    async (c) => {
      const scope = registerScope(c.get('district'), c.req.valid('param').register);
      return c.json(valueOf(await submit(c.get('ports'), scope, c.get('actor'), c.req.valid('json'))));
    },
  );
