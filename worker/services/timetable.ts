/** What the timetable does each morning: the look-ahead of every register that was sent. */
import { dayOfIso } from '../../shared/domain/day.ts';
import { keepDigest, listRegionIds, liveRows, sentRegisters } from '../store/ahead-store.ts';
import { readRegionPlace } from '../store/region-store.ts';
import { districtScope, registerScope, type DistrictScope } from '../store/scope.ts';
import { digestOf } from './digest.ts';
import type { Ports } from './ports.ts';
import { packFor } from './region-packs.ts';

export interface TimetableRun {
  readonly registers: number;
  /** Registers whose norms the server does not know any more, or whose rows it could not look through. */
  readonly failed: number;
}

type Needs = Pick<Ports, 'db' | 'now'>;

/** Makes the digests anew. One register that fails does not keep the others from theirs. */
export async function lookAheadEverywhere(ports: Needs): Promise<TimetableRun> {
  let registers = 0;
  let failed = 0;
  for (const regionId of await listRegionIds(ports.db)) {
    const place = await readRegionPlace(ports.db, regionId);
    const ids = place?.districts.map(({ id }) => id) ?? [];
    for (const id of ids) {
      const scope = districtScope({ regionId, districts: null }, ids, id);
      if (scope === null) continue;
      for (const work of await sentRegisters(ports.db, scope)) {
        if (await lookAheadOne(ports, scope, work)) registers += 1;
        else failed += 1;
      }
    }
  }
  return { registers, failed };
}

async function lookAheadOne(
  ports: Needs,
  scope: DistrictScope,
  work: { readonly register: string; readonly pack: string },
): Promise<boolean> {
  const at = ports.now();
  const day = new Date(at).toISOString().slice(0, 10);
  const asOf = dayOfIso(day);
  const pack = await packFor(ports, scope, work.pack, day);
  if (pack === null || asOf === null) return false;
  const register = registerScope(scope, work.register);
  try {
    const digest = digestOf(await liveRows(ports.db, register), { pack, asOf });
    await keepDigest(ports.db, register, { at, digest: JSON.stringify(digest) });
    return true;
  } catch {
    return false;
  }
}
