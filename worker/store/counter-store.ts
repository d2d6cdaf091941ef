/** The counters of registers, and the rows that they are counted from. */
import * as z from 'zod';
import type { Counter, CounterMeasure } from '../../shared/reports/counters.ts';
import { jsonChunks, rowsOf, type SqlDatabase, type SqlStatement } from './database.ts';
import type { RegisterScope } from './scope.ts';

const caseRow = z.object({ id: z.string(), kind: z.string(), payload: z.string() });
export type CaseRow = z.infer<typeof caseRow>;

/** Rows of the register with a value in the field of an index. Whether they are excepted is seen in the index alone. */
const rowsWith = (field: CaseKey[0], value: string, index: string): string => `
  CROSS JOIN register_row INDEXED BY ${index}
    ON register_row.district_id = ?1 AND register_row.register_id = ?2
      AND register_row.payload ->> '$.${field}' = ${value}
      AND register_row.id NOT IN (SELECT value FROM json_each(?4))`;
const rowsByCase = (value: string): string => rowsWith('caseNo', value, 'register_row_by_case');
const rowsByApplicant = (value: string): string => rowsWith('applicant', value, 'register_row_by_applicant');
const MET_BEFORE = `
  met CROSS JOIN register_row AS known
    ON known.district_id = ?1 AND known.register_id = ?2 AND known.id = met.id AND known.kind IN ('families', 'visits')`;

/**
 * Families and visits hang together by case number or applicant. From some pseudonyms the query goes from row to row
 * until it meets no new one, and gives every live row on the way once. Left to itself the planner reads the whole
 * register through the primary key, because it knows nothing of how long it is: hence the order of joins and the named
 * indexes.
 */
const HANGING_TOGETHER = `
  WITH RECURSIVE
    own (field, value) AS (SELECT value ->> 0, value ->> 1 FROM json_each(?3)),
    met (id) AS (
      SELECT register_row.id FROM own ${rowsByCase('own.value')} WHERE field = 'caseNo'
      UNION SELECT register_row.id FROM own ${rowsByApplicant('own.value')} WHERE field = 'applicant'
      UNION SELECT register_row.id FROM ${MET_BEFORE} ${rowsByCase("known.payload ->> '$.caseNo'")}
      UNION SELECT register_row.id FROM ${MET_BEFORE} ${rowsByApplicant("known.payload ->> '$.applicant'")})
  SELECT register_row.id, kind, payload FROM met
    CROSS JOIN register_row ON district_id = ?1 AND register_id = ?2 AND register_row.id = met.id
    WHERE kind IN ('families', 'visits')`;

/** A pseudonym, and the field that it stands in. */
export type CaseKey = readonly ['caseNo' | 'applicant', string];

/**
 * Gives the live families and visits that hang together with these pseudonyms, `except` for some rows of one push, for a
 * batch that reads. More pseudonyms than one bound value holds are looked up apart, which only gives rows too often.
 */
export function caseStatements(
  db: SqlDatabase,
  { districtId, registerId }: RegisterScope,
  keys: readonly CaseKey[],
  except: readonly string[] = [],
): readonly SqlStatement[] {
  const [ids = '[]', ...more] = jsonChunks(except);
  if (more.length > 0) throw new Error('the ids of one push fit into one bound value');
  return jsonChunks(keys).map((part) => db.prepare(HANGING_TOGETHER).bind(districtId, registerId, part, ids));
}

/** The rows of these statements. */
export function caseRowsOf(results: readonly { readonly results: readonly unknown[] }[]): readonly CaseRow[] {
  return results.flatMap((result) => rowsOf(caseRow, result));
}

/** The same, read at once. */
export async function readCaseRows(
  db: SqlDatabase,
  scope: RegisterScope,
  keys: readonly CaseKey[],
  except: readonly string[],
): Promise<readonly CaseRow[]> {
  const statements = caseStatements(db, scope, keys, except);
  return statements.length === 0 ? [] : caseRowsOf(await db.batch([...statements]));
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
