/** Norms that a region has published. A revision never changes; a later one takes its place from its day on. */
import * as z from 'zod';
import type { PublishedNorms, ServedNorms } from '../../shared/sync/norms-wire.ts';
import { rowsOf, type SqlDatabase, type SqlStatement } from './database.ts';
import { LAST_SUBMISSION } from './register-store.ts';
import type { DistrictScope, MemberScope, RegionScope } from './scope.ts';

const published = {
  pack_id: z.string(),
  revision: z.number(),
  valid_from: z.string(),
  title: z.string(),
  published_at: z.number(),
};
const publishedRow = z.object(published).transform(publishedOf);
const servedRow = z
  .object({ ...published, content: z.string() })
  .transform(({ content, ...row }) => ({ ...publishedOf(row), content }));

function publishedOf(row: z.output<z.ZodObject<typeof published>>): PublishedNorms {
  const { pack_id, revision, valid_from, title, published_at } = row;
  return { packId: pack_id, revision, validFrom: valid_from, title, publishedAt: published_at };
}

const COLUMNS = 'pack_id, revision, valid_from, title, published_at';
const ALL = `
  SELECT ${COLUMNS} FROM region_pack WHERE region_id = ? ORDER BY pack_id, revision DESC LIMIT 500`;
const LAST = `
  SELECT ${COLUMNS}, content FROM region_pack WHERE region_id = ? AND pack_id = ? ORDER BY revision DESC LIMIT 1`;
const ADD = `
  INSERT INTO region_pack (region_id, pack_id, revision, valid_from, title, content, published_at)
  VALUES (?, ?, ?, ?, ?, ?, ?)`;
/** Of each pack the one revision that counts on the day: begun last, and published last of those. */
const ON_DAY = `
  SELECT ${COLUMNS}, content FROM region_pack AS one WHERE region_id = ?1 AND revision = (
    SELECT revision FROM region_pack AS other
    WHERE other.region_id = ?1 AND other.pack_id = one.pack_id AND other.valid_from <= ?2
    ORDER BY valid_from DESC, revision DESC LIMIT 1)
  ORDER BY pack_id`;
const OF_DISTRICT = `
  SELECT ${COLUMNS}, content FROM region_pack
  WHERE region_id = (SELECT region_id FROM district WHERE id = ?1) AND pack_id = ?2 AND valid_from <= ?3
  ORDER BY valid_from DESC, revision DESC LIMIT 1`;

/** Of several packs that count on the day, the one published last. */
const IN_FORCE = `
  SELECT ${COLUMNS}, content FROM region_pack WHERE region_id = ?1 AND valid_from <= ?2
  ORDER BY published_at DESC, valid_from DESC, revision DESC LIMIT 1`;
/** The norms by which most registers of a region were judged last. */
const USED = `
  SELECT last.pack AS pack FROM district
  JOIN register ON register.district_id = district.id AND register.retired_at IS NULL
  JOIN ${LAST_SUBMISSION}
  WHERE region_id = ? AND last.pack IS NOT NULL GROUP BY 1 ORDER BY count(*) DESC, 1 LIMIT 1`;

/** What a region says of its norms: its own that count on a day (ISO), and the id that its registers use most. */
export async function readRegionNorms(
  db: SqlDatabase,
  scope: MemberScope,
  day: string,
): Promise<{ readonly published: ServedNorms | null; readonly used: string | null }> {
  const [published, used] = await db.batch([
    db.prepare(IN_FORCE).bind(scope.memberOf, day),
    db.prepare(USED).bind(scope.memberOf),
  ]);
  const usedRow = z.object({ pack: z.string() });
  return { published: rowsOf(servedRow, published)[0] ?? null, used: rowsOf(usedRow, used)[0]?.pack ?? null };
}

/** Every revision, without its content. */
export async function listRegionPacks(db: SqlDatabase, scope: RegionScope): Promise<readonly PublishedNorms[]> {
  return rowsOf(publishedRow, await db.prepare(ALL).bind(scope.regionId).all());
}

/** The packs that count on a day (ISO). */
export async function regionPacksOn(db: SqlDatabase, scope: MemberScope, day: string): Promise<readonly ServedNorms[]> {
  return rowsOf(servedRow, await db.prepare(ON_DAY).bind(scope.memberOf, day).all());
}

/** The pack of an id that counts in a district on a day (ISO); null when the region has published none. */
export async function districtPackOn(
  db: SqlDatabase,
  scope: DistrictScope,
  packId: string,
  day: string,
): Promise<ServedNorms | null> {
  return rowsOf(servedRow, await db.prepare(OF_DISTRICT).bind(scope.districtId, packId, day).all())[0] ?? null;
}

/** The revision of a pack that the region has published last; null before the first. */
export async function lastPublished(db: SqlDatabase, scope: RegionScope, packId: string): Promise<ServedNorms | null> {
  return rowsOf(servedRow, await db.prepare(LAST).bind(scope.regionId, packId).all())[0] ?? null;
}

/** Publishes a revision, for the batch that says so in the audit. Fails where the revision is taken. */
export function addRegionPackStatement(db: SqlDatabase, scope: RegionScope, pack: ServedNorms): SqlStatement {
  const { packId, revision, validFrom, title, content, publishedAt } = pack;
  return db.prepare(ADD).bind(scope.regionId, packId, revision, validFrom, title, content, publishedAt);
}
