/** The region at a glance: who has sent, how many cases at which level, what the server found, who carries too much. */
import { readOverview, type OverviewRow } from '../store/overview-store.ts';
import type { RegionScope } from '../store/scope.ts';
import type { Ports } from './ports.ts';
import { summarySchema, type Summary } from './summary.ts';

interface LevelCount {
  readonly level: string | null;
  readonly cases: number;
}

interface Counts {
  readonly registers: number;
  readonly openCases: number;
  readonly casesByLevel: readonly LevelCount[];
  readonly errors: number;
  readonly warnings: number;
  readonly notes: number;
  readonly curators: number;
}

interface DistrictOverview extends Counts {
  readonly district: { readonly id: string; readonly title: string };
  /** Null: never sent. */
  readonly lastSending: { readonly number: number; readonly at: string; readonly asOf: string } | null;
  readonly curatorsOverNorm: Summary['overNorm'];
}

export interface Overview {
  readonly region: { readonly id: string; readonly title: string };
  readonly at: string;
  readonly districts: readonly DistrictOverview[];
  readonly total: Counts & { readonly districtsSent: number; readonly curatorsOverNorm: number };
}

/** All districts of the region, by title; sums beside them. */
export async function overview(
  ports: Pick<Ports, 'db' | 'now'>,
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

function addLevels(parts: readonly (readonly LevelCount[])[]): readonly LevelCount[] {
  const counts = new Map<string | null, number>();
  for (const { level, cases } of parts.flat()) counts.set(level, (counts.get(level) ?? 0) + cases);
  return [...counts].map(([level, cases]) => ({ level, cases })).toSorted((a, b) => b.cases - a.cases);
}
