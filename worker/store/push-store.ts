/**
 * What a push reads and writes. The write is one batch: kept answer, register, rows, audit links, and the district's
 * new numbers, or nothing at all [PU8]. Two writers of one district never both succeed from the same state: the push's
 * seq and the audit's number are unique, so the later batch fails and the service decides again [PU9].
 */
import * as z from 'zod';
import type { Counter } from '../../shared/reports/counters.ts';
import type { ChainLink } from '../../shared/sync/audit-chain.ts';
import { caseRowsOf, caseStatements, counterStatements, type CaseKey, type CaseRow } from './counter-store.ts';
import { jsonChunks, rowsOf, type SqlDatabase } from './database.ts';
import {
  auditStatements,
  districtRowOf,
  HEAD_COLUMNS,
  headFields,
  headOf,
  type DistrictHead,
} from './district-head.ts';
import { WORKING_REGISTERS } from './register-store.ts';
import type { RegisterScope } from './scope.ts';

const headRow = z.object({
  ...headFields,
  retired_at: z.number().nullable(),
  is_counted: z.number().nullable(),
  live_rows: z.number(),
  newest_other: z.number(),
  working: z.number(),
  last_seq: z.number().nullable(),
  request_hash: z.string().nullable(),
  answer: z.string().nullable(),
});
const storedRow = z.object({ id: z.string(), kind: z.string(), version: z.number(), payload: z.string().nullable() });

export interface StoredRow {
  readonly id: string;
  readonly kind: string;
  readonly version: number;
  /** Values as JSON text; null for a tombstone. */
  readonly payload: string | null;
}

/** A register that the server has, or will have with this push. */
export interface PushedRegister {
  readonly isNew: boolean;
  readonly isRetired: boolean;
  /** The counters stand for all rows; always so for a new register. */
  readonly isCounted: boolean;
  /** The seq of the row that was written last; 0 for a register without rows. */
  readonly lastSeq: number;
  /** Rows that are not removed. */
  readonly liveRows: number;
  /** The seq in which the newest of the district's other working registers was begun; 0 for none. */
  readonly newestOther: number;
  /** Working registers of the district. */
  readonly working: number;
}

export interface PushState {
  readonly head: DistrictHead;
  readonly register: PushedRegister;
  readonly kept: { readonly requestHash: string; readonly answer: string } | null;
  readonly rows: ReadonlyMap<string, StoredRow>;
  /** Live families and visits that hang together with the rows that the push creates. */
  readonly casesOfNew: readonly CaseRow[];
}

const STATE = `
  SELECT ${HEAD_COLUMNS},
    register.retired_at, is_counted, request_hash, answer,
    coalesce(live_rows, (SELECT count(*) FROM register_row
      WHERE district_id = ?1 AND register_id = ?2 AND payload IS NOT NULL)) AS live_rows,
    (SELECT max(seq) FROM register_row WHERE district_id = ?1 AND register_id = ?2) AS last_seq,
    (SELECT coalesce(max(begun_seq), 0) FROM register AS other
      WHERE other.district_id = ?1 AND other.id <> ?2 AND other.retired_at IS NULL) AS newest_other,
    ${WORKING_REGISTERS} AS working
  FROM district
  LEFT JOIN register ON register.district_id = ?1 AND register.id = ?2
  LEFT JOIN push ON push.district_id = ?1 AND client_id = ?3 AND push_id = ?4
  WHERE district.id = ?1`;
/** CROSS JOIN keeps the order: each wanted id is looked up, the register is not read through. */
const ROWS = `
  SELECT register_row.id, kind, version, payload
  FROM json_each(?3) AS wanted
  CROSS JOIN register_row ON district_id = ?1 AND register_id = ?2 AND register_row.id = wanted.value`;

/** Everything a push is decided on, read as one. */
export async function readPushState(
  db: SqlDatabase,
  scope: RegisterScope,
  push: {
    readonly client: string;
    readonly pushId: string;
    readonly rowIds: readonly string[];
    /** Pseudonyms of the rows that the push creates. */
    readonly newKeys: readonly CaseKey[];
  },
): Promise<PushState> {
  const { districtId, registerId } = scope;
  const ids = jsonChunks(push.rowIds);
  const [head, ...lists] = await db.batch([
    db.prepare(STATE).bind(districtId, registerId, push.client, push.pushId),
    ...ids.map((part) => db.prepare(ROWS).bind(districtId, registerId, part)),
    ...caseStatements(db, scope, push.newKeys),
  ]);
  const now = districtRowOf(headRow, head);
  const rows = lists.slice(0, ids.length).flatMap((part) => rowsOf(storedRow, part));
  return {
    head: headOf(now),
    register: {
      isNew: now.is_counted === null,
      isRetired: now.retired_at !== null,
      isCounted: now.is_counted !== 0,
      lastSeq: now.last_seq ?? 0,
      liveRows: now.live_rows,
      newestOther: now.newest_other,
      working: now.working,
    },
    kept: now.answer === null ? null : { requestHash: now.request_hash ?? '', answer: now.answer },
    rows: new Map(rows.map((row) => [row.id, row])),
    casesOfNew: caseRowsOf(lists.slice(ids.length)),
  };
}

export interface PushWrite {
  readonly client: string;
  readonly pushId: string;
  readonly requestHash: string;
  readonly answer: string;
  readonly at: number;
  /** The id of who sent it. */
  readonly actor: string;
  /** Rows as the push leaves them. */
  readonly rows: readonly StoredRow[];
  /** Rows of the register that are not removed, after the push. */
  readonly liveRows: number;
  readonly links: readonly ChainLink[];
  /** What the counters of the register are increased by. */
  readonly counters: readonly Counter[];
}

const KEEP_ANSWER = `
  INSERT INTO push (district_id, client_id, push_id, register_id, request_hash, answer, seq, at, actor)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`;
/** The counters of a register from before them stand for all its rows now. */
const KEEP_REGISTER = `
  INSERT INTO register (district_id, id, created_at, begun_seq, is_counted, live_rows) VALUES (?, ?, ?, ?, 1, ?)
  ON CONFLICT (district_id, id) DO UPDATE SET is_counted = 1, live_rows = excluded.live_rows`;
/**
 * New rows have version 1; a row that is there changes only from the version before, so that a decision on old state
 * can never overwrite. An upsert, because an UPDATE with json_each reads through the whole register.
 */
const WRITE_ROWS = `
  INSERT INTO register_row (district_id, register_id, id, kind, version, seq, payload)
  SELECT ?1, ?2, value ->> 'id', value ->> 'kind', value ->> 'version', ?3, value ->> 'payload'
  FROM json_each(?4) WHERE true
  ON CONFLICT (district_id, register_id, id) DO UPDATE
  SET version = excluded.version, seq = excluded.seq, payload = excluded.payload
  WHERE register_row.version = excluded.version - 1`;

/**
 * Writes a decided push. Rejects with a «number taken» error (database.ts) when another push came first; nothing is
 * written then.
 */
export async function writePush(
  db: SqlDatabase,
  scope: RegisterScope,
  push: PushWrite,
  head: DistrictHead,
): Promise<void> {
  const { districtId, registerId } = scope;
  const isChange = push.rows.length > 0;
  const seq = isChange ? head.seq + 1 : null;
  const statements = [
    db
      .prepare(KEEP_ANSWER)
      .bind(districtId, push.client, push.pushId, registerId, push.requestHash, push.answer, seq, push.at, push.actor),
  ];
  if (seq !== null) {
    statements.push(
      db.prepare(KEEP_REGISTER).bind(districtId, registerId, push.at, seq, push.liveRows),
      ...jsonChunks(push.rows).map((part) => db.prepare(WRITE_ROWS).bind(districtId, registerId, seq, part)),
      ...counterStatements(db, scope, push.counters),
      ...auditStatements(db, scope, push.links, seq),
    );
  }
  await db.batch(statements);
}
