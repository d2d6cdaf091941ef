/** The norms by which the server judges a sending, and what they have to do with those of the workbook [SU6]. */
import { packContentHash } from '../../shared/sync/pack-hash.ts';
import type { Pack } from '../../shared/packs/pack.ts';
import type { JudgedBy, SubmitRequest } from '../../shared/sync/protocol.ts';
import type { DistrictScope } from '../store/scope.ts';
import type { Ports } from './ports.ts';
import { packFor } from './region-packs.ts';

export interface JudgingPack {
  readonly pack: Pack;
  readonly judgedBy: JudgedBy;
}

/** What the region has published under that id counts before the pack that the workbook's own one is made from. */
export async function judgingPack(
  ports: Pick<Ports, 'db'>,
  scope: DistrictScope,
  { pack: id, ownPack, asOf }: Pick<SubmitRequest, 'pack' | 'ownPack' | 'asOf'>,
): Promise<JudgingPack | null> {
  const named = await packFor(ports, scope, id, asOf);
  const pack = named ?? (ownPack === undefined ? null : await packFor(ports, scope, ownPack.base, asOf));
  if (pack === null) return null;
  const isSame = ownPack === undefined || (named !== null && (await packContentHash(named)) === ownPack.hash);
  const norms = isSame ? 'same' : named === null ? 'base' : 'published';
  return { pack, judgedBy: { pack: pack.id, title: pack.title, norms } };
}
