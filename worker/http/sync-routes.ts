/** Routes of a district: push, pull, submit, registers. */
import { Hono } from 'hono';
import * as z from 'zod';
import { listedRegisterSchema } from '../../shared/sync/access-wire.ts';
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
import { retire } from '../services/retire.ts';
import { linkSchema, readLinks } from '../store/audit-store.ts';
import { findingSchema, readFindings } from '../store/finding-store.ts';
import { listRegisters } from '../store/register-store.ts';
import { registerScope } from '../store/scope.ts';
import { access } from './access.ts';
import { valueOf } from './api-error.ts';
import { described } from './describe.ts';
import type { HttpEnv } from './environment.ts';
import { districtPath, jsonBody, numberedPage, query, registerPath } from './parsed.ts';

const registerListSchema = z.object({ registers: z.array(listedRegisterSchema) });
const findingPageSchema = z.object({ findings: z.array(findingSchema) });
const linkPageSchema = z.object({ links: z.array(linkSchema) });

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
  )
  .post(
    '/districts/:district/registers/:register/retire',
    access({ roles: ['operator', 'admin'], reach: 'district' }),
    described('Close a register that another has taken the place of', z.object({ id: z.string() }), ['sync']),
    registerPath,
    async (c) => {
      const scope = registerScope(c.get('district'), c.req.valid('param').register);
      return c.json(valueOf(await retire(c.get('ports'), scope, c.get('actor'))));
    },
  )
  .get(
    '/districts/:district/registers/:register/findings',
    access({ roles: ['operator', 'manager', 'admin'], reach: 'district' }),
    described('What the server found in the last sending of a register', findingPageSchema, ['region']),
    registerPath,
    numberedPage,
    async (c) => {
      const { after, limit } = c.req.valid('query');
      const scope = registerScope(c.get('district'), c.req.valid('param').register);
      return c.json({ findings: [...(await readFindings(c.get('ports').db, scope, after, limit))] });
    },
  )
  .get(
    '/districts/:district/audit',
    access({ roles: ['auditor', 'admin'], reach: 'district' }),
    described('The audit chain of a district', linkPageSchema, ['audit']),
    districtPath,
    numberedPage,
    async (c) => {
      const { after, limit } = c.req.valid('query');
      return c.json({ links: [...(await readLinks(c.get('ports').db, c.get('district'), after, limit))] });
    },
  );
