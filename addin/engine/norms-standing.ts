/** How the norms of the open workbook stand to those that the region has published. */
import { parseOwnPack, type OwnPack } from '../../shared/packs/own-pack.ts';
import { packContentHash } from '../../shared/sync/pack-hash.ts';
import type { ServedNorms } from '../../shared/sync/norms-wire.ts';
import type { SessionState } from './session-state.ts';

/**
 * `taken`: the workbook goes by them. `updated`: it went by norms of this name, and the region says otherwise now.
 * `differs`: it has norms of its own on the same base. `offered`: it goes by other norms.
 */
export interface PublishedStanding {
  readonly state: 'taken' | 'updated' | 'differs' | 'offered';
  readonly norms: Pick<ServedNorms, 'packId' | 'title' | 'revision' | 'validFrom'>;
  readonly own: OwnPack;
}

export interface NormsStanding {
  readonly published: readonly PublishedStanding[];
  /** The workbook goes by norms of its own that the region knows nothing of: the id of the pack they are made from. */
  readonly unknownWithBase: string | null;
}

type InUse = Pick<SessionState, 'packId' | 'ownPack'>;

/** Compares by what the norms say: workbook and region count revisions each for itself. */
export async function normsStanding(served: readonly ServedNorms[], inUse: InUse): Promise<NormsStanding> {
  const own = inUse.ownPack?.pack.id === inUse.packId ? inUse.ownPack : null;
  const hash = own && (await packContentHash(own.pack));
  const published = await Promise.all(
    served.map(async ({ content, ...norms }): Promise<readonly PublishedStanding[]> => {
      const parsed = parseOwnPack(content);
      if (!parsed.ok) return [];
      const isOnSameBase = own !== null && parsed.pack.id === inUse.packId;
      const isSame = isOnSameBase && (await packContentHash(parsed.pack)) === hash;
      const otherwise = own?.own.title === norms.title ? 'updated' : 'differs';
      return [{ state: isSame ? 'taken' : isOnSameBase ? otherwise : 'offered', norms, own: parsed.own }];
    }),
  );
  const isKnown = served.some(({ packId }) => packId === inUse.packId);
  return { published: published.flat(), unknownWithBase: own && !isKnown ? own.own.base : null };
}
