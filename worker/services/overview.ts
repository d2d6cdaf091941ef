/** The districts of a region at a glance: who has sent, what the server found there, who carries too much. */
import { readOverview, type OverviewRow } from '../store/overview-store.ts';
import type { RegionScope } from '../store/scope.ts';
import type { Ports } from './ports.ts';
import { summarySchema, type Summary } from './summary.ts';

const countsSchema = summarySchema.pick({ errors: true, warnings: true, overNorm: true });
type Counts = Pick<Summary, 'errors' | 'warnings' | 'overNorm'>;

export interface DistrictOverview {
  readonly district: { readonly id: string; readonly title: string };
  /** Null: never sent. */
  readonly lastSending: { readonly number: number; readonly at: string; readonly asOf: string } | null;
  readonly errors: number;
  readonly warnings: number;
  /** Curators with more cases than the norm allows, in any register of the district. */
  readonly overNorm: number;
}

/** All districts of the region, by title. */
export async function overview(ports: Pick<Ports, 'db'>, scope: RegionScope): Promise<readonly DistrictOverview[]> {
  const byDistrict = Map.groupBy(await readOverview(ports.db, scope), (row) => row.district_id);
  const districts = [...byDistrict.values()].map(districtOverview);
  return districts.toSorted((a, b) => a.district.title.localeCompare(b.district.title, 'ru'));
}

function districtOverview(rows: readonly OverviewRow[]): DistrictOverview {
  const [first] = rows;
  if (first === undefined) throw new Error('a group has at least one row');
  const counts: Counts[] = [];
  let last: { readonly number: number; readonly at: number; readonly asOf: string } | null = null;
  for (const { number, at, as_of, summary } of rows) {
    if (number === null || at === null || as_of === null || summary === null) continue;
    counts.push(countsSchema.parse(JSON.parse(summary)));
    if (last === null || number > last.number) last = { number, at, asOf: as_of };
  }
  const sum = (of: (one: Counts) => number): number => counts.reduce((total, one) => total + of(one), 0);
  return {
    district: { id: first.district_id, title: first.title },
    lastSending: last && { ...last, at: new Date(last.at).toISOString() },
    errors: sum((one) => one.errors),
    warnings: sum((one) => one.warnings),
    overNorm: new Set(counts.flatMap((one) => one.overNorm.map(({ curator }) => curator))).size,
  };
}
