/** The counters of registers, and the rows that they are counted from. */
import { z } from 'zod';
import type { Counter, CounterMeasure } from '../../shared/reports/counters.ts';
import { jsonChunks, rowsOf, type SqlDatabase, type SqlStatement } from './database.ts';
import type { RegisterScope } from './scope.ts';

const caseRow = z.object({ id: z.string(), kind: z.string(), payload: z.string() });
export type CaseRow = z.infer<typeof caseRow>;

/**
 * Families and visits hang together by the pseudonyms they share. From row ids and pseudonyms (they never look alike)
 * the query goes from row to row until no new pseudonym turns up, and gives every live row on the way once: by its case
 * number, or by its applicant when it has none. Left to itself the planner reads the whole register through the primary
 * key, because it knows nothing of how long it is: hence the order of joins and the named indexes.
 */
const HANGING_TOGETHER = `
  WITH RECURSIVE
    start AS (SELECT value FROM json_each(?3)),
    pseudonym (value) AS (
      SELECT value FROM start
      UNION SELECT shown.value FROM start
        CROSS JOIN register_row ON district_id = ?1 AND register_id = ?2 AND register_row.id = start.value
        CROSS JOIN json_each(json_array(payload ->> '$.caseNo', payload ->> '$.applicant')) AS shown
        WHERE kind IN ('families', 'visits')
      UNION SELECT payload ->> '$.applicant' FROM pseudonym
        CROSS JOIN register_row INDEXED BY register_row_by_case
          ON district_id = ?1 AND register_id = ?2 AND payload ->> '$.caseNo' = pseudonym.value
        WHERE kind IN ('families', 'visits')
      UNION SELECT payload ->> '$.caseNo' FROM pseudonym
        CROSS JOIN register_row INDEXED BY register_row_by_applicant
          ON district_id = ?1 AND register_id = ?2 AND payload ->> '$.applicant' = pseudonym.value
        WHERE kind IN ('families', 'visits'))
  SELECT register_row.id, kind, payload FROM pseudonym
    CROSS JOIN register_row INDEXED BY register_row_by_case
      ON district_id = ?1 AND register_id = ?2 AND payload ->> '$.caseNo' = pseudonym.value
    WHERE kind IN ('families', 'visits')
  UNION ALL
  SELECT register_row.id, kind, payload FROM pseudonym
    CROSS JOIN register_row INDEXED BY register_row_by_applicant
      ON district_id = ?1 AND register_id = ?2 AND payload ->> '$.applicant' = pseudonym.value
    WHERE kind IN ('families', 'visits') AND payload ->> '$.caseNo' IS NULL`;

/** Gives the live families and visits that hang together with these rows and pseudonyms; for a batch that reads. */
export function caseStatements(
  db: SqlDatabase,
  scope: RegisterScope,
  starts: readonly string[],
): readonly SqlStatement[] {
  return jsonChunks(starts).map((part) => db.prepare(HANGING_TOGETHER).bind(scope.districtId, scope.registerId, part));
}

/** The rows of one of these statements. */
export function caseRowsOf(result: { readonly results: readonly unknown[] }): readonly CaseRow[] {
  return rowsOf(caseRow, result);
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
const MARK = 'UPDATE register SET is_counted = 1 WHERE district_id = ? AND id = ?';

/** Adds to the counters of a register, for the batch that changes its rows. */
export function counterStatements(
  db: SqlDatabase,
  { districtId, registerId }: RegisterScope,
  changes: readonly Counter[],
): readonly SqlStatement[] {
  return jsonChunks(changes).map((part) => db.prepare(ADD).bind(districtId, registerId, part));
}

/** Says that the counters of a register from before the counters stand for all its rows now. */
export function markCounted(db: SqlDatabase, { districtId, registerId }: RegisterScope): SqlStatement {
  return db.prepare(MARK).bind(districtId, registerId);
}
