/** Access keys of a region: made once, shown once, revoked for ever. */
import * as z from 'zod';
import { MS_PER_DAY } from '../../shared/domain/day.ts';
import { base64Url } from '../../shared/privacy/fingerprint.ts';
import { sha256Hex } from '../../shared/sync/audit-chain.ts';
import { failed, type Outcome } from '../../shared/sync/error-codes.ts';
import { idSchema } from '../../shared/sync/protocol.ts';
import { tokenOf } from '../../shared/sync/token-format.ts';
import { areDistricts } from '../store/district-store.ts';
import { readWorkingPerson } from '../store/person-store.ts';
import type { RegionScope } from '../store/scope.ts';
import { addTokenStatement, readToken, revokeTokenStatement, type NewToken } from '../store/token-store.ts';
import { administer, type RegionActor } from './administer.ts';
import { operatorSchema, regionWideSchema } from './people.ts';
import type { Ports } from './ports.ts';

const LONGEST_DAYS = 1_100;
export const validDaysSchema = z.number().int().min(1).max(LONGEST_DAYS);
const lasting = { validDays: validDaysSchema };

/**
 * A key of a person follows the person's role and districts. A key without a person has its own: an operator has
 * districts; the other roles see the whole region.
 */
export const newTokenSchema = z.union([
  z.strictObject({ person: idSchema, ...lasting }),
  operatorSchema.extend(lasting),
  regionWideSchema.extend(lasting),
]);

export interface IssuedToken {
  readonly id: string;
  /** Shown this once; only its hash is kept. */
  readonly token: string;
}

type Owner = Pick<NewToken, 'name' | 'role' | 'districts' | 'person'>;

/** A fresh key and what is kept of it. `bytes`: 32 that nobody can guess. */
export async function freshToken(
  ports: Ports,
  owner: Owner,
  days: number,
  bytes: Uint8Array = ports.randomBytes(32),
): Promise<{ readonly issued: IssuedToken; readonly kept: NewToken }> {
  const issued = { id: base64Url(ports.randomBytes(16)), token: tokenOf(bytes) };
  const createdAt = ports.now();
  const hash = await sha256Hex(issued.token);
  return { issued, kept: { ...owner, id: issued.id, hash, createdAt, expiresAt: createdAt + days * MS_PER_DAY } };
}

/** Makes a key. Districts and people outside the region are not found. */
export async function issueToken(
  ports: Ports,
  { scope, actor }: RegionActor,
  wish: z.output<typeof newTokenSchema>,
): Promise<Outcome<IssuedToken>> {
  return await administer(ports, { scope, actor }, async () => {
    const owner = await ownerOf(ports, scope, wish);
    if (owner === null) return failed('not-found');
    const { issued, kept } = await freshToken(ports, owner, wish.validDays);
    const { hash: _, ...after } = kept;
    const statements = [addTokenStatement(ports.db, scope, kept)];
    return {
      ok: true,
      value: { value: issued, action: 'key-issued', subject: issued.id, before: null, after, statements },
    };
  });
}

async function ownerOf(ports: Ports, scope: RegionScope, wish: z.output<typeof newTokenSchema>): Promise<Owner | null> {
  if ('person' in wish) {
    const person = await readWorkingPerson(ports.db, scope, wish.person);
    return person && { ...person, person: person.id };
  }
  const { name, role } = wish;
  if (role !== 'operator') return { name, role, districts: null };
  const { districts } = wish;
  return (await areDistricts(ports.db, scope, districts)) ? { name, role, districts } : null;
}

/** Ends a key of the region at once. Nobody ends his own: that would be the last administrator's mistake. */
export async function endToken(
  ports: Ports,
  { scope, actor }: RegionActor,
  id: string,
): Promise<Outcome<{ readonly id: string }>> {
  if (id === actor.tokenId) return failed('own-access');
  return await administer(ports, { scope, actor }, async () => {
    const token = await readToken(ports.db, scope, id);
    if (token === null) return failed('not-found');
    const at = ports.now();
    const before = { revokedAt: token.revokedAt };
    const after = { revokedAt: token.revokedAt ?? at };
    const statements = [revokeTokenStatement(ports.db, scope, id, at)];
    return { ok: true, value: { value: { id }, action: 'key-revoked', subject: id, before, after, statements } };
  });
}
