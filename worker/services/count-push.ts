/** What a push adds to the counters of its register: the groups of rows it touches, before and after. */
import { counterChanges, type Counter } from '../../shared/reports/counters.ts';
import type { WireRow } from '../../shared/sync/rebuild-register.ts';
import type { SentKind } from '../../shared/privacy/travel.ts';
import type { WireValues } from '../../shared/sync/wire-values.ts';
import type { SqlDatabase } from '../store/database.ts';
import { readAllCaseRows, readCaseRows, type CaseKey, type CaseRow } from '../store/counter-store.ts';
import type { PushState } from '../store/push-store.ts';
import type { RegisterScope } from '../store/scope.ts';
import type { Change } from './decide-ops.ts';
import { countedOfRows, isCountedField, isCountedKind } from './facts-of-rows.ts';
import { wireRows } from './kept-rows.ts';

/** Pseudonyms by which other rows may belong to the case of a family or visit, as it was or becomes. */
export function caseKeysOf(kind: string, sides: readonly (WireValues | null)[]): readonly CaseKey[] {
  if (!isCountedKind(kind)) return [];
  return (['caseNo', 'applicant'] as const).flatMap((field) => {
    const values = new Set(sides.map((side) => side?.[field]));
    return [...values].flatMap((value) => (typeof value === 'string' ? [[field, value] as const] : []));
  });
}

/**
 * What the counters are to be increased by. A register that was never counted is counted as a whole. What hangs together
 * with rows that are changed or removed is read only where they are counted otherwise than before; whoever writes
 * meanwhile makes the push be decided anew [PU9].
 */
export async function countPush(
  db: SqlDatabase,
  scope: RegisterScope,
  changes: readonly Change[],
  { register: { isCounted }, casesOfNew }: Pick<PushState, 'register' | 'casesOfNew'>,
): Promise<readonly Counter[]> {
  const touching = changes.filter(
    (one) => isCountedKind(one.kind) && (!isCounted || one.fields.some((field) => isCountedField(one.kind, field))),
  );
  if (touching.length === 0 && isCounted) return [];
  const others = isCounted ? await othersOfCases(db, scope, touching, casesOfNew) : await readAllCaseRows(db, scope);
  const before = new Map(wireRows(others).map((row) => [row.id, row]));
  const after = new Map(before);
  for (const change of touching) {
    const { row: id } = change;
    const kind = change.kind as SentKind;
    if (change.before !== null) before.set(id, { id, kind, values: change.before });
    if (change.values === null) after.delete(id);
    else after.set(id, { id, kind, values: change.values });
  }
  const countedIn = (rows: ReadonlyMap<string, WireRow>) => countedOfRows([...rows.values()], scope.districtId);
  return counterChanges(isCounted ? countedIn(before) : [], countedIn(after));
}

async function othersOfCases(
  db: SqlDatabase,
  scope: RegisterScope,
  touching: readonly Change[],
  casesOfNew: readonly CaseRow[],
): Promise<readonly CaseRow[]> {
  if (touching.every(({ action }) => action === 'created')) return casesOfNew;
  const keys = touching.flatMap(({ kind, before, values }) => caseKeysOf(kind, [before, values]));
  const ids = touching.map(({ row }) => row);
  return await readCaseRows(db, scope, keys, ids);
}
