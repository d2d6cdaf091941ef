/** The rows that begin a region: itself, its first administrator, and a key for him. */
import { randomBytes } from 'node:crypto';
import { MS_PER_DAY } from '../../shared/domain/day.ts';
import { base64Url } from '../../shared/privacy/fingerprint.ts';
import { sha256Hex } from '../../shared/sync/audit-chain.ts';
import { tokenOf } from '../../shared/sync/token-format.ts';
import type { BackupRow } from './backup-file.ts';

const KEY_DAYS = 90;

export interface NewRegion {
  readonly rows: readonly BackupRow[];
  /** The administrator's key: printed once, kept as a hash. */
  readonly token: string;
}

/** Rows of a region that does not exist yet. `now`: milliseconds since 1970. */
export async function newRegion(id: string, title: string, now: number): Promise<NewRegion> {
  const token = tokenOf(randomBytes(32));
  const [person, key] = [base64Url(randomBytes(16)), base64Url(randomBytes(16))];
  const who = { region_id: id, name: 'Администратор', role: 'admin', districts: null, created_at: now };
  const kept = {
    ...who,
    id: key,
    hash: await sha256Hex(token),
    person_id: person,
    expires_at: now + KEY_DAYS * MS_PER_DAY,
  };
  const rows = [
    { table: 'region', row: { id, title } },
    { table: 'person', row: { ...who, id: person } },
    { table: 'access_token', row: kept },
  ];
  return { rows, token };
}
