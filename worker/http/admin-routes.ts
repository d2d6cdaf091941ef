/** Routes of the region's administrator: districts, people, and the record of what administrators did. */
import { Hono } from 'hono';
import * as z from 'zod';
import { adminDistrictSchema, adminPersonSchema } from '../../shared/sync/access-wire.ts';
import { districtIdSchema, idSchema } from '../../shared/sync/protocol.ts';
import { changeDistrict, createDistrict, districtChangeSchema, newDistrictSchema } from '../services/districts.ts';
import { changePerson, createPerson, personChangeSchema, personSchema } from '../services/people.ts';
import { linkSchema } from '../store/audit-store.ts';
import { listDistricts } from '../store/district-store.ts';
import { listPeople } from '../store/person-store.ts';
import { readRegionLinks } from '../store/region-audit-store.ts';
import { acting } from './acting.ts';
import { ADMIN, access } from './access.ts';
import { valueOf } from './api-error.ts';
import { described } from './describe.ts';
import type { HttpEnv } from './environment.ts';
import { jsonBody, numberedPage, pathOf } from './parsed.ts';

const linkPageSchema = z.object({ links: z.array(linkSchema) });

const districtPath = pathOf(z.strictObject({ id: districtIdSchema }));
const personPath = pathOf(z.strictObject({ id: idSchema }));

export const adminRoutes = new Hono<HttpEnv>()
  .get(
    '/admin/districts',
    access(ADMIN),
    described('All districts, archived ones too', z.object({ districts: z.array(adminDistrictSchema) }), [
      'administration',
    ]),
    async (c) => c.json({ districts: [...(await listDistricts(c.get('ports').db, c.get('region')))] }),
  )
  .post(
    '/districts',
    access(ADMIN),
    described('Add a district to the region', newDistrictSchema, ['administration']),
    jsonBody(newDistrictSchema),
    async (c) => c.json(valueOf(await createDistrict(c.get('ports'), acting(c), c.req.valid('json')))),
  )
  .patch(
    '/admin/districts/:id',
    access(ADMIN),
    described('Rename a district, put it away or bring it back', adminDistrictSchema, ['administration']),
    districtPath,
    jsonBody(districtChangeSchema),
    async (c) =>
      c.json(valueOf(await changeDistrict(c.get('ports'), acting(c), c.req.valid('param').id, c.req.valid('json')))),
  )
  .get(
    '/admin/people',
    access(ADMIN),
    described('Staff with roles and districts', z.object({ people: z.array(adminPersonSchema) }), ['administration']),
    async (c) => {
      const people = await listPeople(c.get('ports').db, c.get('region'));
      return c.json({ people: [...people] });
    },
  )
  .post(
    '/admin/people',
    access(ADMIN),
    described('Add a person', adminPersonSchema, ['administration']),
    jsonBody(personSchema),
    async (c) => c.json(valueOf(await createPerson(c.get('ports'), acting(c), c.req.valid('json')))),
  )
  .patch(
    '/admin/people/:id',
    access(ADMIN),
    described('Change a person; all keys of the person follow at once', adminPersonSchema, ['administration']),
    personPath,
    jsonBody(personChangeSchema),
    async (c) =>
      c.json(valueOf(await changePerson(c.get('ports'), acting(c), c.req.valid('param').id, c.req.valid('json')))),
  )
  .get(
    '/admin/audit',
    access({ roles: ['admin', 'auditor'], reach: 'region' }),
    described('The audit chain of administration', linkPageSchema, ['audit']),
    numberedPage,
    async (c) => {
      const { after, limit } = c.req.valid('query');
      return c.json({ links: [...(await readRegionLinks(c.get('ports').db, c.get('region'), after, limit))] });
    },
  );
