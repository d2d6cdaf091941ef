/**
 * Possible matches between districts: the cases that share a fingerprint with a case of another district, and what was
 * said about them. Registers that another has taken the place of, and districts that work no longer, do not take part.
 */
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
import type { DistrictScope, RegionScope } from './scope.ts';

const iso = z.string().nullable();
const caseRow = z
  .object({
    district_id: z.string(),
    title: z.string(),
    register_id: z.string(),
    row_id: z.string(),
    fingerprints: z.string(),
    startDate: iso,
    contractDate: iso,
    registeredOn: iso,
    decision: iso,
    closedOn: iso,
    closeReason: iso,
    level: iso,
    applicant: iso,
    /** Of a case that says so in a readable number. */
    childrenCount: z.number().nullable(),
  })
  .transform(({ district_id, register_id, row_id, fingerprints, ...row }) => ({
    ...row,
    district: district_id,
    register: register_id,
    row: row_id,
    fingerprints: z.array(z.string()).parse(JSON.parse(fingerprints)),
  }));
export type SharedCase = z.output<typeof caseRow>;

const decisionRow = z
  .object({
    n: z.number(),
    pair: z.string(),
    district_id: z.string().nullable(),
    verdict: z.enum(['open', 'same', 'different', 'transfer']),
    reason: z.string(),
    basis: z.string(),
    at: z.number(),
  })
  .transform(({ district_id, basis, ...row }) => ({
    ...row,
    district: district_id,
    basis: z.array(z.string()).parse(JSON.parse(basis)),
  }));
export type StoredDecision = z.output<typeof decisionRow>;

/** Beyond so many the region must first settle some. */
export const MOST_SHARED_CASES = 20_000;
/**
 * What more cases than this have in common names none of them: one number written in place of all unknown ones. Compared
 * by it, every such case would match every other.
 */
const MOST_CASES_OF_A_FAMILY = 20;
/** Of `shared`, a row of shared_fingerprint. */
export const IS_CROWDED = `(
  SELECT count(*) FROM (
    SELECT 1 FROM family_fingerprint AS bearer
    WHERE bearer.region_id = shared.region_id AND bearer.fingerprint = shared.fingerprint
    LIMIT ${MOST_CASES_OF_A_FAMILY + 1}) AS found) > ${MOST_CASES_OF_A_FAMILY}`;
const CROWDED = `SELECT fingerprint FROM shared_fingerprint AS shared WHERE region_id = ?1 AND ${IS_CROWDED}`;
const crowdedRow = z.object({ fingerprint: z.string() });

type Result = Parameters<typeof rowsOf>[1];

/** For the batch that reads cases: what `casesOf` needs to know of their region. */
export function crowdedStatement(db: SqlDatabase, regionId: string): SqlStatement {
  return db.prepare(CROWDED).bind(regionId);
}

/** The cases of some results, without the fingerprints that name nobody. `crowded`: the result of crowdedStatement. */
export function casesOf(crowded: Result, results: readonly Result[]): readonly SharedCase[] {
  const nobodys = new Set(rowsOf(crowdedRow, crowded).map(({ fingerprint }) => fingerprint));
  const cases = results.flatMap((result) => rowsOf(caseRow, result));
  if (nobodys.size === 0) return cases;
  return cases.map((one) => ({ ...one, fingerprints: one.fingerprints.filter((print) => !nobodys.has(print)) }));
}

const value = (field: string): string => `payload ->> '$.${field}' AS ${field}`;
export const CASE_FIELDS = `
  district.id AS district_id, title, register_row.register_id, register_row.id AS row_id,
  ${['startDate', 'contractDate', 'registeredOn', 'decision', 'closedOn', 'level'].map(value).join(', ')},
  coalesce(payload ->> '$.closeReason', payload ->> '$.result') AS closeReason,
  payload ->> '$."sealed.applicant"' AS applicant,
  iif(json_type(payload, '$.childrenCount') = 'integer' AND payload ->> '$.childrenCount' >= 0,
    payload ->> '$.childrenCount', NULL) AS childrenCount,
  coalesce(payload ->> '$.fingerprints', '[]') AS fingerprints`;

/** The keys of the cases, each once, that have a fingerprint of which this is true. */
export const bearersOf = (condition: string): string => `
    SELECT DISTINCT print.district_id, print.register_id, print.row_id
    FROM shared_fingerprint AS shared CROSS JOIN family_fingerprint AS print
      ON print.region_id = shared.region_id AND print.fingerprint = shared.fingerprint
    WHERE shared.region_id = ?1 AND ${condition}`;

const sharedCases = (limit: string): string => `
  SELECT ${CASE_FIELDS} FROM (${bearersOf(`NOT ${IS_CROWDED} ${limit}`)}) AS found
  CROSS JOIN district ON district.id = found.district_id AND archived_at IS NULL
  CROSS JOIN register
    ON register.district_id = found.district_id AND register.id = found.register_id AND retired_at IS NULL
  CROSS JOIN register_row ON register_row.district_id = found.district_id
    AND register_row.register_id = found.register_id AND register_row.id = found.row_id
  WHERE payload IS NOT NULL
  ORDER BY district.title, district.id, register_row.register_id, register_row.id
  LIMIT ${MOST_SHARED_CASES}`;
const OF_REGION = sharedCases('');
const OF_DISTRICT = sharedCases(`AND EXISTS (
  SELECT 1 FROM family_fingerprint AS own WHERE own.region_id = shared.region_id
  AND own.fingerprint = shared.fingerprint AND own.district_id = ?2)`);
const REGION_OF = 'SELECT region_id FROM district WHERE id = ?';
const LATEST = `
  SELECT n, pair, district_id, verdict, reason, basis, at FROM match_decision
  WHERE region_id = ?1 AND n IN (SELECT max(n) FROM match_decision WHERE region_id = ?1 GROUP BY pair, district_id)`;
/** Left to itself the planner reads all decisions of the region for each pair. */
const OF_PAIRS = `
  SELECT n, pair, district_id, verdict, reason, basis, at FROM json_each(?2) AS wanted
  CROSS JOIN match_decision INDEXED BY match_decision_by_pair ON region_id = ?1 AND pair = wanted.value`;

export interface SharedCases {
  readonly cases: readonly SharedCase[];
  readonly decisions: readonly StoredDecision[];
}

/** Everything of a region: its shared cases, and the last word of each hand on any pair. */
export async function readRegionShared(db: SqlDatabase, { regionId }: RegionScope): Promise<SharedCases> {
  const [crowded, cases, decisions] = await db.batch([
    crowdedStatement(db, regionId),
    db.prepare(OF_REGION).bind(regionId),
    db.prepare(LATEST).bind(regionId),
  ]);
  return { cases: casesOf(crowded, [cases]), decisions: rowsOf(decisionRow, decisions) };
}

/** The shared cases of a district, and those of other districts that they share with. For the service, not for the screen. */
export async function readDistrictShared(
  db: SqlDatabase,
  { districtId }: DistrictScope,
): Promise<{ readonly regionId: string; readonly cases: readonly SharedCase[] }> {
  const [found] = rowsOf(z.object({ region_id: z.string() }), await db.prepare(REGION_OF).bind(districtId).all());
  const regionId = found?.region_id ?? '';
  const [crowded, cases] = await db.batch([
    crowdedStatement(db, regionId),
    db.prepare(OF_DISTRICT).bind(regionId, districtId),
  ]);
  return { regionId, cases: casesOf(crowded, [cases]) };
}

/** What was said about some pairs. `regionId`: of readDistrictShared. */
export async function readDecisions(
  db: SqlDatabase,
  regionId: string,
  pairs: readonly string[],
): Promise<readonly StoredDecision[]> {
  const parts = jsonChunks(pairs).map((part) => db.prepare(OF_PAIRS).bind(regionId, part));
  return parts.length === 0 ? [] : (await db.batch(parts)).flatMap((part) => rowsOf(decisionRow, part));
}

const ONE = `
  SELECT ${CASE_FIELDS} FROM district
  CROSS JOIN register ON register.district_id = district.id AND retired_at IS NULL
  CROSS JOIN register_row ON register_row.district_id = district.id
    AND register_row.register_id = register.id AND register_row.id = ?4
  WHERE region_id = ?1 AND archived_at IS NULL AND district.id = ?2 AND register.id = ?3 AND payload IS NOT NULL`;

/** Single cases of a region, those that are there. */
export async function readCases(
  db: SqlDatabase,
  { regionId }: RegionScope,
  wanted: readonly { readonly district: string; readonly register: string; readonly row: string }[],
): Promise<readonly SharedCase[]> {
  const asked = wanted.map(({ district, register, row }) => db.prepare(ONE).bind(regionId, district, register, row));
  const [crowded, ...found] = await db.batch([crowdedStatement(db, regionId), ...asked]);
  return casesOf(crowded, found);
}

/** Words that may make one family of two cases. */
const DECIDED = `${LATEST} AND verdict IN ('same', 'transfer')`;
const BY_REFS = `
  SELECT ${CASE_FIELDS} FROM json_each(?2) AS wanted
  CROSS JOIN district ON district.id = wanted.value ->> 0 AND region_id = ?1 AND archived_at IS NULL
  CROSS JOIN register
    ON register.district_id = district.id AND register.id = wanted.value ->> 1 AND retired_at IS NULL
  CROSS JOIN register_row ON register_row.district_id = district.id
    AND register_row.register_id = register.id AND register_row.id = wanted.value ->> 2
  WHERE payload IS NOT NULL`;

/** The pairs that somebody took for one family, with all that was said about them, and their cases. */
export async function readDecidedPairs(db: SqlDatabase, scope: RegionScope): Promise<SharedCases> {
  const found = rowsOf(decisionRow, await db.prepare(DECIDED).bind(scope.regionId).all());
  const pairs = [...new Set(found.map(({ pair }) => pair))];
  if (pairs.length === 0) return { cases: [], decisions: [] };
  const refs = [...new Set(pairs.flatMap((pair) => pair.split(' | ')))].map((ref) => ref.split(' '));
  const parts = jsonChunks(refs).map((part) => db.prepare(BY_REFS).bind(scope.regionId, part));
  const [decisions, [crowded, ...cases]] = await Promise.all([
    readDecisions(db, scope.regionId, pairs),
    db.batch([crowdedStatement(db, scope.regionId), ...parts]),
  ]);
  return { cases: casesOf(crowded, cases), decisions };
}

export interface NewDecision {
  readonly pair: string;
  readonly district: string | null;
  readonly verdict: StoredDecision['verdict'];
  readonly reason: string;
  readonly basis: readonly string[];
  readonly at: number;
  readonly actor: string;
}

const ADD = `
  INSERT INTO match_decision (region_id, n, pair, district_id, verdict, reason, basis, at, actor)
  SELECT ?1, coalesce(max(n), 0) + 1, ?2, ?3, ?4, ?5, ?6, ?7, ?8 FROM match_decision WHERE region_id = ?1`;

/** Keeps a word, for the batch that also keeps its audit link. */
export function addDecisionStatement(db: SqlDatabase, regionId: string, given: NewDecision): SqlStatement {
  const { pair, district, verdict, reason, basis, at, actor } = given;
  return db.prepare(ADD).bind(regionId, pair, district, verdict, reason, JSON.stringify(basis), at, actor);
}

const HEAD = `SELECT ${HEAD_COLUMNS} FROM district WHERE id = ?`;

/** The numbers of a district that a word of it moves on. */
export async function readHead(db: SqlDatabase, { districtId }: DistrictScope): Promise<DistrictHead> {
  return headOf(districtRowOf(z.object(headFields), await db.prepare(HEAD).bind(districtId).all()));
}

/** Keeps the word of a district with its audit link. Rejects with a «number taken» error when another came first. */
export async function writeAnswer(
  db: SqlDatabase,
  scope: DistrictScope,
  {
    statement,
    link,
    head,
  }: {
    readonly statement: SqlStatement;
    readonly link: ChainLink;
    readonly head: DistrictHead;
  },
): Promise<void> {
  await db.batch([...auditStatements(db, scope, [link], head.seq), statement]);
}
