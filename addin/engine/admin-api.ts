/** Administration of a region, typed by the server's own types. What writes is never repeated by itself. */
import * as z from 'zod';
import {
  adminDistrictSchema,
  adminKeySchema,
  adminPersonSchema,
  type AdminDistrict,
  type AdminKey,
  type AdminPerson,
  type ListedRegister,
  type Role,
} from '../../shared/sync/access-wire.ts';
import type { Outcome } from '../../shared/sync/error-codes.ts';
import {
  publishedNormsSchema,
  servedNormsSchema,
  type PublishedNorms,
  type ServedNorms,
} from '../../shared/sync/norms-wire.ts';
import { serverApi } from './server-api.ts';
import { call, type CallOptions } from './server-calls.ts';
import { serverRoutes } from './server-routes.ts';
import { webhookApi, type WebhookApi } from './webhook-api.ts';

const idSchema = z.object({ id: z.string() });

/** Everything that the administrator's screen shows. */
export interface AdminData {
  readonly districts: readonly AdminDistrict[];
  readonly people: readonly AdminPerson[];
  readonly keys: readonly AdminKey[];
  readonly norms: readonly PublishedNorms[];
}

export interface PersonWish {
  readonly name: string;
  readonly role: Role;
  readonly districts: readonly string[];
}

export interface AdminApi {
  readonly read: () => Promise<Outcome<AdminData>>;
  readonly addDistrict: (id: string, title: string) => Promise<Outcome<unknown>>;
  readonly changeDistrict: (id: string, change: { title?: string; isArchived?: boolean }) => Promise<Outcome<unknown>>;
  readonly addPerson: (wish: PersonWish) => Promise<Outcome<AdminPerson>>;
  readonly changePerson: (id: string, change: PersonWish | { isArchived: boolean }) => Promise<Outcome<unknown>>;
  readonly issueKey: (person: string, validDays: number) => Promise<Outcome<{ readonly token: string }>>;
  readonly revokeKey: (id: string) => Promise<Outcome<unknown>>;
  readonly publish: (validFrom: string, pack: object) => Promise<Outcome<PublishedNorms>>;
  readonly approve: (code: string, person: string, validDays: number) => Promise<Outcome<unknown>>;
  readonly registers: (district: string) => Promise<Outcome<readonly ListedRegister[]>>;
  /** For ever: its rows stay, nothing can be sent to it, and it leaves the region's figures. */
  readonly closeRegister: (district: string, register: string) => Promise<Outcome<unknown>>;
  readonly webhook: WebhookApi;
}

interface Place {
  readonly address: string;
  readonly token: string;
}

/** The norms of the region that count on a day (ISO). */
export async function regionNorms(
  place: Place,
  on: string,
  options: CallOptions,
): Promise<Outcome<readonly ServedNorms[]>> {
  const v1 = serverRoutes(place, options.ports);
  const schema = z.object({ packs: z.array(servedNormsSchema) }).transform(({ packs }) => packs);
  return await call((init) => v1.packs.$get({ query: { on } }, { init }), schema, options);
}

/** The server seen with an administrator's key. */
export function adminApi(place: Place, options: CallOptions): AdminApi {
  const v1 = serverRoutes(place, options.ports);
  const { admin, districts, tokens, packs } = v1;
  const once = { ...options, isOnce: true };
  const sync = serverApi(place.address, place.token, options);
  return {
    read: () => readAll(v1, options),
    addDistrict: (id, title) =>
      call((init) => districts.$post({ json: { id, title } }, { init }), z.object({ id: z.string() }), once),
    changeDistrict: (id, json) =>
      call((init) => admin.districts[':id'].$patch({ param: { id }, json }, { init }), adminDistrictSchema, once),
    addPerson: (wish) =>
      call((init) => admin.people.$post({ json: personJson(wish) }, { init }), adminPersonSchema, once),
    changePerson: (id, change) => {
      const json = 'role' in change ? personJson(change) : change;
      return call((init) => admin.people[':id'].$patch({ param: { id }, json }, { init }), adminPersonSchema, once);
    },
    issueKey: (person, validDays) => {
      const schema = z.object({ token: z.string() });
      return call((init) => tokens.$post({ json: { person, validDays } }, { init }), schema, once);
    },
    revokeKey: (id) =>
      call((init) => tokens[':token'].revoke.$post({ param: { token: id } }, { init }), idSchema, options),
    publish: (validFrom, pack) => {
      const json = { validFrom, pack: { ...pack, kurator: 'pack' as const } };
      return call((init) => packs.$post({ json }, { init }), publishedNormsSchema, once);
    },
    registers: async (district) => {
      const listed = await sync.registers(district);
      return listed.ok ? { ok: true, value: listed.value.registers } : listed;
    },
    closeRegister: (district, register) => sync.retire({ district, register }),
    webhook: webhookApi(place, options.ports),
    approve: (code, person, validDays) =>
      call((init) => admin.pairings.approve.$post({ json: { code, person, validDays } }, { init }), idSchema, once),
  };
}

async function readAll(v1: ReturnType<typeof serverRoutes>, options: CallOptions): Promise<Outcome<AdminData>> {
  const { admin, tokens } = v1;
  const [districts, people, keys, norms] = await Promise.all([
    call((init) => admin.districts.$get({}, { init }), z.object({ districts: z.array(adminDistrictSchema) }), options),
    call((init) => admin.people.$get({}, { init }), z.object({ people: z.array(adminPersonSchema) }), options),
    call((init) => tokens.$get({}, { init }), z.object({ tokens: z.array(adminKeySchema) }), options),
    call((init) => admin.packs.$get({}, { init }), z.object({ packs: z.array(publishedNormsSchema) }), options),
  ]);
  if (!districts.ok) return districts;
  if (!people.ok) return people;
  if (!keys.ok) return keys;
  if (!norms.ok) return norms;
  return {
    ok: true,
    value: {
      districts: districts.value.districts,
      people: people.value.people,
      keys: keys.value.tokens.toReversed(),
      norms: norms.value.packs,
    },
  };
}

/** Only an operator has districts of his own. */
function personJson({ name, role, districts }: PersonWish) {
  return role === 'operator' ? { name, role, districts: [...districts] } : { name, role };
}
