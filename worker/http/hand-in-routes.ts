/** Routes of handing in: a register for a period and by when, the region's answer, receipts. */
import { Hono } from 'hono';
import {
  decisionSchema,
  frozenRowsSchema,
  frozenValuesQuerySchema,
  frozenValuesSchema,
  handInListSchema,
  handInRequestSchema,
  handInSchema,
  keyListSchema,
  numberPathSchema,
} from '../../shared/sync/region-wire.ts';
import { frozenFamiliesSchema } from '../../shared/sync/consolidated-wire.ts';
import { deadlineQuerySchema, deadlineSchema, newDeadlineSchema } from '../../shared/sync/deadline-wire.ts';
import { frozenFamilies } from '../services/consolidated.ts';
import { deadline, setDeadline } from '../services/deadlines.ts';
import { decide, frozenRows, frozenValues, handIn, handIns } from '../services/hand-in.ts';
import { receiptKey } from '../services/receipt-key.ts';
import { registerScope } from '../store/scope.ts';
import { acting } from './acting.ts';
import { ADMIN, access } from './access.ts';
import { valueOf } from './api-error.ts';
import { described } from './describe.ts';
import type { HttpEnv } from './environment.ts';
import { districtPath, jsonBody, pathOf, query, registerPath } from './parsed.ts';

const numberPath = pathOf(numberPathSchema);

export const handInRoutes = new Hono<HttpEnv>()
  .post(
    '/districts/:district/registers/:register/hand-in',
    access({ roles: ['operator'], reach: 'district' }),
    described('Hand a register in for a period: it is frozen and gets a signed receipt', handInSchema, ['hand-in']),
    registerPath,
    jsonBody(handInRequestSchema),
    async (c) => {
      const scope = registerScope(c.get('district'), c.req.valid('param').register);
      return c.json(valueOf(await handIn(c.get('ports'), scope, c.get('actor'), c.req.valid('json'))));
    },
  )
  .get(
    '/districts/:district/hand-ins',
    access({ roles: ['operator', 'manager', 'admin'], reach: 'district' }),
    described('What a district has handed in, newest first', handInListSchema, ['hand-in']),
    districtPath,
    async (c) => c.json(await handIns(c.get('ports'), c.get('district'))),
  )
  .post(
    '/districts/:district/hand-ins/:number/decide',
    access({ roles: ['manager', 'admin'], reach: 'district' }),
    described('Accept what was handed in, or give it back with remarks', handInSchema, ['hand-in']),
    numberPath,
    jsonBody(decisionSchema),
    async (c) => {
      const { number } = c.req.valid('param');
      const wish = { number, decision: c.req.valid('json') };
      return c.json(valueOf(await decide(c.get('ports'), c.get('district'), c.get('actor'), wish)));
    },
  )
  .get(
    '/districts/:district/hand-ins/:number/rows',
    access({ roles: ['operator', 'manager', 'admin'], reach: 'district' }),
    described('Hashes of the rows as they were handed in', frozenRowsSchema, ['hand-in']),
    numberPath,
    async (c) => c.json(await frozenRows(c.get('ports'), c.get('district'), c.req.valid('param').number)),
  )
  .get(
    '/districts/:district/hand-ins/:number/values',
    access({ roles: ['operator'], reach: 'district' }),
    described('Values of some rows as they were handed in, without the sealed ones', frozenValuesSchema, ['hand-in']),
    numberPath,
    query(frozenValuesQuerySchema),
    async (c) => {
      const { number } = c.req.valid('param');
      const rows = c.req.valid('query').rows.split(',');
      return c.json(await frozenValues(c.get('ports'), c.get('district'), { number, rows }));
    },
  )
  .get(
    '/districts/:district/hand-ins/:number/families',
    access({ roles: ['operator', 'manager', 'admin'], reach: 'district' }),
    described('The families as they were handed in, names sealed', frozenFamiliesSchema, ['hand-in']),
    numberPath,
    async (c) => c.json(await frozenFamilies(c.get('ports'), c.get('district'), c.req.valid('param').number)),
  )
  .get(
    '/deadlines',
    access({ roles: ['operator', 'manager', 'admin', 'auditor'], reach: 'self' }),
    described('By when a period has to be handed in', deadlineSchema, ['hand-in']),
    query(deadlineQuerySchema),
    async (c) => c.json(valueOf(await deadline(c.get('ports'), c.get('member'), c.req.valid('query').period))),
  )
  .post(
    '/admin/deadlines',
    access(ADMIN),
    described('Set the day by which a period has to be handed in', deadlineSchema, ['hand-in']),
    jsonBody(newDeadlineSchema),
    async (c) => {
      const by = { ...acting(c), member: c.get('member') };
      return c.json(valueOf(await setDeadline(c.get('ports'), by, c.req.valid('json'))));
    },
  )
  .get(
    '/receipt-keys',
    access({ roles: ['operator', 'manager', 'admin', 'auditor'], reach: 'self' }),
    described('Public keys that receipts are signed with', keyListSchema, ['hand-in']),
    async (c) => {
      const { name, publicKey } = await receiptKey(c.get('ports').db);
      return c.json({ keys: [{ name, key: publicKey }] });
    },
  );
