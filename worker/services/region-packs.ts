/** The region's own norms: published by an administrator, served by date, used by the server's own check. */
import * as z from 'zod';
import { isoOf, type Day } from '../../shared/domain/day.ts';
import { ownPackText, parseOwnPack } from '../../shared/packs/own-pack.ts';
import type { Pack } from '../../shared/packs/pack.ts';
import { DEFAULT_PACK_ID, packById } from '../../shared/packs/packs.ts';
import { failed, type Outcome } from '../../shared/sync/error-codes.ts';
import type { PublishedNorms } from '../../shared/sync/norms-wire.ts';
import { addRegionPackStatement, districtPackOn, lastPublished, readRegionNorms } from '../store/region-pack-store.ts';
import type { DistrictScope, MemberScope } from '../store/scope.ts';
import { administer, type RegionActor } from './administer.ts';
import type { Ports } from './ports.ts';

export const newPackSchema = z.strictObject({
  validFrom: z.iso.date(),
  /** An own pack as the pane keeps it: base, title, differences. */
  pack: z.looseObject({ kurator: z.literal('pack') }),
});

/**
 * Publishes norms. They are read and tried whole first; norms with a mistake are never served. What was published last,
 * word for word and from the same day on, is not published again.
 */
export async function publishPack(
  ports: Ports,
  { scope, actor }: RegionActor,
  { validFrom, pack: given }: z.output<typeof newPackSchema>,
): Promise<Outcome<PublishedNorms>> {
  const parsed = parseOwnPack(JSON.stringify(given));
  if (!parsed.ok) return failed('pack-invalid');
  const packId = parsed.pack.id;
  return await administer(ports, { scope, actor }, async () => {
    const last = await lastPublished(ports.db, scope, packId);
    if (last !== null && last.validFrom === validFrom) {
      const { content, ...standing } = last;
      if (content === ownPackText({ ...parsed.own, revision: last.revision })) return { ok: true, value: { standing } };
    }
    const revision = (last?.revision ?? 0) + 1;
    const own = { ...parsed.own, revision };
    const value = { packId, revision, validFrom, title: own.title, publishedAt: ports.now() };
    const content = ownPackText(own);
    // The kept text is longer than the one that came, and must be as readable.
    if (!parseOwnPack(content).ok) return failed('pack-invalid');
    const statements = [addRegionPackStatement(ports.db, scope, { ...value, content })];
    const after = { ...value, content };
    return { ok: true, value: { value, action: 'pack-published', subject: packId, before: null, after, statements } };
  });
}

/** The norms of an id on a day: those of the product, or those that the district's region has published. */
export async function packFor(
  ports: Pick<Ports, 'db'>,
  scope: DistrictScope,
  id: string,
  day: string,
): Promise<Pack | null> {
  const own = packById(id);
  if (own !== undefined) return own;
  const published = await districtPackOn(ports.db, scope, id, day);
  const parsed = published === null ? null : parseOwnPack(published.content);
  return parsed?.ok ? parsed.pack : null;
}

/** The norms that a region's page speaks of, and their text where they are the region's own. */
export interface RegionNorms {
  readonly pack: Pack;
  readonly content: string | null;
}

/**
 * The norms of a region on a day: what it has published, or else those by which most of its registers were judged
 * last, or else the product's first.
 */
export async function regionNorms(ports: Pick<Ports, 'db'>, scope: MemberScope, day: Day): Promise<RegionNorms> {
  const { published, used } = await readRegionNorms(ports.db, scope, isoOf(day));
  const own = published === null ? null : parseOwnPack(published.content);
  if (published !== null && own?.ok) return { pack: own.pack, content: published.content };
  const pack = packById(used ?? DEFAULT_PACK_ID) ?? packById(DEFAULT_PACK_ID);
  if (pack === undefined) throw new Error('the first pack comes with the product');
  return { pack, content: null };
}
