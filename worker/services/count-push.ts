/** What a push adds to the counters of its register: the groups of rows it touches, before and after. */
import type { CaseFacts } from '../../shared/reports/case-facts.ts';
import { addCounters, counterChanges, type Counter } from '../../shared/reports/counters.ts';
import type { WireRow } from '../../shared/sync/rebuild-register.ts';
import type { SentKind } from '../../shared/privacy/travel.ts';
import type { SqlDatabase } from '../store/database.ts';
import { readAllCaseRows } from '../store/counter-store.ts';
import type { PushState, StoredRow } from '../store/push-store.ts';
import type { RegisterScope } from '../store/scope.ts';
import type { Change } from './decide-ops.ts';
import { factsOfRows, isCountedField, isCountedKind } from './facts-of-rows.ts';
import { wireRows, type KeptRow } from './kept-rows.ts';

/** Counters do not depend on the day on which they are made. */
const ANY_DAY = 0;

/** What the counters are to be increased by. A register that was never counted is counted as a whole. */
export async function countPush(
  db: SqlDatabase,
  scope: RegisterScope,
  changes: readonly Change[],
  { register: { isCounted }, rows: pushed, cases }: Pick<PushState, 'register' | 'rows' | 'cases'>,
): Promise<readonly Counter[]> {
  const touching = changes.filter((one) => isCountedKind(one.kind) && (!isCounted || one.fields.some(isCountedField)));
  if (touching.length === 0 && isCounted) return [];
  const rows = isCounted
    ? [...pushed.values(), ...cases.values()].filter(isLiveCase)
    : await readAllCaseRows(db, scope);
  const stored = new Map(isCounted ? storedBefore(touching) : []);
  for (const row of wireRows(rows.filter(({ id }) => !stored.has(id)))) stored.set(row.id, row);
  const after = new Map(stored);
  for (const { row, kind, values } of touching) {
    if (values === null) after.delete(row);
    else after.set(row, { id: row, kind: kind as SentKind, values });
  }
  const district = scope.districtId;
  return changesBetween(isCounted ? factsById(stored, district) : new Map(), factsById(after, district));
}

function isLiveCase(row: Omit<StoredRow, 'version'>): row is KeptRow {
  return row.payload !== null && isCountedKind(row.kind);
}

/** What the push changes has been parsed already. */
function storedBefore(changes: readonly Change[]): readonly (readonly [string, WireRow])[] {
  return changes.flatMap(({ row, kind, before }) =>
    before === null ? [] : [[row, { id: row, kind: kind as SentKind, values: before }] as const],
  );
}

function factsById(rows: ReadonlyMap<string, WireRow>, district: string): ReadonlyMap<string, CaseFacts> {
  const facts = factsOfRows([...rows.values()], { district, asOf: ANY_DAY, hasJournal: true });
  return new Map(facts.map((one) => [one.id, one]));
}

function changesBetween(
  before: ReadonlyMap<string, CaseFacts>,
  after: ReadonlyMap<string, CaseFacts>,
): readonly Counter[] {
  const ids = new Set([...before.keys(), ...after.keys()]);
  return addCounters(
    [],
    [...ids].flatMap((id) => counterChanges(before.get(id) ?? null, after.get(id) ?? null)),
  );
}
