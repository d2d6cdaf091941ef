/** Routes of the region's page: the picture of a period, the cases behind a figure, the consolidated register. */
import { Hono } from 'hono';
import { consolidatedPageSchema, consolidatedQuerySchema } from '../../shared/sync/consolidated-wire.ts';
import { caseListSchema, casesQuerySchema, pictureQuerySchema, pictureSchema } from '../../shared/sync/region-wire.ts';
import { consolidatedPage } from '../services/consolidated.ts';
import { figureCases } from '../services/figure-cases.ts';
import { picture } from '../services/picture.ts';
import { access } from './access.ts';
import { valueOf } from './api-error.ts';
import { described } from './describe.ts';
import type { HttpEnv } from './environment.ts';
import { districtPath, query } from './parsed.ts';

export const pictureRoutes = new Hono<HttpEnv>()
  .get(
    '/picture',
    access({ roles: ['admin', 'manager', 'auditor'], reach: 'region' }),
    described('The region over a period; small groups are hidden from auditors', pictureSchema, ['region']),
    query(pictureQuerySchema),
    async (c) => {
      const { role, region } = c.get('token');
      const wish = { ...c.req.valid('query'), member: c.get('member'), seesRows: role !== 'auditor' };
      return c.json(valueOf(await picture(c.get('ports'), c.get('region'), region, wish)));
    },
  )
  .get(
    '/consolidated',
    access({ roles: ['admin', 'manager'], reach: 'region' }),
    described('The families of all districts, page by page', consolidatedPageSchema, ['region']),
    query(consolidatedQuerySchema),
    async (c) => c.json(await consolidatedPage(c.get('ports'), c.get('region'), c.req.valid('query'))),
  )
  .get(
    '/districts/:district/cases',
    access({ roles: ['operator', 'manager', 'admin'], reach: 'district' }),
    described('The cases behind a figure of a district', caseListSchema, ['region']),
    districtPath,
    query(casesQuerySchema),
    async (c) => c.json(valueOf(await figureCases(c.get('ports'), c.get('district'), c.req.valid('query')))),
  );
