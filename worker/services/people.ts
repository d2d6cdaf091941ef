/** Staff of a region. A change of role or districts reaches all keys of the person with their next request [T6]. */
import * as z from 'zod';
import { base64Url } from '../../shared/privacy/fingerprint.ts';
import { roleSchema } from '../../shared/sync/access-wire.ts';
import { failed, type Outcome } from '../../shared/sync/error-codes.ts';
import { districtIdSchema } from '../../shared/sync/protocol.ts';
import { areDistricts } from '../store/district-store.ts';
import { addPersonStatement, changePersonStatement, readPerson, type Person } from '../store/person-store.ts';
import type { RegionScope } from '../store/scope.ts';
import { readToken } from '../store/token-store.ts';
import { administer, type RegionActor } from './administer.ts';
import type { Ports } from './ports.ts';

const name = z.string().trim().min(1).max(60);
const districts = z.array(districtIdSchema).min(1).max(200);

export const operatorSchema = z.strictObject({ role: z.literal('operator'), name, districts });
export const regionWideSchema = z.strictObject({ role: roleSchema.exclude(['operator']), name });
/** An operator has districts; the other roles see the whole region. */
export const personSchema = z.discriminatedUnion('role', [operatorSchema, regionWideSchema]);
export const personChangeSchema = z.union([personSchema, z.strictObject({ isArchived: z.boolean() })]);

/** Adds a person to the staff; `not-found` where a district is not of the region. */
export async function createPerson(
  ports: Ports,
  { scope, actor }: RegionActor,
  wish: z.output<typeof personSchema>,
): Promise<Outcome<Person>> {
  return await administer(ports, { scope, actor }, async () => {
    const value = { id: base64Url(ports.randomBytes(16)), archivedAt: null, ...placed(wish) };
    if (!(await isWithin(ports, scope, value.districts))) return failed('not-found');
    const statements = [addPersonStatement(ports.db, scope, value, ports.now())];
    return {
      ok: true,
      value: { value, action: 'person-created', subject: value.id, before: null, after: value, statements },
    };
  });
}

/** Changes a person. Nobody changes his own access: an administrator could lock everybody out. */
export async function changePerson(
  ports: Ports,
  { scope, actor }: RegionActor,
  id: string,
  change: z.output<typeof personChangeSchema>,
): Promise<Outcome<Person>> {
  return await administer(ports, { scope, actor }, async () => {
    const was = await readPerson(ports.db, scope, id);
    if (was === null) return failed('not-found');
    if (await isOwn(ports, { scope, actor }, id)) return failed('own-access');
    const value =
      'role' in change
        ? { ...was, ...placed(change) }
        : { ...was, archivedAt: change.isArchived ? (was.archivedAt ?? ports.now()) : null };
    if (!(await isWithin(ports, scope, value.districts))) return failed('not-found');
    const statements = [changePersonStatement(ports.db, scope, value)];
    return {
      ok: true,
      value: { value, action: 'person-changed', subject: id, before: was, after: value, statements },
    };
  });
}

function placed(wish: z.output<typeof personSchema>): Pick<Person, 'name' | 'role' | 'districts'> {
  return { name: wish.name, role: wish.role, districts: wish.role === 'operator' ? wish.districts : null };
}

async function isWithin(ports: Ports, scope: RegionScope, districts: Person['districts']): Promise<boolean> {
  return districts === null || (await areDistricts(ports.db, scope, districts));
}

async function isOwn(ports: Ports, { scope, actor }: RegionActor, person: string): Promise<boolean> {
  const token = await readToken(ports.db, scope, actor.tokenId);
  return token?.person === person;
}
