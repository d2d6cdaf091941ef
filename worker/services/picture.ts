/** The region's page: the consolidated table by district, what stands against the norms, who has handed in. */
import { addMonths } from '../../shared/calendar/month-arithmetic.ts';
import { periodOf, periodOfKey, periodsBetween } from '../../shared/calendar/periods.ts';
import { isoOf, type Day } from '../../shared/domain/day.ts';
import { FIGURES, NORM_FIGURES, type NormFigure } from '../../shared/domain/figure-names.ts';
import { tableFromCounters } from '../../shared/reports/counter-table.ts';
import type { ConsolidatedRow, ConsolidatedTable } from '../../shared/reports/consolidated.ts';
import type { Counter } from '../../shared/reports/counters.ts';
import { hideConsolidated, type ShownRow } from '../../shared/reports/hide-consolidated.ts';
import { deadlineIso, punctuality, type ReportPeriod } from '../../shared/reports/report-period.ts';
import type { Outcome } from '../../shared/sync/error-codes.ts';
import type { DistrictRow, Picture, PictureFigures } from '../../shared/sync/region-wire.ts';
import { readPicture, type PictureRows } from '../store/picture-store.ts';
import type { MemberScope, RegionScope } from '../store/scope.ts';
import { duePeriod } from './deadlines.ts';
import { correctedTotal, correctedTrend, countedOnce } from './duplicates-counted.ts';
import { dayAt } from './moscow-day.ts';
import { overview, type DistrictOverview } from './overview.ts';
import type { Ports } from './ports.ts';

/** The smallest group that is told to roles without rows. */
const HIDDEN_BELOW = 5;
const TREND_MONTHS = 12;

interface PictureWish {
  readonly period: string;
  /** The same region, for what everybody of it may read. */
  readonly member: MemberScope;
  /** The role may see single cases; others get small groups hidden. */
  readonly seesRows: boolean;
}

/** All districts of the region over a period; `body-malformed` for a period that is none. */
export async function picture(
  ports: Ports,
  scope: RegionScope,
  region: { readonly id: string; readonly title: string },
  { period: key, member, seesRows }: PictureWish,
): Promise<Outcome<Picture>> {
  const due = await duePeriod(ports, member, key);
  if (!due.ok) return due;
  const { period, isSet, norms } = due.value;
  const months = {
    from: monthOf(period.from),
    to: monthOf(period.to),
    trendFrom: monthOf(addMonths(period.to, 1 - TREND_MONTHS)),
  };
  const [seen, rows, once] = await Promise.all([
    overview(ports, scope),
    readPicture(ports.db, scope, { ...months, period: key }),
    countedOnce(ports, scope),
  ]);
  const table = tableOf(rows, seen, period);
  const now = ports.now();
  const districts = seen.map((one) => districtRow(one, table, { rows, period, today: dayAt(now) }));
  const correction = once(period);
  const open: Picture = {
    region,
    at: new Date(now).toISOString(),
    period: {
      key,
      from: isoOf(period.from),
      to: isoOf(period.to),
      deadline: deadlineIso(period),
      isDeadlineSet: isSet,
    },
    norms: { id: norms.pack.id, version: norms.pack.version, content: norms.content },
    hiddenBelow: null,
    districts,
    total: correctedTotal(totalOf(districts, table.total), correction),
    countedOnce: correction.families,
    trend: correctedTrend(trendOf(rows, period), once),
  };
  return { ok: true, value: seesRows ? open : hidden(open, table) };
}

function monthOf(day: Day): string {
  return periodOf('month', day).key;
}

/** The database has added up months before and within the period: each sum stands for one month of its place. */
function tableOf(
  { cuts }: PictureRows,
  districts: readonly DistrictOverview[],
  period: ReportPeriod,
): ConsolidatedTable {
  const monthAt = { before: monthOf(period.from - 1), within: monthOf(period.from) };
  const counters = cuts.map(({ district_id: district, place, level, counts }): Counter => ({
    district,
    month: monthAt[place],
    level,
    cut: 'all',
    value: '',
    counts,
  }));
  const groups = districts.map(({ district }) => district.id);
  return tableFromCounters(counters, { cut: 'district', period, groups, levels: [] });
}

function districtRow(
  seen: DistrictOverview,
  table: ConsolidatedTable,
  at: { readonly rows: PictureRows; readonly period: ReportPeriod; readonly today: Day },
): DistrictRow {
  const { id } = seen.district;
  const row = table.rows.find(({ group }) => group === id) ?? table.total;
  const norms = at.rows.norms.find((one) => one.district_id === id);
  const handIn = at.rows.handIns.find((one) => one.district_id === id);
  return {
    ...figuresOf(row),
    district: seen.district,
    lastSending: seen.lastSending,
    specialists: at.rows.curators.find((one) => one.district_id === id)?.curators ?? 0,
    norms: normsFrom((name) => norms?.[name] ?? 0),
    overNorm: seen.overNorm,
    errors: seen.errors,
    warnings: seen.warnings,
    handIn: handIn ? { number: handIn.number, at: new Date(handIn.at).toISOString(), state: handIn.state } : null,
    punctuality: punctuality(at.period, handIn ? dayAt(handIn.first_at) : null, at.today),
  };
}

function figuresOf({ cells, levels }: ConsolidatedRow): Pick<PictureFigures, 'figures' | 'levels' | 'childrenUnknown'> {
  return {
    figures: Object.fromEntries(FIGURES.map((name) => [name, cells[name].value])) as PictureFigures['figures'],
    childrenUnknown: cells.childrenUnknown.value,
    levels: levels.map(({ level, cell }) => ({ level, cases: cell.value })),
  };
}

function totalOf(districts: readonly DistrictRow[], row: ConsolidatedRow): PictureFigures {
  const sum = (of: (one: DistrictRow) => number | null): number =>
    districts.reduce((all, one) => all + (of(one) ?? 0), 0);
  return {
    ...figuresOf(row),
    norms: normsFrom((name) => sum(({ norms }) => norms[name])),
    specialists: sum(({ specialists }) => specialists),
    overNorm: sum(({ overNorm }) => overNorm),
    errors: sum(({ errors }) => errors),
    warnings: sum(({ warnings }) => warnings),
  };
}

function normsFrom(valueOf: (name: NormFigure) => number | null): PictureFigures['norms'] {
  return Object.fromEntries(NORM_FIGURES.map((name) => [name, valueOf(name)])) as PictureFigures['norms'];
}

function trendOf({ months, normMonths }: PictureRows, { to }: ReportPeriod): Picture['trend'] {
  const trend: Picture['trend'] = [];
  let stock = 0;
  const byMonth = new Map(months.map((one) => [one.month, one.counts]));
  const normsOf = new Map(normMonths.map(({ month, ...norms }) => [month, norms]));
  const first = periodOfKey(months[0]?.month ?? '');
  for (const { key: month } of first === null ? [] : periodsBetween('month', first.from, to)) {
    const counts = byMonth.get(month) ?? {};
    const start = stock;
    stock += counts.stock ?? 0;
    const { in: taken = 0, out = 0, positive = 0, transferred = 0, visits = 0 } = counts;
    const norms = normsOf.get(month) ?? normsFrom(() => 0);
    trend.push({ month, start, in: taken, out, positive, end: stock, transferred, visits, norms });
    if (trend.length > TREND_MONTHS) trend.shift();
  }
  return trend;
}

/** For roles without rows: families only, small groups hidden, and nothing that another table could be taken from. */
function hidden(open: Picture, table: ConsolidatedTable): Picture {
  const shown = hideConsolidated(table, HIDDEN_BELOW);
  const rowOf = (id: string): ShownRow => shown.rows.find(({ group }) => group === id) ?? shown.total;
  return {
    ...open,
    hiddenBelow: HIDDEN_BELOW,
    districts: open.districts.map((row) => withheld(row, rowOf(row.district.id))),
    total: withheld(open.total, shown.total),
    countedOnce: 0,
    trend: [],
  };
}

function withheld<T extends PictureFigures>(row: T, seen: ShownRow): T {
  return {
    ...row,
    figures: Object.fromEntries(
      FIGURES.map((name) => [name, name in seen.figures ? seen.figures[name as keyof ShownRow['figures']] : null]),
    ),
    childrenUnknown: null,
    levels: seen.levels.map(({ level, figure }) => ({ level, cases: figure })),
    norms: normsFrom(() => null),
    specialists: null,
    overNorm: null,
    errors: null,
    warnings: null,
  };
}
