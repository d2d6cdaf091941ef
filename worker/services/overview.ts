/** The region at a glance: who has sent, how many cases at which level, what the server found, who carries too much. */
import * as z from 'zod';
import { readOverview, type OverviewRow } from '../store/overview-store.ts';
import type { RegionScope } from '../store/scope.ts';
import type { Ports } from './ports.ts';
import { summarySchema, type Summary } from './summary.ts';

const levelCounts = z.array(z.object({ level: z.string().nullable(), cases: z.number() }));

export const districtOverviewSchema = z.object({
  district: z.object({ id: z.string(), title: z.string() }),
  lastSending: z.object({ number: z.number(), at: z.string(), asOf: z.string() }).nullable(),
  registers: z.number(),
  openCases: z.number(),
  casesByLevel: levelCounts,
  errors: z.number(),
  warnings: z.number(),
  notes: z.number(),
  curators: z.number(),
  curatorsOverNorm: summarySchema.shape.overNorm,
});

export const overviewSchema = z.object({
  region: z.object({ id: z.string(), title: z.string() }),
  at: z.string(),
  districts: z.array(districtOverviewSchema),
  total: z.object({
    districtsSent: z.number(),
    registers: z.number(),
    openCases: z.number(),
    casesByLevel: levelCounts,
    errors: z.number(),
    warnings: z.number(),
    notes: z.number(),
    curators: z.number(),
    curatorsOverNorm: z.number(),
  }),
});

type DistrictOverview = z.infer<typeof districtOverviewSchema>;
export type Overview = z.infer<typeof overviewSchema>;

/** All districts of the region, by title; sums beside them. */
export async function overview(
  ports: Ports,
  scope: RegionScope,
  region: { readonly id: string; readonly title: string },
): Promise<Overview> {
  const byDistrict = Map.groupBy(await readOverview(ports.db, scope), (row) => row.district_id);
  const districts = [...byDistrict.values()].map(districtOverview);
  districts.sort((a, b) => a.district.title.localeCompare(b.district.title, 'ru'));
  const sum = (of: (one: DistrictOverview) => number): number => districts.reduce((total, one) => total + of(one), 0);
  return {
    region,
    at: new Date(ports.now()).toISOString(),
    districts,
    total: {
      districtsSent: districts.filter(({ lastSending }) => lastSending !== null).length,
      registers: sum((one) => one.registers),
      openCases: sum((one) => one.openCases),
      casesByLevel: addLevels(districts.map((one) => one.casesByLevel)),
      errors: sum((one) => one.errors),
      warnings: sum((one) => one.warnings),
      notes: sum((one) => one.notes),
      curators: sum((one) => one.curators),
      curatorsOverNorm: sum((one) => new Set(one.curatorsOverNorm.map(({ curator }) => curator)).size),
    },
  };
}

function districtOverview(rows: readonly OverviewRow[]): DistrictOverview {
  const [first] = rows;
  if (first === undefined) throw new Error('a group has at least one row');
  const summaries: Summary[] = [];
  let last: { readonly number: number; readonly at: number; readonly asOf: string } | null = null;
  for (const { number, at, as_of, summary } of rows) {
    if (number === null || at === null || as_of === null || summary === null) continue;
    summaries.push(summarySchema.parse(JSON.parse(summary)));
    if (last === null || number > last.number) last = { number, at, asOf: as_of };
  }
  const sum = (of: (one: Summary) => number): number => summaries.reduce((total, one) => total + of(one), 0);
  return {
    district: { id: first.district_id, title: first.title },
    lastSending: last && { ...last, at: new Date(last.at).toISOString() },
    registers: summaries.length,
    openCases: sum((one) => one.openCases),
    casesByLevel: addLevels(summaries.map((one) => one.levels)),
    errors: sum((one) => one.errors),
    warnings: sum((one) => one.warnings),
    notes: sum((one) => one.notes),
    curators: new Set(summaries.flatMap((one) => one.curators)).size,
    curatorsOverNorm: summaries.flatMap((one) => one.overNorm),
  };
}

type LevelCounts = z.infer<typeof levelCounts>;

function addLevels(parts: readonly LevelCounts[]): LevelCounts {
  const counts = new Map<string | null, number>();
  for (const { level, cases } of parts.flat()) counts.set(level, (counts.get(level) ?? 0) + cases);
  return [...counts].map(([level, cases]) => ({ level, cases })).toSorted((a, b) => b.cases - a.cases);
}
