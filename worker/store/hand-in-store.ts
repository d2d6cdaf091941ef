/** Registers handed in for a period: frozen rows, receipts, and what the region said of them. */
import * as z from 'zod';
import type { ChainLink } from '../../shared/sync/audit-chain.ts';
import type { Remark } from '../../shared/sync/region-wire.ts';
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

const headRow = z.object({
  ...headFields,
  last_number: z.number(),
});
const sendingRow = z.object({
  number: z.number(),
  seq: z.number(),
  as_of: z.string(),
  pack: z.string().nullable(),
  summary: z.string(),
  row_seq: z.number(),
  retired_at: z.number().nullable(),
});
const liveRow = z.object({ kind: z.string(), payload: z.string() });

const storedHandIn = z.object({
  number: z.number(),
  register_id: z.string(),
  period: z.string(),
  state: z.enum(['submitted', 'accepted', 'returned']),
  at: z.number(),
  as_of: z.string(),
  explanation: z.string(),
  counts: z.string(),
  receipt: z.string(),
  decided_at: z.number().nullable(),
  note: z.string(),
  remarks: z.string(),
});
export type StoredHandIn = z.infer<typeof storedHandIn>;

const HEAD = `
  SELECT ${HEAD_COLUMNS},
    (SELECT coalesce(max(number), 0) FROM hand_in WHERE hand_in.district_id = district.id) AS last_number
  FROM district WHERE id = ?`;
const SENDING = `
  SELECT number, seq, as_of, pack, summary, (SELECT coalesce(max(seq), 0) FROM register_row
    WHERE register_row.district_id = ?1 AND register_row.register_id = ?2) AS row_seq,
    (SELECT retired_at FROM register WHERE register.district_id = ?1 AND register.id = ?2) AS retired_at
  FROM submission WHERE district_id = ?1 AND register_id = ?2 ORDER BY number DESC LIMIT 1`;
const LIVE = `
  SELECT kind, payload FROM register_row
  WHERE district_id = ? AND register_id = ? AND payload IS NOT NULL`;
const FIELDS = `
  number, register_id, period, state, at, as_of, explanation, counts, receipt, decided_at, note,
  (SELECT json_group_array(json_object('row', row_id, 'field', field, 'text', text)) FROM (
    SELECT row_id, field, text FROM remark
    WHERE remark.district_id = hand_in.district_id AND remark.number = hand_in.number ORDER BY n)) AS remarks`;
const LAST = `
  SELECT ${FIELDS} FROM hand_in WHERE district_id = ? AND register_id = ? AND period = ? ORDER BY number DESC LIMIT 1`;
const LIST = `SELECT ${FIELDS} FROM hand_in WHERE district_id = ? ORDER BY number DESC LIMIT 40`;
const ONE = `SELECT ${FIELDS} FROM hand_in WHERE district_id = ? AND number = ?`;

export interface HandInState {
  readonly head: DistrictHead;
  readonly lastNumber: number;
  readonly sending: z.infer<typeof sendingRow> | null;
  readonly rows: readonly z.infer<typeof liveRow>[];
  /** The newest of this register for the period. */
  readonly last: StoredHandIn | null;
}

/** Everything that a handing in is decided on, read as one. */
export async function readHandInState(db: SqlDatabase, scope: RegisterScope, period: string): Promise<HandInState> {
  const { districtId, registerId } = scope;
  const [head, sending, rows, last] = await db.batch([
    db.prepare(HEAD).bind(districtId),
    db.prepare(SENDING).bind(districtId, registerId),
    db.prepare(LIVE).bind(districtId, registerId),
    db.prepare(LAST).bind(districtId, registerId, period),
  ]);
  const now = districtRowOf(headRow, head);
  return {
    head: headOf(now),
    lastNumber: now.last_number,
    sending: rowsOf(sendingRow, sending)[0] ?? null,
    rows: rowsOf(liveRow, rows),
    last: rowsOf(storedHandIn, last)[0] ?? null,
  };
}

/** The newest of a district, newest first. */
export async function listHandIns(db: SqlDatabase, scope: DistrictScope): Promise<readonly StoredHandIn[]> {
  return rowsOf(storedHandIn, await db.prepare(LIST).bind(scope.districtId).all());
}

/** One of a district's by its number, with the numbers of the district; null when there is none. */
export async function readHandIn(
  db: SqlDatabase,
  scope: DistrictScope,
  number: number,
): Promise<{ readonly head: DistrictHead; readonly handIn: StoredHandIn | null }> {
  const [head, one] = await db.batch([
    db.prepare(HEAD).bind(scope.districtId),
    db.prepare(ONE).bind(scope.districtId, number),
  ]);
  const now = districtRowOf(headRow, head);
  return {
    head: headOf(now),
    handIn: rowsOf(storedHandIn, one)[0] ?? null,
  };
}

export interface HandInWrite {
  readonly number: number;
  readonly period: string;
  readonly at: number;
  readonly asOf: string;
  readonly actor: string;
  readonly explanation: string;
  readonly counts: string;
  readonly receipt: string;
  readonly link: ChainLink;
}

const ADD = `
  INSERT INTO hand_in
    (district_id, number, register_id, period, state, at, as_of, actor, explanation, counts, receipt)
  VALUES (?, ?, ?, ?, 'submitted', ?, ?, ?, ?, ?, ?)`;
const FREEZE = `
  INSERT INTO hand_in_row (district_id, number, id, kind, version, payload)
  SELECT district_id, ?3, id, kind, version, payload FROM register_row
  WHERE district_id = ?1 AND register_id = ?2 AND payload IS NOT NULL`;

/** Keeps a handing in with its rows and its audit link in one batch. Rejects when a number is taken. */
export async function writeHandIn(
  db: SqlDatabase,
  scope: RegisterScope,
  write: HandInWrite,
  head: DistrictHead,
): Promise<void> {
  const { districtId, registerId } = scope;
  const { number, period, at, asOf, actor, explanation, counts, receipt, link } = write;
  await db.batch([
    db.prepare(ADD).bind(districtId, number, registerId, period, at, asOf, actor, explanation, counts, receipt),
    db.prepare(FREEZE).bind(districtId, registerId, number),
    ...auditStatements(db, scope, [link], head.seq),
  ]);
}

const DECIDE = `
  UPDATE hand_in SET state = ?3, decided_at = ?4, note = ?5
  WHERE district_id = ?1 AND number = ?2 AND state = 'submitted'`;
const ADD_REMARKS = `
  INSERT INTO remark (district_id, number, n, row_id, field, text)
  SELECT ?1, ?2, value ->> 'n', value ->> 'row', value ->> 'field', value ->> 'text' FROM json_each(?3)`;

export interface DecisionWrite {
  readonly number: number;
  readonly state: 'accepted' | 'returned';
  readonly at: number;
  readonly note: string;
  readonly remarks: readonly Remark[];
  readonly link: ChainLink;
}

/** Keeps what the region says of a handing in. Rejects when the audit's number is taken. */
export async function writeDecision(
  db: SqlDatabase,
  scope: DistrictScope,
  { number, state, at, note, remarks, link }: DecisionWrite,
  head: DistrictHead,
): Promise<void> {
  const { districtId } = scope;
  // Numbered here: several parts each begin to count anew.
  const numbered = remarks.map((remark, index) => ({ ...remark, n: index + 1 }));
  await db.batch([
    db.prepare(DECIDE).bind(districtId, number, state, at, note),
    ...jsonChunks(numbered).map((part) => db.prepare(ADD_REMARKS).bind(districtId, number, part)),
    ...auditStatements(db, scope, [link], head.seq),
  ]);
}

const frozenRow = z.object({ id: z.string(), kind: z.string(), payload: z.string() });
const FROZEN = 'SELECT id, kind, payload FROM hand_in_row WHERE district_id = ? AND number = ? ORDER BY id';

const NAMED = `
  SELECT hand_in_row.id, kind, payload FROM json_each(?3) AS wanted
  CROSS JOIN hand_in_row ON district_id = ?1 AND number = ?2 AND hand_in_row.id = wanted.value`;

/** The rows as they were handed in. */
export async function readFrozen(db: SqlDatabase, scope: DistrictScope, number: number) {
  return rowsOf(frozenRow, await db.prepare(FROZEN).bind(scope.districtId, number).all());
}

/** Some of the rows as they were handed in; those that were not are left out. */
export async function readFrozenRows(
  db: SqlDatabase,
  { districtId }: DistrictScope,
  { number, rows }: { readonly number: number; readonly rows: readonly string[] },
) {
  return rowsOf(frozenRow, await db.prepare(NAMED).bind(districtId, number, JSON.stringify(rows)).all());
}
