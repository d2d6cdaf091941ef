/** What the timetable reads and keeps: the rows of working registers, and the digest of what falls due. */
import * as z from 'zod';
import { MAX_REGISTERS } from '../../shared/sync/limits.ts';
import { rowsOf, type SqlDatabase } from './database.ts';
import { districtRowOf } from './district-head.ts';
import { LAST_SUBMISSION } from './register-store.ts';
import type { DistrictScope, RegisterScope } from './scope.ts';

const idRow = z.object({ id: z.string() });
const workRow = z.object({ register_id: z.string(), pack: z.string(), as_of: z.string() });
const liveRow = z.object({ id: z.string(), kind: z.string(), payload: z.string() });
const digestRow = z
  .object({ register_id: z.string(), at: z.number(), digest: z.string() })
  .transform(({ register_id, ...row }) => ({ register: register_id, ...row }));

const REGIONS = 'SELECT id FROM region ORDER BY id';
/** Registers that have been sent to the end, with the norms of the last sending. */
const WORK = `
  SELECT register.id AS register_id, last.pack, last.as_of FROM register
  JOIN ${LAST_SUBMISSION}
  WHERE register.district_id = ? AND register.retired_at IS NULL AND last.pack IS NOT NULL
  ORDER BY register.id LIMIT ${MAX_REGISTERS}`;
const LIVE = `
  SELECT id, kind, payload FROM register_row
  WHERE district_id = ? AND register_id = ? AND payload IS NOT NULL ORDER BY id`;
const AUDIT_N = 'SELECT audit_n FROM district WHERE id = ?';
const KEEP = `
  INSERT INTO look_ahead (district_id, register_id, at, digest) VALUES (?, ?, ?, ?)
  ON CONFLICT (district_id, register_id) DO UPDATE SET at = excluded.at, digest = excluded.digest`;
const DIGESTS = `
  SELECT look_ahead.register_id, look_ahead.at, look_ahead.digest FROM look_ahead
  JOIN register ON register.district_id = look_ahead.district_id AND register.id = look_ahead.register_id
  WHERE look_ahead.district_id = ? AND register.retired_at IS NULL ORDER BY look_ahead.register_id LIMIT ${MAX_REGISTERS}`;

/** Ids of all regions: for the timetable, which acts for nobody. */
export async function listRegionIds(db: SqlDatabase): Promise<readonly string[]> {
  return rowsOf(idRow, await db.prepare(REGIONS).all()).map(({ id }) => id);
}

export interface SentRegister {
  readonly register: string;
  /** Norms and day of the last sending. */
  readonly pack: string;
  readonly asOf: string;
}

/** The registers of a district that were sent to the end and are not closed, at most as many as a district may have. */
export async function sentRegisters(db: SqlDatabase, scope: DistrictScope): Promise<readonly SentRegister[]> {
  const rows = rowsOf(workRow, await db.prepare(WORK).bind(scope.districtId).all());
  return rows.map(({ register_id, pack, as_of }) => ({ register: register_id, pack, asOf: as_of }));
}

export interface LiveRegister {
  readonly rows: readonly z.output<typeof liveRow>[];
  /** Of the district: it moves on with each push and each sending. */
  readonly auditN: number;
}

/** The rows of a register that are not removed, and how far its district was then. */
export async function readLive(db: SqlDatabase, scope: RegisterScope): Promise<LiveRegister> {
  const [district, rows] = await db.batch([
    db.prepare(AUDIT_N).bind(scope.districtId),
    db.prepare(LIVE).bind(scope.districtId, scope.registerId),
  ]);
  const { audit_n } = districtRowOf(z.object({ audit_n: z.number() }), district);
  return { rows: rowsOf(liveRow, rows), auditN: audit_n };
}

/** Puts the look-ahead of a register in place of the one before. */
export async function keepDigest(
  db: SqlDatabase,
  scope: RegisterScope,
  { at, digest }: { readonly at: number; readonly digest: string },
): Promise<void> {
  await db.prepare(KEEP).bind(scope.districtId, scope.registerId, at, digest).run();
}

/** The look-aheads of a district's registers that are not closed, at most as many as a district may have. */
export async function readDigests(db: SqlDatabase, scope: DistrictScope) {
  return rowsOf(digestRow, await db.prepare(DIGESTS).bind(scope.districtId).all());
}
