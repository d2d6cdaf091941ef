/** Access keys of a region: made once, shown once, revoked for ever. */
import { z } from 'zod';
import { base64Url } from '../../shared/privacy/fingerprint.ts';
import { sha256Hex } from '../../shared/sync/audit-chain.ts';
import { failed, type Outcome } from '../../shared/sync/error-codes.ts';
import { districtIdSchema } from '../../shared/sync/protocol.ts';
import { tokenOf } from '../../shared/sync/token-format.ts';
import type { RegionScope } from '../store/scope.ts';
import { addToken, revokeToken } from '../store/token-store.ts';
import type { Ports } from './ports.ts';

const LONGEST_DAYS = 1_100;
const MS_PER_DAY = 86_400_000;
const name = z.string().trim().min(1).max(60);
const validDays = z.number().int().min(1).max(LONGEST_DAYS);

/** An operator has districts; the other roles see the whole region. */
export const newTokenSchema = z.discriminatedUnion('role', [
  z.strictObject({
    role: z.literal('operator'),
    name,
    validDays,
    districts: z.array(districtIdSchema).min(1).max(200),
  }),
  z.strictObject({ role: z.enum(['admin', 'manager', 'auditor']), name, validDays }),
]);

export interface IssuedToken {
  readonly id: string;
  /** Shown this once; only its hash is kept. */
  readonly token: string;
}

/** Makes a key. Districts outside the region are not found. */
export async function issueToken(
  ports: Ports,
  scope: RegionScope,
  districtsOfRegion: readonly string[],
  wish: z.output<typeof newTokenSchema>,
): Promise<Outcome<IssuedToken>> {
  const districts = wish.role === 'operator' ? wish.districts : null;
  if (districts?.some((id) => !districtsOfRegion.includes(id))) return failed('not-found');
  const token = tokenOf(ports.randomBytes(32));
  const id = base64Url(ports.randomBytes(16));
  const createdAt = ports.now();
  const expiresAt = createdAt + wish.validDays * MS_PER_DAY;
  const hash = await sha256Hex(token);
  await addToken(ports.db, scope, { id, hash, name: wish.name, role: wish.role, districts, createdAt, expiresAt });
  return { ok: true, value: { id, token } };
}

/** Ends a key of the region at once. */
export async function endToken(
  ports: Ports,
  scope: RegionScope,
  id: string,
): Promise<Outcome<{ readonly id: string }>> {
  return (await revokeToken(ports.db, scope, id, ports.now())) ? { ok: true, value: { id } } : failed('not-found');
}
