/**
 * What the timetable removes when its term is over. Rows go by ordinary pushes of its own, so that each has its audit
 * row, the counters follow and workbooks learn of it; frozen copies, tombstones and kept answers go with one audit row.
 */
import { addMonths } from '../../shared/calendar/month-arithmetic.ts';
import { isoOf, MS_PER_DAY } from '../../shared/domain/day.ts';
import { base64Url } from '../../shared/privacy/fingerprint.ts';
import { MAX_OPS, PROTOCOL } from '../../shared/sync/limits.ts';
import { listRegionIds } from '../store/ahead-store.ts';
import { listDistricts } from '../store/district-store.ts';
import {
  forgetFindings,
  readExpired,
  readWaning,
  writeWaned,
  type ExpiredRow,
  type Terms,
} from '../store/retention-store.ts';
import { districtScope, registerScope, regionScope, type DistrictScope } from '../store/scope.ts';
import { untilFirst } from './attempts.ts';
import { auditLink } from './audit-link.ts';
import { dayAt } from './moscow-day.ts';
import type { Actor, Ports } from './ports.ts';
import { push } from './push.ts';

/** Who stands in the audit for what the timetable does. */
const TIMETABLE: Actor = { tokenId: 'timetable', entersClosed: true };
const CLIENT = 'timetable'.padEnd(22, '_');
const REASON = 'срок хранения';

/**
 * For tombstones and kept answers. A workbook that was away for longer looks at all rows anew; a push that somebody
 * repeats after so long is stopped by the versions of its rows.
 */
const BOOKKEEPING_DAYS = 400;
/** Rows of one district in one night at most: the rest goes in the next. */
const MOST_ROWS = 4 * MAX_OPS;

export interface RetentionRun {
  /** Rows whose values were removed. */
  erased: number;
  /** Frozen copies of registers that were handed in. */
  frozen: number;
  tombstones: number;
  answers: number;
  /** Districts that could not be looked through to the end. */
  failed: number;
}

/** Years from KEEP_YEARS; null when it is not set: then nothing is removed for its age but bookkeeping. */
export function keepYears(setting: string | undefined): number | null {
  if (setting === undefined || setting === '') return null;
  const years = Number(setting);
  if (!Number.isInteger(years) || years < 1 || years > 75) throw new Error('KEEP_YEARS must be a number from 1 to 75');
  return years;
}

/** Goes through all districts, archived ones too. One district that fails does not keep the others from their turn. */
export async function keepToTerms(ports: Ports, years: number | null): Promise<RetentionRun> {
  const run: RetentionRun = { erased: 0, frozen: 0, tombstones: 0, answers: 0, failed: 0 };
  for (const regionId of await listRegionIds(ports.db)) {
    const reach = { regionId, districts: null };
    const region = regionScope(reach);
    const ids = region === null ? [] : (await listDistricts(ports.db, region)).map(({ id }) => id);
    for (const id of ids) {
      const scope = districtScope(reach, ids, id);
      if (scope !== null && !(await keepDistrict(ports, scope, { years, run }))) run.failed += 1;
    }
  }
  return run;
}

async function keepDistrict(
  ports: Ports,
  scope: DistrictScope,
  { years, run }: { readonly years: number | null; readonly run: RetentionRun },
): Promise<boolean> {
  try {
    const before = years === null ? null : termBefore(ports.now(), years);
    if (before !== null) run.erased += await eraseExpired(ports, scope, before);
    return await prune(ports, scope, { frozenBefore: before?.ms ?? null, run });
  } catch {
    return false;
  }
}

interface Moment {
  readonly ms: number;
  readonly day: string;
}

function termBefore(now: number, years: number): Moment {
  const day = isoOf(addMonths(dayAt(now), -12 * years));
  return { ms: Date.parse(day), day };
}

async function eraseExpired(ports: Ports, scope: DistrictScope, before: Moment): Promise<number> {
  let erased = 0;
  const expired = await readExpired(ports.db, scope, before, MOST_ROWS);
  for (const [register, rows] of Map.groupBy(expired, (row) => row.register)) {
    for (let start = 0; start < rows.length; start += MAX_OPS) {
      erased += await erase(ports, { scope, register }, rows.slice(start, start + MAX_OPS));
    }
  }
  return erased;
}

async function erase(
  ports: Ports,
  { scope, register }: { readonly scope: DistrictScope; readonly register: string },
  rows: readonly ExpiredRow[],
): Promise<number> {
  const place = registerScope(scope, register);
  const ops = rows.map(({ id, version }) => ({ op: 'delete', row: id, baseVersion: version, reason: REASON }) as const);
  const request = {
    protocol: PROTOCOL,
    client: CLIENT,
    pushId: base64Url(ports.randomBytes(16)),
    epoch: null,
    ops: [...ops],
  };
  // Before the rows: once these are gone, nobody looks for what was found in them.
  await forgetFindings(
    ports.db,
    place,
    rows.map(({ id }) => id),
  );
  const answer = await push(ports, place, TIMETABLE, request);
  if (!answer.ok) throw new Error(answer.error.code);
  // A row that somebody changed meanwhile is looked at again tomorrow.
  return answer.value.outcomes.filter(({ outcome }) => outcome === 'applied').length;
}

async function prune(
  ports: Ports,
  scope: DistrictScope,
  { frozenBefore, run }: { readonly frozenBefore: number | null; readonly run: RetentionRun },
): Promise<boolean> {
  const now = ports.now();
  const terms: Terms = { frozenBefore, bookkeepingBefore: now - BOOKKEEPING_DAYS * MS_PER_DAY };
  const pruned = await untilFirst(ports, async () => {
    const waning = await readWaning(ports.db, scope, terms);
    const { head, frozen, tombstones, answers } = waning;
    if (frozen + tombstones + answers === 0) return { ok: true, value: waning };
    const reason = `frozen copies ${frozen}, tombstones ${tombstones}, kept answers ${answers}`;
    const link = await auditLink(scope, head, { actor: TIMETABLE, at: now }, { action: 'pruned', reason });
    await writeWaned(ports.db, scope, { waning, terms, link });
    return { ok: true, value: waning };
  });
  if (!pruned.ok) return false;
  run.frozen += pruned.value.frozen;
  run.tombstones += pruned.value.tombstones;
  run.answers += pruned.value.answers;
  return true;
}
