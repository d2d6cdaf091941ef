/** By when a period has to be handed in: the day that the region has set, or the usual one. */
import { dayOfIso } from '../../shared/domain/day.ts';
import { deadlineIso, reportPeriod, type ReportPeriod } from '../../shared/reports/report-period.ts';
import type { Deadline, NewDeadline } from '../../shared/sync/deadline-wire.ts';
import { failed, type Outcome } from '../../shared/sync/error-codes.ts';
import { deadlineStatement, readDeadline } from '../store/deadline-store.ts';
import type { MemberScope } from '../store/scope.ts';
import { administer, type RegionActor } from './administer.ts';
import type { Ports } from './ports.ts';
import { regionNorms, type RegionNorms } from './region-packs.ts';

export interface DuePeriod {
  readonly period: ReportPeriod;
  /** The region has set the day. */
  readonly isSet: boolean;
  /** The norms of the region on the period's last day. */
  readonly norms: RegionNorms;
}

/** The period of a key with its deadline; `body-malformed` for a key that is none. */
export async function duePeriod(
  ports: Pick<Ports, 'db'>,
  scope: MemberScope,
  key: string,
): Promise<Outcome<DuePeriod>> {
  const plain = reportPeriod(key);
  if (plain === null) return failed('body-malformed');
  const [set, norms] = await Promise.all([readDeadline(ports.db, scope, key), regionNorms(ports, scope, plain.to)]);
  const setDay = set === null ? null : dayOfIso(set);
  const period = reportPeriod(key, { setDay, calendar: norms.pack.calendar }) ?? plain;
  return { ok: true, value: { period, isSet: setDay !== null, norms } };
}

/** The last day for handing in a period; `body-malformed` for a key that names none. */
export async function deadline(ports: Ports, scope: MemberScope, key: string): Promise<Outcome<Deadline>> {
  const due = await duePeriod(ports, scope, key);
  if (!due.ok) return due;
  return { ok: true, value: { period: key, day: deadlineIso(due.value.period), isSet: due.value.isSet } };
}

interface Setter extends RegionActor {
  /** The same region, for what everybody of it may read. */
  readonly member: MemberScope;
}

/** Sets the day of a period, or lets it go for null. A day before the period has ended is refused. */
export async function setDeadline(
  ports: Ports,
  { scope, member, actor }: Setter,
  { period: key, day }: NewDeadline,
): Promise<Outcome<Deadline>> {
  const period = reportPeriod(key);
  const asDay = day === null ? null : dayOfIso(day);
  if (period === null || (asDay !== null && asDay <= period.to)) return failed('body-malformed');
  const set = await administer(ports, { scope, actor }, async () => {
    const before = await readDeadline(ports.db, member, key);
    const statements = [deadlineStatement(ports.db, scope, { period: key, day })];
    const deed = { value: null, action: 'deadline-set', subject: key, statements } as const;
    return { ok: true, value: { ...deed, before: { day: before }, after: { day } } };
  });
  return set.ok ? await deadline(ports, member, key) : set;
}
