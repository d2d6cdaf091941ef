/** Routes of possible matches between districts. */
import { Hono } from 'hono';
import {
  districtMatchesSchema,
  districtMatchSchema,
  matchAnswerSchema,
  matchPathSchema,
  matchQuerySchema,
  regionCheckSchema,
  regionDecisionSchema,
  regionMatchesSchema,
  regionMatchSchema,
} from '../../shared/sync/duplicate-wire.ts';
import { answerMatch, districtMatches } from '../services/duplicates.ts';
import { regionCheck } from '../services/duplicates-check.ts';
import { decideMatch, regionMatches } from '../services/duplicates-region.ts';
import { acting } from './acting.ts';
import { access } from './access.ts';
import { valueOf } from './api-error.ts';
import { described } from './describe.ts';
import type { HttpEnv } from './environment.ts';
import { districtPath, jsonBody, pathOf, query } from './parsed.ts';

const REGION = { roles: ['manager', 'admin'], reach: 'region' } as const;

export const duplicateRoutes = new Hono<HttpEnv>()
  .get(
    '/districts/:district/duplicates',
    access({ roles: ['operator', 'manager', 'admin'], reach: 'district' }),
    described(
      "The district's cases that may be open in another district; nothing of the other case",
      districtMatchesSchema,
      ['duplicates'],
    ),
    districtPath,
    async (c) => c.json(await districtMatches(c.get('ports'), c.get('district'))),
  )
  .post(
    '/districts/:district/duplicates/:match/answer',
    access({ roles: ['operator'], reach: 'district' }),
    described("The district's word on a match; «open» takes it back", districtMatchSchema, ['duplicates']),
    pathOf(matchPathSchema),
    jsonBody(matchAnswerSchema),
    async (c) => {
      const wish = { match: c.req.valid('param').match, ...c.req.valid('json') };
      return c.json(valueOf(await answerMatch(c.get('ports'), c.get('district'), c.get('actor'), wish)));
    },
  )
  .get(
    '/duplicates',
    access(REGION),
    described('Possible matches between districts, with what each side said', regionMatchesSchema, ['duplicates']),
    query(matchQuerySchema),
    async (c) => c.json(await regionMatches(c.get('ports'), c.get('region'), c.req.valid('query'))),
  )
  .post(
    '/duplicates/decisions',
    access(REGION),
    described("The region's decision on a match, with a reason; «open» takes it back", regionMatchSchema, [
      'duplicates',
    ]),
    jsonBody(regionDecisionSchema),
    async (c) => c.json(valueOf(await decideMatch(c.get('ports'), acting(c), c.req.valid('json')))),
  )
  .get(
    '/region-check',
    access(REGION),
    described('Rules over several districts: findings, and what was judged or not and why', regionCheckSchema, [
      'duplicates',
    ]),
    async (c) => c.json(await regionCheck(c.get('ports'), c.get('region'), c.get('member'))),
  );
