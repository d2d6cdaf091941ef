/** The days by which a region wants its periods handed in, where it has set them. */
import * as z from 'zod';
import { rowsOf, type SqlDatabase, type SqlStatement } from './database.ts';
import type { MemberScope, RegionScope } from './scope.ts';

const dayRow = z.object({ day: z.string() });

const READ = 'SELECT day FROM report_deadline WHERE region_id = ? AND period = ?';
const PUT = `
  INSERT INTO report_deadline (region_id, period, day) VALUES (?, ?, ?)
  ON CONFLICT (region_id, period) DO UPDATE SET day = excluded.day`;
const REMOVE = 'DELETE FROM report_deadline WHERE region_id = ? AND period = ?';

/** The ISO day that the region has set for a period; null for none. */
export async function readDeadline(db: SqlDatabase, scope: MemberScope, period: string): Promise<string | null> {
  return rowsOf(dayRow, await db.prepare(READ).bind(scope.memberOf, period).all())[0]?.day ?? null;
}

/** Sets the day, or lets it go for null. */
export function deadlineStatement(
  db: SqlDatabase,
  scope: RegionScope,
  { period, day }: { readonly period: string; readonly day: string | null },
): SqlStatement {
  return day === null
    ? db.prepare(REMOVE).bind(scope.regionId, period)
    : db.prepare(PUT).bind(scope.regionId, period, day);
}
