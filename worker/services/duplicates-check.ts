/**
 * The rules over several districts, run on what the server has, with their ledger: what was judged, and what was not and
 * why. Families are compared by fingerprints that two districts share; moves come from an index of their own; caseloads
 * from the counters, so that a region of any size is judged without reading its cases.
 */
import { periodOf } from '../../shared/calendar/periods.ts';
import { isoOf, type Day } from '../../shared/domain/day.ts';
import type { LedgerEntry, Skipped } from '../../shared/domain/finding.ts';
import type { Pack } from '../../shared/packs/pack.ts';
import { checkRegion } from '../../shared/rules/region/check-region.ts';
import { familyInTwoDistricts } from '../../shared/rules/region/family-in-two-districts.ts';
import type { RegionCase, RegionFinding, RegionResult } from '../../shared/rules/region/region-rule.ts';
import { specialistLoad } from '../../shared/rules/region/specialist-load.ts';
import { transferUnmatched } from '../../shared/rules/region/transfer-unmatched.ts';
import type { RegionCheck } from '../../shared/sync/duplicate-wire.ts';
import { readRegionShared, type SharedCase } from '../store/duplicate-store.ts';
import { readOverview, type OverviewRow } from '../store/overview-store.ts';
import { readRegionCheck, type RegionCheckRows } from '../store/region-check-store.ts';
import type { MemberScope, RegionScope } from '../store/scope.ts';
import { codeOrNull, matchDecision, regionCase } from './duplicate-cases.ts';
import { dayAt } from './moscow-day.ts';
import type { Ports } from './ports.ts';
import { regionNorms } from './region-packs.ts';
import { summarySchema, type Summary } from './summary.ts';

/** Findings of one rule that are told at most. */
const MOST_FINDINGS = 200;

interface Known {
  readonly pack: Pack;
  readonly asOf: Day;
  readonly rows: RegionCheckRows;
}

/** Runs all of them, on today. */
export async function regionCheck(ports: Ports, scope: RegionScope, member: MemberScope): Promise<RegionCheck> {
  const asOf = dayAt(ports.now());
  const [shared, rows, seen, { pack }] = await Promise.all([
    readRegionShared(ports.db, scope),
    readRegionCheck(ports.db, scope, periodOf('month', asOf).key),
    readOverview(ports.db, scope),
    regionNorms(ports, member, asOf),
  ]);
  const known = { pack, asOf, rows };
  const all = [...new Map([...shared.cases, ...rows.moved].map((row) => [caseKey(row), row])).values()];
  const cases = all.map(regionCase);
  const decisions = shared.decisions.map(matchDecision);
  const families = checkRegion({ pack, asOf, cases, staff: [], decisions }, [familyInTwoDistricts, transferUnmatched]);
  const loads = checkLoads(known);
  const rowOf = new Map(cases.map((one, at) => [`${one.district} ${one.id}`, all[at]]));
  const titles = new Map(seen.map(({ district_id, title }) => [district_id, title]));
  const summaries = summariesOf(seen);
  return {
    asOf: isoOf(asOf),
    pack: { id: pack.id, version: pack.version },
    findings: [
      ...firstOf(families, familyInTwoDistricts.id).map((one) => ofCase(one, titles, rowOf)),
      ...firstOf(families, transferUnmatched.id).map((one) => ofCase(one, titles, rowOf)),
      ...firstOf(loads, specialistLoad.id).map((one) => ofCurator(one, titles, rows)),
    ],
    ledger: [...families.ledger, ...loads.ledger].map((entry) => shownEntry(entry, summaries, rows)),
    silent: [...titles].flatMap(([id, title]) =>
      seen.some((one) => one.district_id === id && one.number !== null) ? [] : [title],
    ),
  };
}

function firstOf({ findings }: RegionResult, rule: string): readonly RegionFinding[] {
  return findings.filter((finding) => finding.rule === rule).slice(0, MOST_FINDINGS);
}

function caseKey({ district, register, row }: SharedCase): string {
  return `${district} ${register} ${row}`;
}

/** Cases of specialists who work in several districts, as many as the counters say; each is named by its curator. */
function checkLoads({ pack, asOf, rows }: Known): RegionResult {
  const cases = rows.loads.flatMap(({ curator, district_id: district, level, open }) =>
    Array.from({ length: open }, (): RegionCase => ({
      district,
      id: curator,
      curator,
      level: codeOrNull(level === '' ? null : level),
      fingerprints: [],
      isRefused: false,
      start: null,
      closedOn: null,
      closeReason: null,
    })),
  );
  const staff = rows.staff.flatMap(({ district_id: district, name, rate }) =>
    name === null ? [] : [{ district, curator: name, rate: typeof rate === 'string' ? Number.NaN : rate }],
  );
  return checkRegion({ pack, asOf, cases, staff, decisions: [] }, [specialistLoad]);
}

type Shown = RegionCheck['findings'][number];
type Titles = ReadonlyMap<string, string>;

function shownFinding({ rule, severity, district, params }: RegionFinding, titles: Titles) {
  const shown = Object.fromEntries(
    Object.entries(params).map(([name, value]) => [name, Array.isArray(value) ? [...value] : value]),
  ) as Shown['params'];
  return { rule, severity, district: { id: district, title: titles.get(district) ?? district }, params: shown };
}

function ofCase(finding: RegionFinding, titles: Titles, rowOf: ReadonlyMap<string, SharedCase | undefined>): Shown {
  const row = rowOf.get(`${finding.district} ${finding.id}`);
  const applicant = row?.applicant ?? null;
  return {
    ...shownFinding(finding, titles),
    register: row?.register ?? null,
    row: row?.row ?? null,
    curator: null,
    sealed:
      row && applicant !== null ? { table: 'families', row: row.row, field: 'applicant', value: applicant } : null,
  };
}

function ofCurator(finding: RegionFinding, titles: Titles, { staff }: RegionCheckRows): Shown {
  const line = staff.find(({ name, sealed, district_id }) => {
    return name === finding.id && sealed !== null && district_id === finding.district;
  });
  return {
    ...shownFinding(finding, titles),
    register: null,
    row: null,
    curator: finding.id,
    sealed: line?.sealed ? { table: 'specialists', row: line.row_id, field: 'name', value: line.sealed } : null,
  };
}

function summariesOf(seen: readonly OverviewRow[]): readonly Summary[] {
  return seen.flatMap(({ summary }) => (summary === null ? [] : [summarySchema.parse(JSON.parse(summary))]));
}

function shownSkips(list: readonly Skipped[]) {
  return list.map(({ reason, detail, rows }) => ({ reason, detail, rows }));
}

/** Cases without a fingerprint are counted when a register is sent: they never reach the comparison. */
function shownEntry(
  { rule, looked, findings, skipped }: LedgerEntry,
  summaries: readonly Summary[],
  { crowded }: Pick<RegionCheckRows, 'crowded'>,
) {
  const sum = (of: (one: Summary) => number): number => summaries.reduce((all, one) => all + of(one), 0);
  const id = rule as RegionCheck['ledger'][number]['rule'];
  const without = sum(({ prints, openCases }) => prints?.without ?? openCases);
  const notSent = { reason: 'not-sent', detail: 'fingerprint', rows: without };
  if (id === familyInTwoDistricts.id) {
    const others = skipped.filter(({ reason }) => reason !== 'not-sent');
    const shared = { reason: 'not-sent', detail: 'crowded', rows: crowded };
    const all = [...shownSkips(others), ...[notSent, shared].filter(({ rows }) => rows > 0)];
    return { rule: id, looked: sum(({ openCases }) => openCases), findings, skipped: all };
  }
  if (id !== specialistLoad.id) return { rule: id, looked, findings, skipped: shownSkips(skipped) };
  // Only a region's key gives a specialist one pseudonym in all districts.
  const unkeyed = sum(({ prints, curators }) => (prints?.isKeyed === true ? 0 : curators.length));
  const noKey = { reason: 'not-sent', detail: 'region-key', rows: unkeyed };
  return { rule: id, looked, findings, skipped: [...shownSkips(skipped), ...(unkeyed > 0 ? [noKey] : [])] };
}
