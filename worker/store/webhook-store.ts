/** Where regions want their digests, and what became of each. */
import * as z from 'zod';
import { rowsOf, type SqlDatabase, type SqlStatement } from './database.ts';
import type { RegionScope } from './scope.ts';

const hookRow = z.object({ url: z.string(), salt: z.string(), set_at: z.number() });
const deliveryRow = z.object({
  week: z.string(),
  id: z.string(),
  body: z.string(),
  state: z.enum(['waiting', 'delivered', 'failed']),
  attempts: z.number(),
  next_at: z.number(),
  last_at: z.number().nullable(),
  status: z.number().nullable(),
});
const digestRow = z.object({ district_id: z.string(), title: z.string(), digest: z.string().nullable() });

export type Webhook = z.infer<typeof hookRow>;
export type Delivery = z.infer<typeof deliveryRow>;

const READ = 'SELECT url, salt, set_at FROM webhook WHERE region_id = ?';
const SET = `
  INSERT INTO webhook (region_id, url, salt, set_at) VALUES (?, ?, ?, ?)
  ON CONFLICT (region_id) DO UPDATE SET url = excluded.url, salt = excluded.salt, set_at = excluded.set_at`;
const REMOVE = 'DELETE FROM webhook WHERE region_id = ?';
/** What a former address did not take is not sent to the next one; the next morning puts this week's digest in line anew. */
const GIVE_UP = "DELETE FROM webhook_delivery WHERE region_id = ? AND state <> 'delivered'";
const FIELDS = 'week, id, body, state, attempts, next_at, last_at, status';
const LATEST = `SELECT ${FIELDS} FROM webhook_delivery WHERE region_id = ? ORDER BY week DESC LIMIT 8`;
const ADD = `
  INSERT INTO webhook_delivery (region_id, week, id, body, state, next_at) VALUES (?, ?, ?, ?, 'waiting', ?)
  ON CONFLICT DO NOTHING`;
const HAS = 'SELECT count(*) AS n FROM webhook_delivery WHERE region_id = ? AND week = ?';
/** Taken before it is sent: two timetables that meet never send the same digest at once. */
const TAKE = `
  UPDATE webhook_delivery SET attempts = attempts + 1, next_at = ?2, last_at = ?3
  WHERE region_id = ?1 AND state = 'waiting' AND next_at <= ?3 RETURNING ${FIELDS}`;
const NOTE = `
  UPDATE webhook_delivery SET state = ?4, status = ?5, next_at = ?6 WHERE region_id = ?1 AND week = ?2 AND id = ?3`;
const DIGESTS = `
  SELECT district.id AS district_id, title, digest FROM district
  LEFT JOIN register ON register.district_id = district.id AND retired_at IS NULL
  LEFT JOIN look_ahead ON look_ahead.district_id = district.id AND look_ahead.register_id = register.id
  WHERE region_id = ? AND archived_at IS NULL ORDER BY title, district.id`;

/** The address of a region's digest; null when none is set. */
export async function readWebhook(db: SqlDatabase, { regionId }: RegionScope): Promise<Webhook | null> {
  return rowsOf(hookRow, await db.prepare(READ).bind(regionId).all())[0] ?? null;
}

/** Sets the address, or removes it with null. */
export function webhookStatements(
  db: SqlDatabase,
  { regionId }: RegionScope,
  hook: Webhook | null,
): readonly SqlStatement[] {
  const change =
    hook === null
      ? db.prepare(REMOVE).bind(regionId)
      : db.prepare(SET).bind(regionId, hook.url, hook.salt, hook.set_at);
  return [change, db.prepare(GIVE_UP).bind(regionId)];
}

/** The last eight digests, newest first. */
export async function readDeliveries(db: SqlDatabase, { regionId }: RegionScope): Promise<readonly Delivery[]> {
  return rowsOf(deliveryRow, await db.prepare(LATEST).bind(regionId).all());
}

/** Whether a week's digest stands in line already or has gone. */
export async function hasDelivery(db: SqlDatabase, { regionId }: RegionScope, week: string): Promise<boolean> {
  const [found] = rowsOf(z.object({ n: z.number() }), await db.prepare(HAS).bind(regionId, week).all());
  return (found?.n ?? 0) > 0;
}

/** Puts a digest in line; the first of a week stays. */
export async function addDelivery(
  db: SqlDatabase,
  { regionId }: RegionScope,
  { week, id, body, at }: { readonly week: string; readonly id: string; readonly body: string; readonly at: number },
): Promise<void> {
  await db.prepare(ADD).bind(regionId, week, id, body, at).run();
}

/** The digests that are due, each counted as tried; until `nextAt` nobody else takes them. */
export async function takeDeliveries(
  db: SqlDatabase,
  { regionId }: RegionScope,
  { now, nextAt }: { readonly now: number; readonly nextAt: number },
): Promise<readonly Delivery[]> {
  return rowsOf(deliveryRow, await db.prepare(TAKE).bind(regionId, nextAt, now).all());
}

/** Says what became of a digest, and when it is tried again; nothing of one that was given up meanwhile. */
export async function noteDelivery(
  db: SqlDatabase,
  { regionId }: RegionScope,
  note: Pick<Delivery, 'week' | 'id' | 'state' | 'status' | 'next_at'>,
): Promise<void> {
  await db.prepare(NOTE).bind(regionId, note.week, note.id, note.state, note.status, note.next_at).run();
}

/** The look-aheads of a region's districts: a row for each register, one with null for a district without. */
export async function readRegionDigests(db: SqlDatabase, { regionId }: RegionScope) {
  return rowsOf(digestRow, await db.prepare(DIGESTS).bind(regionId).all());
}
