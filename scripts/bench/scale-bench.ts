/**
 * A large region: 200 districts, 1,000,000 cases, 5,000,000 visits. At 1 %, 10 % and 100 % of that size: how long the
 * region's page takes, what a push by one district costs beside the same push into an empty region, and the rows that
 * both go through.
 */
import { cpSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { picture } from '../../worker/services/picture.ts';
import type { SqlDatabase, SqlStatement } from '../../worker/store/database.ts';
import { memberScope, regionScope } from '../../worker/store/scope.ts';
import { portsOf } from './bench-ports.ts';
import {
  CASES,
  copyDistricts,
  databaseFile,
  firstDistrict,
  pushTen,
  REACH,
  REGION,
  VISITS_OF_A_CASE,
  withRegion,
} from './large-region.ts';
import { figure, type Figure } from './measure.ts';

const DISTRICTS = 200;
const SHARES: readonly number[] = [0.01, 0.1, 1];
const ROUNDS = 45;

async function timeOf(act: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await act();
  return performance.now() - start;
}

/** What a hoster counts: rows that the statements went through, and rows and index entries that they wrote. */
interface Rows {
  read: number;
  written: number;
}

/** The database, with what D1 itself says of the rows of its statements. */
function counting(db: SqlDatabase, rows: Rows): SqlDatabase {
  const note = <T>(result: T): T => {
    const { meta } = result as { readonly meta?: { readonly rows_read?: number; readonly rows_written?: number } };
    rows.read += meta?.rows_read ?? 0;
    rows.written += meta?.rows_written ?? 0;
    return result;
  };
  // D1 takes its own statements only in a batch.
  const inner = new Map<SqlStatement, SqlStatement>();
  const wrap = (statement: SqlStatement): SqlStatement => {
    const own: SqlStatement = {
      bind: (...values) => wrap(statement.bind(...values)),
      all: async () => note(await statement.all()),
      run: async () => note(await statement.run()),
    };
    inner.set(own, statement);
    return own;
  };
  return {
    prepare: (sql) => wrap(db.prepare(sql)),
    batch: async (statements) => (await db.batch(statements.map((one) => inner.get(one) ?? one))).map(note),
  };
}

/** Milliseconds of the region's page, and of the same push into the large and into the empty region, turn by turn. */
async function times(large: SqlDatabase, empty: SqlDatabase, turn: number): Promise<Times> {
  const ports = { large: portsOf(large), empty: portsOf(empty) };
  const scope = regionScope(REACH);
  if (scope === null) throw new Error('the whole region is in reach');
  const wish = { period: '2026-Q3', member: memberScope(REACH), seesRows: true };
  const found: { pages: number[]; pushes: number[]; emptyPushes: number[] } = {
    pages: [],
    pushes: [],
    emptyPushes: [],
  };
  const pageRows: Rows = { read: 0, written: 0 };
  const pushRows: Rows = { read: 0, written: 0 };
  await picture({ ...ports.large, db: counting(large, pageRows) }, scope, REGION, wish);
  await pushTen({ ...ports.large, db: counting(large, pushRows) }, turn, ROUNDS);
  for (let at = 0; at < ROUNDS; at += 1) {
    found.pages.push(await timeOf(() => picture(ports.large, scope, REGION, wish)));
    found.emptyPushes.push(await timeOf(() => pushTen(ports.empty, turn, at)));
    found.pushes.push(await timeOf(() => pushTen(ports.large, turn, at)));
  }
  return { ...found, pageRows, pushRows };
}

interface Times {
  readonly pages: readonly number[];
  readonly pushes: readonly number[];
  readonly emptyPushes: readonly number[];
  readonly pageRows: Rows;
  readonly pushRows: Rows;
}

const WARM_UP = 5;

/** The time that a share of the rounds stays under, the first ones left out. */
function quantile(rounds: readonly number[], share: number): number {
  const sorted = rounds.slice(WARM_UP).toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length * share)] ?? Number.NaN;
}

/** `scale` 1: up to the whole size (a minute, and 3 GB of disk for a while); 0.1: up to a tenth of it. */
export async function scaleBench(scale: number): Promise<readonly Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'kurator-scale-'));
  const [large, empty] = [join(folder, 'large'), join(folder, 'empty')];
  try {
    await firstDistrict(empty);
    cpSync(empty, large, { recursive: true });
    const lines: Figure[] = [];
    let copied = 1;
    for (const [at, share] of SHARES.filter((one) => one <= scale).entries()) {
      const count = DISTRICTS * share;
      const file = databaseFile(large);
      copyDistricts(file, copied, count);
      copied = count;
      const { pages, pushes, emptyPushes, pageRows, pushRows } = await withRegion(large, (one) =>
        withRegion(empty, (other) => times(one, other, at + 1)),
      );
      const [cases, visits] = [count * CASES, count * CASES * VISITS_OF_A_CASE].map((n) => n.toLocaleString('en'));
      const size = `${count} districts, ${cases} cases, ${visits} visits, ${Math.round(statSync(file).size / 1e6)} MB`;
      lines.push(
        figure(`the region's page, p95 (${size})`, quantile(pages, 0.95), 'ms', { atMost: 150 }),
        figure(`the region's page, median (${size})`, quantile(pages, 0.5), 'ms'),
        figure(
          `a push of 10 changed cases and 10 visits, median, against an empty region (${size})`,
          quantile(pushes, 0.5) / quantile(emptyPushes, 0.5),
          '×',
          { atMost: 1.2 },
        ),
        figure(`rows read by the page (${size})`, pageRows.read, 'rows'),
        figure(`rows read by the push (${size})`, pushRows.read, 'rows'),
        figure(`rows and index entries written by the push (${size})`, pushRows.written, 'rows'),
      );
    }
    return lines;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
