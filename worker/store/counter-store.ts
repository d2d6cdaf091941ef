/** The counters of registers, and the rows that they are counted from. */
import { z } from 'zod';
import type { Counter, CounterMeasure } from '../../shared/reports/counters.ts';
import { jsonChunks, rowsOf, type SqlDatabase, type SqlStatement } from './database.ts';
import type { RegisterScope } from './scope.ts';

const caseRow = z.object({ id: z.string(), kind: z.string(), payload: z.string() });
export type CaseRow = z.infer<typeof caseRow>;

/** Left to itself the planner reads the whole register through the primary key: it knows nothing of how long it is. */
const byKey = (index: string, path: string): string => `
  SELECT register_row.id, kind, payload FROM json_each(?3) AS wanted
  CROSS JOIN register_row INDEXED BY ${index}
    ON district_id = ?1 AND register_id = ?2 AND payload ->> '${path}' = wanted.value
  WHERE kind IN ('families', 'visits')`;
const BY_KEYS = [byKey('register_row_by_case', '$.caseNo'), byKey('register_row_by_applicant', '$.applicant')];

/** Live families and visits that have one of the pseudonyms, each once. */
export async function readCaseRows(
  db: SqlDatabase,
  scope: RegisterScope,
  keys: readonly string[],
): Promise<readonly CaseRow[]> {
  const parts = jsonChunks(keys).flatMap((part) =>
    BY_KEYS.map((sql) => db.prepare(sql).bind(scope.districtId, scope.registerId, part)),
  );
  if (parts.length === 0) return [];
  const found = (await db.batch(parts)).flatMap((result) => rowsOf(caseRow, result));
  return [...new Map(found.map((row) => [row.id, row])).values()];
}

const ALL = `
  SELECT id, kind, payload FROM register_row
  WHERE district_id = ? AND register_id = ? AND payload IS NOT NULL AND kind IN ('families', 'visits')`;

/** All live families and visits of a register. */
export async function readAllCaseRows(db: SqlDatabase, scope: RegisterScope): Promise<readonly CaseRow[]> {
  return rowsOf(caseRow, await db.prepare(ALL).bind(scope.districtId, scope.registerId).all());
}

/** «in» and «out» are words of SQL: the columns are called otherwise. */
export const COLUMN_OF: Readonly<Record<CounterMeasure, string>> = {
  stock: 'stock',
  stockChildren: 'stockChildren',
  stockUnknown: 'stockUnknown',
  in: 'taken',
  out: 'removed',
  positive: 'positive',
  inChildren: 'takenChildren',
  outChildren: 'removedChildren',
  positiveChildren: 'positiveChildren',
  transferred: 'transferred',
  visits: 'visits',
};
const MEASURES = Object.entries(COLUMN_OF);

const ADD = `
  INSERT INTO counter (district_id, register_id, cut, month, level, value, ${MEASURES.map(([, name]) => name).join(', ')})
  SELECT ?1, ?2, value ->> 'cut', value ->> 'month', value ->> 'level', value ->> 'value',
    ${MEASURES.map(([measure]) => `coalesce(value ->> '$.counts.${measure}', 0)`).join(', ')}
  FROM json_each(?3) WHERE true
  ON CONFLICT (district_id, register_id, cut, month, level, value) DO UPDATE
  SET ${MEASURES.map(([, name]) => `${name} = ${name} + excluded.${name}`).join(', ')}`;
const MARK = 'UPDATE register SET is_counted = 1 WHERE district_id = ? AND id = ? AND is_counted = 0';

/** Adds to the counters of a register, for the batch that changes its rows. */
export function counterStatements(
  db: SqlDatabase,
  scope: RegisterScope,
  changes: readonly Counter[],
): readonly SqlStatement[] {
  const { districtId, registerId } = scope;
  const parts = jsonChunks(changes).map((part) => db.prepare(ADD).bind(districtId, registerId, part));
  return [...parts, db.prepare(MARK).bind(districtId, registerId)];
}
