/**
 * What the timetable does each morning for every register that was sent: the look-ahead, and how it keeps the norms. The
 * latter is counted when a register is judged; counted anew it also holds for rows that came without a judgement since,
 * and for norms that the region has published since.
 */
import { dayOfIso, isoOf } from '../../shared/domain/day.ts';
import {
  keepDigest,
  listRegionIds,
  readLive,
  sentRegisters,
  type LiveRegister,
  type SentRegister,
} from '../store/ahead-store.ts';
import { readRegionPlace } from '../store/region-store.ts';
import { readSetting, setSetting } from '../store/setting-store.ts';
import { districtScope, registerScope, type DistrictScope, type RegisterScope } from '../store/scope.ts';
import { normStatements } from '../store/submission-store.ts';
import { digestOf } from './digest.ts';
import { isCountedKind } from './facts-of-rows.ts';
import { wireRows } from './kept-rows.ts';
import { dayAt } from './moscow-day.ts';
import { normCounts } from './norm-counts.ts';
import type { Ports } from './ports.ts';
import { packFor } from './region-packs.ts';

export interface TimetableRun {
  readonly registers: number;
  /** Registers whose norms the server does not know any more; registers and districts that it could not look through. */
  readonly failed: number;
}

type Needs = Pick<Ports, 'db' | 'now'>;

/** Names the district that was begun last. */
const BEGUN = 'look-ahead-begun';

/**
 * Makes the digests anew. A register or district that fails does not keep the others from theirs. Each district is noted
 * before it is begun, and the next run goes on behind it: where the platform ends a run, it does so for that one alone.
 */
export async function lookAheadEverywhere(ports: Needs): Promise<TimetableRun> {
  const places = await workingDistricts(ports);
  const begun = (await readSetting(ports.db, BEGUN)) ?? '';
  const behind = places.findIndex(({ districtId }) => districtId > begun);
  const start = Math.max(behind, 0);
  let registers = 0;
  let failed = 0;
  for (const scope of [...places.slice(start), ...places.slice(0, start)]) {
    await setSetting(ports.db, BEGUN, scope.districtId);
    const run = await lookAheadDistrict(ports, scope);
    registers += run.registers;
    failed += run.failed;
  }
  return { registers, failed };
}

/** The districts of all regions, in the order of their ids. */
async function workingDistricts(ports: Needs): Promise<readonly DistrictScope[]> {
  const scopes: DistrictScope[] = [];
  for (const regionId of await listRegionIds(ports.db)) {
    const place = await readRegionPlace(ports.db, regionId);
    const ids = place?.districts.map(({ id }) => id) ?? [];
    scopes.push(...ids.flatMap((id) => districtScope({ regionId, districts: null }, ids, id) ?? []));
  }
  return scopes.toSorted((a, b) => (a.districtId < b.districtId ? -1 : 1));
}

async function lookAheadDistrict(ports: Needs, scope: DistrictScope): Promise<TimetableRun> {
  let registers = 0;
  let failed = 0;
  try {
    for (const work of await sentRegisters(ports.db, scope)) {
      if (await lookAheadOne(ports, scope, work)) registers += 1;
      else failed += 1;
    }
  } catch {
    failed += 1;
  }
  return { registers, failed };
}

async function lookAheadOne(ports: Needs, scope: DistrictScope, work: SentRegister): Promise<boolean> {
  const at = ports.now();
  const asOf = dayAt(at);
  const register = registerScope(scope, work.register);
  try {
    const pack = await packFor(ports, scope, work.pack, isoOf(asOf));
    if (pack === null) return false;
    const live = await readLive(ports.db, register);
    const digest = digestOf(live.rows, { pack, asOf });
    await keepDigest(ports.db, register, { at, digest: JSON.stringify(digest) });
    await recountNorms(ports, register, { live, work });
    return true;
  } catch {
    return false;
  }
}

/**
 * By the day of the last sending: what has not been sent since is not missing yet. Where the district has sent or been
 * judged meanwhile, nothing is written: that judgement is the newer one.
 */
async function recountNorms(
  ports: Needs,
  scope: RegisterScope,
  { live, work }: { readonly live: LiveRegister; readonly work: SentRegister },
): Promise<void> {
  const asOf = dayOfIso(work.asOf);
  const pack = await packFor(ports, scope, work.pack, work.asOf);
  if (asOf === null || pack === null) return;
  const counted = wireRows(live.rows.filter(({ kind }) => isCountedKind(kind)));
  const norms = normCounts(counted, { district: scope.districtId, asOf, pack });
  await ports.db.batch([...normStatements(ports.db, scope, norms, live.auditN)]);
}
