/**
 * A large region in local D1. One district is sent as the pane sends it; the others are copies of what that wrote, each
 * with fingerprints of its own.
 */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { fileURLToPath } from 'node:url';
import { dayOf, isoOf } from '../../shared/domain/day.ts';
import { OPS_PER_PUSH, PROTOCOL } from '../../shared/sync/limits.ts';
import { pushRequestSchema, type Op } from '../../shared/sync/protocol.ts';
import type { WireValues } from '../../shared/sync/wire-values.ts';
import type { Ports } from '../../worker/services/ports.ts';
import { push } from '../../worker/services/push.ts';
import type { SqlDatabase } from '../../worker/store/database.ts';
import { addDistrict, addRegion } from '../../worker/store/region-store.ts';
import { districtScope, registerScope, regionScope } from '../../worker/store/scope.ts';
import { migrate, withLocalDatabase } from '../start/local-database.ts';
import { portsOf } from './bench-ports.ts';

const MIGRATIONS = fileURLToPath(new URL('../../worker/migrations/', import.meta.url));
const CONFIG = fileURLToPath(new URL('../../wrangler.toml', import.meta.url));
export const CASES = 5_000;
export const VISITS_OF_A_CASE = 5;
const CURATORS = 200;
const FIRST_DAY = dayOf(2025, 1, 9) ?? 0;
export const REACH = { regionId: 'region', districts: null };
export const REGION = { id: 'region', title: 'Region' };

const idOf = (name: string): string => name.padEnd(22, '_');
const district = (at: number): string => `d${at}`;

function familyAt(index: number, turn: number): WireValues {
  const start = FIRST_DAY + ((index * 37) % 620);
  return {
    caseNo: `kc1_${idOf(`c${index}`)}`,
    applicant: `kp1_${idOf(`p${index}`)}`,
    curator: `kp1_${idOf(`curator${index % CURATORS}`)}`,
    level: ['ADAPT', 'BASE', 'CRISIS', 'URGENT'][index % 4] ?? null,
    categories: [index % 3 === 0 ? 'CAT04' : 'CAT05'],
    startDate: isoOf(start),
    contractNo: `${index}-${turn}/2026`,
    contractDate: isoOf(start),
    childrenCount: index % 5,
    closedOn: index % 6 === 0 ? isoOf(start + 120) : null,
    fingerprints: [idOf(`f${index}`)],
  };
}

export type Create = Extract<Op, { readonly op: 'create' }>;

/** Families with their visits, all new. */
export function registerOps(cases: number): readonly Create[] {
  const families = Array.from({ length: cases }, (_, index): Create => ({
    op: 'create',
    row: idOf(`r${index}`),
    kind: 'families',
    values: familyAt(index, 1),
  }));
  const visits = Array.from({ length: cases * VISITS_OF_A_CASE }, (_, index): Create => {
    const family = index % cases;
    const day = FIRST_DAY + ((family * 37) % 620) + 11 * Math.floor(index / cases);
    return {
      op: 'create',
      row: idOf(`v${index}`),
      kind: 'visits',
      values: {
        caseNo: `kc1_${idOf(`c${family}`)}`,
        date: isoOf(day),
        specialist: `kp1_${idOf(`curator${family % CURATORS}`)}`,
      },
    };
  });
  return [...families, ...visits];
}

/** Sends as the route does: parsed by the schema, decided, counted, audited, written. */
async function send(ports: Ports, ops: readonly Op[], name: string): Promise<void> {
  const scope = districtScope(REACH, [district(0)], district(0));
  if (scope === null) throw new Error('the district is in reach');
  for (let start = 0; start < ops.length; start += OPS_PER_PUSH) {
    const part = ops.slice(start, start + OPS_PER_PUSH);
    const body = { protocol: PROTOCOL, client: idOf('c'), pushId: idOf(`${name}${start}`), epoch: null, ops: part };
    const request = pushRequestSchema.parse(JSON.parse(JSON.stringify(body)));
    const answer = await push(ports, registerScope(scope, idOf('register')), { tokenId: 'bench' }, request);
    if (!answer.ok || answer.value.outcomes.some(({ outcome }) => outcome !== 'applied')) {
      throw new Error('a push was not applied');
    }
  }
}

/** What the last submission of a register leaves behind: the page adds these up. */
function submissionSql(id: string): string {
  const summary = {
    cases: CASES,
    openCases: CASES - 800,
    errors: 120,
    warnings: 340,
    notes: 80,
    curators: Array.from({ length: CURATORS }, (_, at) => `kp1_${idOf(`curator${at}`)}`),
    overNorm: [],
  };
  const values = [`'${id}'`, 1, `'${idOf('register')}'`, Date.now(), 1, `'2026-09-30'`, `'hash'`, `'bench'`];
  return `INSERT INTO submission (district_id, number, register_id, at, seq, as_of, content_hash, actor, summary)
    VALUES (${values.join(', ')}, '${JSON.stringify(summary)}')`;
}

/** Districts after the first, as copies of its rows; the database's triggers keep their fingerprints. */
export function copyDistricts(file: string, from: number, to: number): void {
  const raw = new DatabaseSync(file);
  raw.exec('PRAGMA synchronous = OFF');
  const tables = ['district', 'register', 'register_row', 'counter', 'norm_count'];
  for (let at = from; at < to; at += 1) {
    raw.exec('BEGIN');
    for (const table of tables) {
      const columns = raw
        .prepare(`SELECT name FROM pragma_table_info('${table}')`)
        .all()
        .map(({ name }) => String(name));
      const own = table === 'district' ? 'id' : 'district_id';
      const values = columns.map((column) =>
        column === own
          ? `'${district(at)}'`
          : column === 'payload'
            ? `iif(kind = 'families', json_set(payload, '$.fingerprints[0]', substr('${at}_' || id, 1, 22)), payload)`
            : column,
      );
      raw.exec(
        `INSERT INTO ${table} (${columns.join(', ')}) SELECT ${values.join(', ')} FROM ${table} WHERE ${own} = '${district(0)}'`,
      );
    }
    raw.exec(submissionSql(district(at)));
    raw.exec('COMMIT');
  }
  raw.close();
}

export function databaseFile(folder: string): string {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  const file = names.find((name) => name.includes('D1DatabaseObject') && /[0-9a-f]{20}\.sqlite$/.test(name));
  if (file === undefined) throw new Error('local D1 keeps no file');
  return join(folder, file);
}

/** Sends ten changed cases with a visit each. `turn` tells the versions: each round changes every case once. */
export async function pushTen(ports: Ports, turn: number, at: number): Promise<void> {
  const ops = Array.from({ length: 10 }, (_, index): readonly Op[] => {
    const family = (at * 10 + index) % CASES;
    const values = familyAt(family, turn + 1);
    const visit = { caseNo: values['caseNo'] ?? null, date: '2026-08-03' };
    return [
      { op: 'set', row: idOf(`r${family}`), kind: 'families', baseVersion: turn, values },
      { op: 'create', row: idOf(`w${turn}_${at}_${index}`), kind: 'visits', values: visit },
    ];
  });
  await send(ports, ops.flat(), `t${turn}_${at}_`);
}

/** A region with one district that has sent everything. */
export async function firstDistrict(folder: string): Promise<void> {
  await withRegion(folder, async (db) => {
    await migrate(db, MIGRATIONS);
    const scope = regionScope(REACH);
    if (scope === null) throw new Error('the whole region is in reach');
    await addRegion(db, scope, REGION.title);
    await addDistrict(db, scope, { id: district(0), title: district(0) });
    await send(portsOf(db), registerOps(CASES), 'first');
  });
}

/** Opens the region in a folder for a while. */
export async function withRegion<T>(folder: string, use: (db: SqlDatabase) => Promise<T>): Promise<T> {
  return await withLocalDatabase({ configPath: CONFIG, statePath: folder }, use);
}
