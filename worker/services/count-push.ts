/** What a push adds to the counters of its register: the groups of rows it touches, before and after. */
import type { CaseFacts } from '../../shared/reports/case-facts.ts';
import { addCounters, counterChanges, type Counter } from '../../shared/reports/counters.ts';
import type { WireRow } from '../../shared/sync/rebuild-register.ts';
import type { WireValues } from '../../shared/sync/wire-values.ts';
import { isSentKind, type SentKind } from '../../shared/privacy/travel.ts';
import type { SqlDatabase } from '../store/database.ts';
import { readAllCaseRows, readCaseRows, type CaseRow } from '../store/counter-store.ts';
import type { RegisterScope } from '../store/scope.ts';
import type { Change } from './decide-ops.ts';
import { caseKeys, factsOfRows, isCountedKind } from './facts-of-rows.ts';

/** Counters do not depend on the day on which they are made. */
const ANY_DAY = 0;

/** What the counters are to be increased by. A register that was never counted is counted as a whole. */
export async function countPush(
  db: SqlDatabase,
  scope: RegisterScope,
  changes: readonly Change[],
  isCounted: boolean,
): Promise<readonly Counter[]> {
  const touching = changes.filter(({ kind }) => isCountedKind(kind));
  if (touching.length === 0 && isCounted) return [];
  const stored = isCounted ? await readTouched(db, scope, touching) : await readAll(db, scope);
  const after = new Map(stored);
  for (const { row, kind, values } of touching) {
    if (values === null) after.delete(row);
    else after.set(row, { id: row, kind: kind as SentKind, values });
  }
  const district = scope.districtId;
  return changesBetween(isCounted ? factsById(stored, district) : new Map(), factsById(after, district));
}

async function readAll(db: SqlDatabase, scope: RegisterScope): Promise<ReadonlyMap<string, WireRow>> {
  return new Map((await readAllCaseRows(db, scope)).map((row) => [row.id, wireRow(row)]));
}

/** All rows that hang together with the changed ones by pseudonyms, as they were before the push. */
async function readTouched(
  db: SqlDatabase,
  scope: RegisterScope,
  changes: readonly Change[],
): Promise<ReadonlyMap<string, WireRow>> {
  const rows = new Map<string, WireRow>();
  const asked = new Set<string>();
  let keys: string[] = [];
  for (const { row, kind, before, values } of changes) {
    if (before?.payload) rows.set(row, wireRow({ id: row, kind, payload: before.payload }));
    keys.push(...caseKeys({ values: values ?? {} }), ...caseKeys(rows.get(row) ?? { values: {} }));
  }
  while (keys.length > 0) {
    const wanted = [...new Set(keys)].filter((key) => !asked.has(key));
    for (const key of wanted) asked.add(key);
    const found = (await readCaseRows(db, scope, wanted)).map(wireRow);
    for (const row of found) rows.set(row.id, row);
    keys = found.flatMap(caseKeys).filter((key) => !asked.has(key));
  }
  return rows;
}

/** A row of the store as it came over the wire. */
export function wireRow({ id, kind, payload }: CaseRow): WireRow {
  const sent = kind as SentKind;
  if (!isSentKind(sent)) throw new Error('a row of a kind that is never sent');
  return { id, kind: sent, values: JSON.parse(payload) as WireValues };
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
