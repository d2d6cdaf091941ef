/** The counters of a whole region, added up by the database as far as a page needs them apart. */
import * as z from 'zod';
import type { NormFigure } from '../../shared/domain/figure-names.ts';
import type { CounterMeasure } from '../../shared/reports/counters.ts';
import { COLUMN_OF } from './counter-store.ts';
import { rowsOf, type SqlDatabase } from './database.ts';
import type { RegionScope } from './scope.ts';

const cutRow = z.object({ district_id: z.string(), place: z.enum(['before', 'within']), level: z.string() });
const trendRow = z.object({ month: z.string() });
const curatorRow = z.object({ district_id: z.string(), curators: z.number() });
const normFigures = {
  visitsKept: z.number(),
  visitsMissed: z.number(),
  termsKept: z.number(),
  termsLate: z.number(),
  termsOverdue: z.number(),
} satisfies Readonly<Record<NormFigure, z.ZodNumber>>;
const normRow = z.object({ district_id: z.string(), ...normFigures });
const normMonthRow = z.object({ month: z.string(), ...normFigures });
const handInRow = z.object({
  district_id: z.string(),
  number: z.number(),
  at: z.number(),
  state: z.enum(['submitted', 'accepted', 'returned']),
  first_at: z.number(),
});

export type Counts = Readonly<Partial<Record<CounterMeasure, number>>>;

export interface PictureRows {
  readonly cuts: readonly (z.infer<typeof cutRow> & { readonly counts: Counts })[];
  readonly months: readonly (z.infer<typeof trendRow> & { readonly counts: Counts })[];
  readonly curators: readonly z.infer<typeof curatorRow>[];
  readonly norms: readonly z.infer<typeof normRow>[];
  readonly normMonths: readonly z.infer<typeof normMonthRow>[];
  readonly handIns: readonly z.infer<typeof handInRow>[];
}

const SUMS = Object.entries(COLUMN_OF)
  .map(([measure, column]) => `sum(${column}) AS "${measure}"`)
  .join(', ');
/**
 * Registers that another has taken the place of no longer count. In this order of joins the database reads the counters
 * of one cut; left to itself it reads those of every curator too.
 */
const LIVE = `
  district CROSS JOIN register ON register.district_id = district.id AND register.retired_at IS NULL
  CROSS JOIN counter ON counter.district_id = register.district_id AND counter.register_id = register.id`;
const CUTS = `
  SELECT district.id AS district_id, iif(month < ?2, 'before', 'within') AS place, level, ${SUMS}
  FROM ${LIVE} WHERE region_id = ?1 AND cut = 'all' AND month <= ?3 GROUP BY 1, 2, 3`;
const MONTHS = `
  SELECT month, ${SUMS} FROM ${LIVE} WHERE region_id = ?1 AND cut = 'all' AND month <= ?2 GROUP BY month ORDER BY month`;
/** With open cases. One who works in two registers of a district counts in both. */
const CURATORS = `
  SELECT district.id AS district_id, sum(grown) AS curators
  FROM district JOIN register ON register.district_id = district.id AND register.retired_at IS NULL
  JOIN curator_month AS busy ON busy.district_id = register.district_id AND busy.register_id = register.id
  WHERE region_id = ?1 AND month <= ?2 GROUP BY 1`;
const NORM_SUMS = `
    sum(visitsKept) AS visitsKept, sum(visitsMissed) AS visitsMissed,
    sum(termsKept) AS termsKept, sum(termsLate) AS termsLate, sum(termsOverdue) AS termsOverdue
  FROM district JOIN register ON register.district_id = district.id AND register.retired_at IS NULL
  JOIN norm_count AS n ON n.district_id = register.district_id AND n.register_id = register.id
  WHERE region_id = ?1 AND month BETWEEN ?2 AND ?3 GROUP BY 1`;
const NORMS = `SELECT district.id AS district_id, ${NORM_SUMS}`;
const NORM_MONTHS = `SELECT month, ${NORM_SUMS}`;
const HAND_INS = `
  SELECT h.district_id, h.number, h.at, h.state,
    (SELECT min(at) FROM hand_in WHERE district_id = h.district_id AND period = ?2) AS first_at
  FROM district JOIN hand_in AS h ON h.district_id = district.id AND h.period = ?2
  WHERE region_id = ?1 AND h.number = (SELECT max(number) FROM hand_in WHERE district_id = h.district_id AND period = ?2)`;

const countsRow: z.ZodType<Counts> = z.object(
  Object.fromEntries(Object.keys(COLUMN_OF).map((measure) => [measure, z.number()])),
);

/** Rows with their sums beside what they are sums of. */
function withCounts<S extends z.ZodObject>(schema: S, result: Parameters<typeof rowsOf>[1]) {
  const sums = rowsOf(countsRow, result);
  return rowsOf(schema, result).map((row, at) => ({ ...row, counts: sums[at] ?? {} }));
}

/** Months are "2026-07", `trendFrom` the first of the course; the period is the key under which registers are handed in. */
export async function readPicture(
  db: SqlDatabase,
  { regionId }: RegionScope,
  wish: { readonly from: string; readonly to: string; readonly trendFrom: string; readonly period: string },
): Promise<PictureRows> {
  const [cuts, months, curators, norms, normMonths, handIns] = await db.batch([
    db.prepare(CUTS).bind(regionId, wish.from, wish.to),
    db.prepare(MONTHS).bind(regionId, wish.to),
    db.prepare(CURATORS).bind(regionId, wish.to),
    db.prepare(NORMS).bind(regionId, wish.from, wish.to),
    db.prepare(NORM_MONTHS).bind(regionId, wish.trendFrom, wish.to),
    db.prepare(HAND_INS).bind(regionId, wish.period),
  ]);
  return {
    cuts: withCounts(cutRow, cuts),
    months: withCounts(trendRow, months),
    curators: rowsOf(curatorRow, curators),
    norms: rowsOf(normRow, norms),
    normMonths: rowsOf(normMonthRow, normMonths),
    handIns: rowsOf(handInRow, handIns),
  };
}
