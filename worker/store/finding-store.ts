/** The server's findings of the last submission of a register. */
import * as z from 'zod';
import { rowsOf, type SqlDatabase } from './database.ts';
import type { RegisterScope } from './scope.ts';

export const findingSchema = z.object({
  n: z.number(),
  row: z.string().nullable(),
  rule: z.string(),
  severity: z.string(),
  detail: z.looseObject({ field: z.string().nullable() }),
});

const storedFinding = z
  .object({ n: z.number(), row_id: z.string().nullable(), rule: z.string(), severity: z.string(), detail: z.string() })
  .transform(({ n, row_id, rule, severity, detail }) =>
    findingSchema.parse({ n, row: row_id, rule, severity, detail: JSON.parse(detail) }),
  );

const PAGE = `
  SELECT n, row_id, rule, severity, detail FROM finding
  WHERE district_id = ? AND register_id = ? AND n > ? ORDER BY n LIMIT ?`;

/** Findings after a number, in sheet order. */
export async function readFindings(
  db: SqlDatabase,
  scope: RegisterScope,
  after: number,
  limit: number,
): Promise<readonly z.output<typeof findingSchema>[]> {
  return rowsOf(storedFinding, await db.prepare(PAGE).bind(scope.districtId, scope.registerId, after, limit).all());
}
