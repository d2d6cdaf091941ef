/** The norms that a region's page speaks of. */
import { parseOwnPack } from '../../../shared/packs/own-pack.ts';
import type { Pack } from '../../../shared/packs/pack.ts';
import { packById, PACKS } from '../../../shared/packs/packs.ts';
import type { Picture } from '../../../shared/sync/region-wire.ts';

/** The region's own where it has published some; a pack of another version of the product gives way to ours. */
export function pictureNorms({ id, content }: Picture['norms']): Pack {
  const own = content === null ? null : parseOwnPack(content);
  const pack = own?.ok ? own.pack : (packById(id) ?? PACKS[0]);
  if (pack === undefined) throw new Error('packs come with the product');
  return pack;
}
