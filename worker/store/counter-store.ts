/** The counters of registers, and the rows that they are counted from. */
import * as z from 'zod';
import type { Counter, CounterMeasure } from '../../shared/reports/counters.ts';
import { jsonChunks, rowsOf, type SqlDatabase, type SqlStatement } from './database.ts';
import type { RegisterScope } from './scope.ts';

const caseRow = z.object({ id: z.string(), kind: z.string(), payload: z.string() });
export type CaseRow = z.infer<typeof caseRow>;

const IS_NOT_PUSHED = 'register_row.id NOT IN (SELECT value FROM json_each(?4))';
/**
 * Families and visits hang together by case number or applicant. From the pushed rows and pseudonyms the query goes from
 * row to row until no new pseudonym turns up, and gives every other live row on the way once: by its case number, or by
 * its applicant when it has none. Left to itself the planner reads the whole register through the primary key, because
 * it knows nothing of how long it is: hence the order of joins and the named indexes.
 */
const HANGING_TOGETHER = `
  WITH RECURSIVE shared (field, value) AS (
    SELECT value ->> 0, value ->> 1 FROM json_each(?3)
    UNION SELECT shown.key, shown.value FROM json_each(?4) AS pushed
      CROSS JOIN register_row ON district_id = ?1 AND register_id = ?2 AND register_row.id = pushed.value
      CROSS JOIN json_each(json_object('caseNo', payload ->> '$.caseNo', 'applicant', payload ->> '$.applicant')) AS shown
      WHERE kind IN ('families', 'visits')
    UNION SELECT 'applicant', payload ->> '$.applicant' FROM shared
      CROSS JOIN register_row INDEXED BY register_row_by_case
        ON district_id = ?1 AND register_id = ?2 AND payload ->> '$.caseNo' = shared.value
      WHERE field = 'caseNo' AND kind IN ('families', 'visits')
    UNION SELECT 'caseNo', payload ->> '$.caseNo' FROM shared
      CROSS JOIN register_row INDEXED BY register_row_by_applicant
        ON district_id = ?1 AND register_id = ?2 AND payload ->> '$.applicant' = shared.value
      WHERE field = 'applicant' AND kind IN ('families', 'visits'))
  SELECT register_row.id, kind, payload FROM shared
    CROSS JOIN register_row INDEXED BY register_row_by_case
      ON district_id = ?1 AND register_id = ?2 AND payload ->> '$.caseNo' = shared.value
    WHERE field = 'caseNo' AND kind IN ('families', 'visits') AND ${IS_NOT_PUSHED}
  UNION ALL
  SELECT register_row.id, kind, payload FROM shared
    CROSS JOIN register_row INDEXED BY register_row_by_applicant
      ON district_id = ?1 AND register_id = ?2 AND payload ->> '$.applicant' = shared.value
    WHERE field = 'applicant' AND kind IN ('families', 'visits') AND payload ->> '$.caseNo' IS NULL
      AND ${IS_NOT_PUSHED}`;

/** A pseudonym, and the field that it stands in. */
export type CaseKey = readonly ['caseNo' | 'applicant', string];

/**
 * Gives the other live families and visits that hang together with these rows and pseudonyms, for a batch that reads.
 * The largest push fits into one bound value of each; parts that are read apart only give rows too often.
 */
export function caseStatements(
  db: SqlDatabase,
  { districtId, registerId }: RegisterScope,
  { rowIds, keys }: { readonly rowIds: readonly string[]; readonly keys: readonly CaseKey[] },
): readonly SqlStatement[] {
  const ids = jsonChunks(rowIds);
  const pairs = jsonChunks(keys);
  return Array.from({ length: Math.max(ids.length, pairs.length) }, (_, part) =>
    db.prepare(HANGING_TOGETHER).bind(districtId, registerId, pairs[part] ?? '[]', ids[part] ?? '[]'),
  );
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
/** Made anew for the register: its curators are few beside its rows. */
const BUSY_CURATORS = `
  INSERT INTO curator_month (district_id, register_id, month, grown)
  SELECT ?1, ?2, month, sum(isBusy - wasBusy) FROM (
    SELECT month, isBusy, lag(isBusy, 1, 0) OVER (PARTITION BY value ORDER BY month) AS wasBusy FROM (
      SELECT value, month, sum(sum(stock)) OVER (PARTITION BY value ORDER BY month) > 0 AS isBusy
      FROM counter WHERE district_id = ?1 AND register_id = ?2 AND cut = 'curator' AND value <> '' GROUP BY value, month))
  WHERE true GROUP BY month
  ON CONFLICT (district_id, register_id, month) DO UPDATE SET grown = excluded.grown`;

/** Adds to the counters of a register, for the batch that changes its rows. */
export function counterStatements(
  db: SqlDatabase,
  { districtId, registerId }: RegisterScope,
  changes: readonly Counter[],
): readonly SqlStatement[] {
  const movesCurators = changes.some(({ cut, counts }) => cut === 'curator' && (counts.stock ?? 0) !== 0);
  return [
    ...jsonChunks(changes).map((part) => db.prepare(ADD).bind(districtId, registerId, part)),
    ...(movesCurators ? [db.prepare(BUSY_CURATORS).bind(districtId, registerId)] : []),
  ];
}
