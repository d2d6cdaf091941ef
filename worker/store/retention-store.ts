/** What the timetable finds past its term, and the statements that remove it. */
import * as z from 'zod';
import type { ChainLink } from '../../shared/sync/audit-chain.ts';
import { jsonChunks, rowsOf, type SqlDatabase } from './database.ts';
import {
  auditStatements,
  districtRowOf,
  HEAD_COLUMNS,
  headFields,
  headOf,
  type DistrictHead,
} from './district-head.ts';
import type { DistrictScope, RegisterScope } from './scope.ts';

const expiredRow = z.object({ register_id: z.string(), id: z.string(), version: z.number() });
const waneRow = z.object({
  ...headFields,
  frozen: z.number(),
  tombstones: z.number(),
  horizon: z.number(),
  answers: z.number(),
});

/**
 * Rows of closed registers; families closed before the day, and with them the rows of the same case, unless another
 * family of that case goes on. A row belongs to a case by its number, or by the applicant when it has none. «?» and «*»
 * are no days. Families come last: what belongs to them is known by them, also in the night after a full one.
 */
const EXPIRED = `
  WITH family AS MATERIALIZED (
    SELECT register_id, id, payload ->> '$.caseNo' AS case_no, payload ->> '$.applicant' AS applicant,
      coalesce(payload ->> '$.closedOn' GLOB '[12]*' AND payload ->> '$.closedOn' < ?3, 0) AS is_past
    FROM register_row WHERE district_id = ?1 AND kind = 'families' AND payload IS NOT NULL),
  past AS MATERIALIZED (
    SELECT register_id, 'caseNo' AS field, case_no AS value FROM family
    WHERE case_no IS NOT NULL GROUP BY register_id, case_no HAVING min(is_past) = 1
    UNION ALL SELECT register_id, 'applicant', applicant FROM family
    WHERE applicant IS NOT NULL GROUP BY register_id, applicant HAVING min(is_past) = 1)
  SELECT register_row.register_id, register_row.id, version FROM register_row
  JOIN register ON register.district_id = ?1 AND register.id = register_row.register_id
  WHERE register_row.district_id = ?1 AND payload IS NOT NULL AND (
    retired_at < ?2
    OR (register_row.register_id, register_row.id) IN (SELECT register_id, id FROM family WHERE is_past)
    OR (kind <> 'families' AND (
      register_row.register_id, iif(payload ->> '$.caseNo' IS NULL, 'applicant', 'caseNo'),
      coalesce(payload ->> '$.caseNo', payload ->> '$.applicant')) IN (SELECT register_id, field, value FROM past)))
  ORDER BY register_row.register_id, kind = 'families', register_row.id LIMIT ?4`;

export interface ExpiredRow {
  readonly register: string;
  readonly id: string;
  readonly version: number;
}

/** Live rows of a district past their term, families of a register after its other rows. `before`: ms since 1970 for registers, an ISO day for families. */
export async function readExpired(
  db: SqlDatabase,
  { districtId }: DistrictScope,
  before: { readonly ms: number; readonly day: string },
  limit: number,
): Promise<readonly ExpiredRow[]> {
  const { results } = await db.prepare(EXPIRED).bind(districtId, before.ms, before.day, limit).all();
  return rowsOf(expiredRow, { results }).map(({ register_id, ...row }) => ({ ...row, register: register_id }));
}

const FORGET_FINDINGS = `
  DELETE FROM finding WHERE district_id = ?1 AND register_id = ?2 AND row_id IN (SELECT value FROM json_each(?3))`;

/** Removes what the server had found in rows that go. */
export async function forgetFindings(
  db: SqlDatabase,
  { districtId, registerId }: RegisterScope,
  rowIds: readonly string[],
): Promise<void> {
  await db.batch(jsonChunks(rowIds).map((part) => db.prepare(FORGET_FINDINGS).bind(districtId, registerId, part)));
}

export interface Terms {
  /** Frozen copies made before go; ms since 1970, null: none. */
  readonly frozenBefore: number | null;
  /** Tombstones and kept answers: those that are older go. They go together, because answers date the tombstones. */
  readonly bookkeepingBefore: number;
}

/** The seq of the last push before a moment: what stands at or below it is older. */
const SEQ_BEFORE = '(SELECT coalesce(max(seq), 0) FROM push WHERE district_id = ?1 AND at < ?3)';
const OLD_COPIES = '(SELECT number FROM hand_in WHERE district_id = ?1 AND at < ?2)';
const WANING = `
  SELECT ${HEAD_COLUMNS},
    (SELECT count(DISTINCT number) FROM hand_in_row WHERE district_id = ?1 AND number IN ${OLD_COPIES}) AS frozen,
    (SELECT count(*) FROM register_row WHERE district_id = ?1 AND payload IS NULL AND seq <= ${SEQ_BEFORE}) AS tombstones,
    (SELECT coalesce(max(seq), 0) FROM register_row
      WHERE district_id = ?1 AND payload IS NULL AND seq <= ${SEQ_BEFORE}) AS horizon,
    (SELECT count(*) FROM push WHERE district_id = ?1 AND at < ?3) AS answers
  FROM district WHERE id = ?1`;

export interface Waning {
  readonly head: DistrictHead;
  readonly frozen: number;
  readonly tombstones: number;
  /** The greatest seq of these tombstones: cursors below it get a full resend from now on. */
  readonly horizon: number;
  readonly answers: number;
}

/** How much is past its term, counted before it goes. */
export async function readWaning(db: SqlDatabase, { districtId }: DistrictScope, terms: Terms): Promise<Waning> {
  const { frozenBefore, bookkeepingBefore } = terms;
  const found = await db.prepare(WANING).bind(districtId, frozenBefore, bookkeepingBefore).all();
  const row = districtRowOf(waneRow, found);
  const { frozen, tombstones, horizon, answers } = row;
  return { head: headOf(row), frozen, tombstones, horizon, answers };
}

const REMOVE_FROZEN = `DELETE FROM hand_in_row WHERE district_id = ?1 AND number IN ${OLD_COPIES}`;
const REMOVE_TOMBSTONES = 'DELETE FROM register_row WHERE district_id = ? AND payload IS NULL AND seq <= ?';
const REMOVE_ANSWERS = 'DELETE FROM push WHERE district_id = ? AND at < ?';
const RAISE_HORIZON = 'UPDATE district SET horizon = max(horizon, ?2) WHERE id = ?1';

/** Removes what was counted and says so in the audit, in one batch. Rejects when another writer came first. */
export async function writeWaned(
  db: SqlDatabase,
  scope: DistrictScope,
  { waning, terms, link }: { readonly waning: Waning; readonly terms: Terms; readonly link: ChainLink },
): Promise<void> {
  const { districtId } = scope;
  const { frozenBefore, bookkeepingBefore } = terms;
  await db.batch([
    ...auditStatements(db, scope, [link], waning.head.seq),
    db.prepare(REMOVE_FROZEN).bind(districtId, frozenBefore),
    db.prepare(REMOVE_TOMBSTONES).bind(districtId, waning.horizon),
    db.prepare(RAISE_HORIZON).bind(districtId, waning.horizon),
    db.prepare(REMOVE_ANSWERS).bind(districtId, bookkeepingBefore),
  ]);
}
