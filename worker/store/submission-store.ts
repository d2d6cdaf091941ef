/** What a submission reads and writes: the rows of a register, its last submission, and the server's findings. */
import * as z from 'zod';
import type { ChainLink } from '../../shared/sync/audit-chain.ts';
import { jsonChunks, rowsOf, type SqlDatabase, type SqlStatement } from './database.ts';
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
  last_number: z.number(),
  retired_at: z.number().nullable(),
  is_new: z.number(),
  working: z.number(),
  packs: z.number(),
});
const liveRow = z.object({ id: z.string(), kind: z.string(), version: z.number(), payload: z.string() });
const lastRow = z.object({ number: z.number(), at: z.number(), content_hash: z.string(), summary: z.string() });

export interface SubmissionState {
  readonly head: DistrictHead;
  /** The district has no such register yet. */
  readonly isNew: boolean;
  readonly isRetired: boolean;
  /** Working registers of the district. */
  readonly working: number;
  /** Publications of norms in the region. */
  readonly packs: number;
  /** The greatest number of a submission in the district; 0 before the first. */
  readonly lastNumber: number;
  readonly rows: readonly z.infer<typeof liveRow>[];
  readonly last: {
    readonly number: number;
    readonly at: number;
    readonly contentHash: string;
    readonly summary: string;
  } | null;
}

const HEAD = `
  SELECT ${HEAD_COLUMNS},
    (SELECT coalesce(max(number), 0) FROM submission WHERE submission.district_id = district.id) AS last_number,
    (SELECT retired_at FROM register WHERE register.district_id = district.id AND register.id = ?2) AS retired_at,
    NOT EXISTS (SELECT 1 FROM register WHERE register.district_id = district.id AND register.id = ?2) AS is_new,
    ${WORKING_REGISTERS} AS working,
    (SELECT count(*) FROM region_pack WHERE region_pack.region_id = district.region_id) AS packs
  FROM district WHERE id = ?1`;
const LIVE = `
  SELECT id, kind, version, payload FROM register_row
  WHERE district_id = ? AND register_id = ? AND payload IS NOT NULL ORDER BY id`;
const LAST = `
  SELECT number, at, content_hash, summary FROM submission
  WHERE district_id = ? AND register_id = ? ORDER BY number DESC LIMIT 1`;

/** The register as it is now, read as one. */
export async function readSubmissionState(db: SqlDatabase, scope: RegisterScope): Promise<SubmissionState> {
  const { districtId, registerId } = scope;
  const [head, rows, last] = await db.batch([
    db.prepare(HEAD).bind(districtId, registerId),
    db.prepare(LIVE).bind(districtId, registerId),
    db.prepare(LAST).bind(districtId, registerId),
  ]);
  const now = districtRowOf(headRow, head);
  const [before] = rowsOf(lastRow, last);
  return {
    head: headOf(now),
    isNew: now.is_new === 1,
    isRetired: now.retired_at !== null,
    working: now.working,
    packs: now.packs,
    lastNumber: now.last_number,
    rows: rowsOf(liveRow, rows),
    last:
      before === undefined
        ? null
        : { number: before.number, at: before.at, contentHash: before.content_hash, summary: before.summary },
  };
}

export interface KeptFinding {
  readonly n: number;
  readonly row: string | null;
  readonly rule: string;
  readonly severity: string;
  /** Field, period, identity and message parameters as JSON text. */
  readonly detail: string;
}

export interface SubmissionWrite {
  readonly number: number;
  readonly at: number;
  readonly asOf: string;
  readonly contentHash: string;
  readonly actor: string;
  readonly summary: string;
  /** Id of the pack by which it was judged. */
  readonly pack: string;
  /** How the norms were kept, by month. */
  readonly norms: readonly object[];
  readonly findings: readonly KeptFinding[];
  readonly link: ChainLink;
}

const ADD_REGISTER = 'INSERT INTO register (district_id, id, created_at) VALUES (?, ?, ?) ON CONFLICT DO NOTHING';
const ADD = `
  INSERT INTO submission (district_id, number, register_id, at, seq, as_of, content_hash, actor, summary, pack)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`;
const CLEAR = 'DELETE FROM finding WHERE district_id = ? AND register_id = ?';
/** Null, or the number of the district's last audit link on which the writer has decided. */
const isStill = (parameter: string): string =>
  `(${parameter} IS NULL OR ${parameter} = (SELECT audit_n FROM district WHERE id = ?1))`;
const CLEAR_NORMS = `DELETE FROM norm_count WHERE district_id = ?1 AND register_id = ?2 AND ${isStill('?3')}`;
const ADD_NORMS = `
  INSERT INTO norm_count
    (district_id, register_id, month, visitsKept, visitsMissed, termsKept, termsLate, termsOverdue)
  SELECT ?1, ?2, value ->> 'month', value ->> 'visitsKept', value ->> 'visitsMissed', value ->> 'termsKept',
    value ->> 'termsLate', value ->> 'termsOverdue'
  FROM json_each(?3) WHERE ${isStill('?4')}`;
const ADD_FINDINGS = `
  INSERT INTO finding (district_id, register_id, n, row_id, rule, severity, detail)
  SELECT ?1, ?2, value ->> 'n', value ->> 'row', value ->> 'rule', value ->> 'severity', value ->> 'detail'
  FROM json_each(?3)`;

/**
 * Puts these numbers in place of what was known of how a register keeps the norms. `auditN`: of the district when they
 * were counted; nothing is written where it has moved on. Null in a batch that a link of its own guards.
 */
export function normStatements(
  db: SqlDatabase,
  { districtId, registerId }: RegisterScope,
  norms: readonly object[],
  auditN: number | null,
): readonly SqlStatement[] {
  return [
    db.prepare(CLEAR_NORMS).bind(districtId, registerId, auditN),
    ...jsonChunks(norms).map((part) => db.prepare(ADD_NORMS).bind(districtId, registerId, part, auditN)),
  ];
}

/** Keeps a submission with its findings and its audit link in one batch. Rejects when its numbers are taken. */
export async function writeSubmission(
  db: SqlDatabase,
  scope: RegisterScope,
  write: SubmissionWrite,
  head: DistrictHead,
): Promise<void> {
  const { districtId, registerId } = scope;
  const { number, at, asOf, contentHash, actor, summary, link } = write;
  await db.batch([
    db.prepare(ADD_REGISTER).bind(districtId, registerId, at),
    db.prepare(ADD).bind(districtId, number, registerId, at, head.seq, asOf, contentHash, actor, summary, write.pack),
    db.prepare(CLEAR).bind(districtId, registerId),
    ...jsonChunks(write.findings).map((part) => db.prepare(ADD_FINDINGS).bind(districtId, registerId, part)),
    ...normStatements(db, scope, write.norms, null),
    ...auditStatements(db, scope, [link], head.seq),
  ]);
}
