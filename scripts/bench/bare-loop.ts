/**
 * What a programmer in a hurry would write: loops that find the same places as the rules and keep a bare tuple for each.
 * No message, no parameters, no ledger, no order, no account of what could not be judged, and nothing that the bench's
 * registers do not hold (transfers, members, norms that change in time). It covers every rule that finds something in
 * them; rules that find nothing cost it nothing.
 */
import { addMonths } from '../../shared/calendar/month-arithmetic.ts';
import { periodsBetween } from '../../shared/calendar/periods.ts';
import type { Period } from '../../shared/calendar/periods.ts';
import type { Day } from '../../shared/domain/day.ts';
import type { PersonName } from '../../shared/domain/person-name.ts';
import { fitsName, personName } from '../../shared/domain/person-name.ts';
import type { FamilyRow, Register, VisitRow } from '../../shared/domain/register.ts';
import type { Pack } from '../../shared/packs/pack.ts';
import { isMissed, lateSteps } from './bare-steps.ts';

/** Rule, sheet, row. */
export type Tuple = readonly [string, string, number];

export const COVERED: ReadonlySet<string> = new Set([
  'cell/date-invalid',
  'cell/code-unknown',
  'identity/case-number-duplicate',
  'identity/family-duplicate',
  'identity/visit-orphan',
  'level/term-exceeded',
  'caseload/over-norm',
  'caseload/near-norm',
  'caseload/over-weighted',
  'visits/below-norm',
  'visits/outside-support',
  'visits/duplicate',
  'visits/other-specialist',
  'deadline/late',
  'deadline/overdue',
  'deadline/order',
  'deadline/review-overdue',
  'closing/reason-missing',
]);

export interface Loop {
  readonly found: Tuple[];
  readonly pack: Pack;
  readonly asOf: Day;
  readonly months: readonly Period[];
  readonly weeks: readonly Period[];
}

const EARLIEST: Day = -25_567;
const LATEST: Day = 47_846;
const NOBODY: readonly VisitRow[] = [];

/** The findings of the covered rules. */
export function bareLoop({ families, visits, specialists }: Register, pack: Pack, asOf: Day): readonly Tuple[] {
  const found: Tuple[] = [];
  const periods = (kind: 'month' | 'week') => periodsBetween(kind, asOf - 1_000, asOf);
  const loop: Loop = { found, pack, asOf, months: periods('month'), weeks: periods('week') };
  const byNumber = new Map<string, FamilyRow>();
  const byCurator = new Map<string, FamilyRow[]>();
  const byName = new Map<string, { row: FamilyRow; name: PersonName }[]>();
  for (const row of families) {
    judgeFamily(row, loop);
    const number = row.values.caseNo;
    if (number && byNumber.has(number)) found.push(['identity/case-number-duplicate', row.table.sheet, row.row]);
    else if (number) byNumber.set(number, row);
    if (!isOpen(row, asOf)) continue;
    judgeTwins(row, byName, found);
    const { curator } = row.values;
    if (!curator) continue;
    const load = byCurator.get(curator);
    if (load) load.push(row);
    else byCurator.set(curator, [row]);
  }
  const ofFamily = judgeVisits(visits, byNumber, found);
  for (const row of families) judgeWork(row, ofFamily.get(row) ?? NOBODY, loop);
  const rates = new Map<string, number>();
  for (const { values } of specialists)
    rates.set(values.name ?? '', (rates.get(values.name ?? '') ?? 0) + (values.rate ?? 1));
  for (const [curator, rows] of byCurator) judgeLoad(rows, rates.get(curator) ?? 1, loop);
  return found;
}

export function isOpen({ values: { closedOn } }: FamilyRow, asOf: Day): boolean {
  return closedOn === null || closedOn === undefined || closedOn > asOf;
}

function judgeFamily(row: FamilyRow, { found, pack, asOf }: Loop): void {
  const { values, table, row: at } = row;
  const { sheet } = table;
  const { source, categories, closeReason, closedOn, level, children } = values;
  if (source && source.code === null) found.push(['cell/code-unknown', sheet, at]);
  if (categories?.some(({ code }) => code === null)) found.push(['cell/code-unknown', sheet, at]);
  if (closeReason && closeReason.code === null) found.push(['cell/code-unknown', sheet, at]);
  let before = -Infinity;
  for (const day of [
    values.applicationDate,
    values.surveyDate,
    values.programDate,
    values.decisionDate,
    values.contractDate,
    values.startDate,
    closedOn,
  ]) {
    if (day === null || day === undefined) continue;
    if (isNoDate(day)) found.push(['cell/date-invalid', sheet, at]);
    if (day < before) found.push(['deadline/order', sheet, at]);
    before = day;
  }
  if (children?.some(({ birthDate }) => birthDate !== null && isNoDate(birthDate)))
    found.push(['cell/date-invalid', sheet, at]);
  const open = isOpen(row, asOf);
  if (!open && !closeReason) found.push(['closing/reason-missing', sheet, at]);
  const start = values.startDate ?? values.contractDate;
  const norms = pack.levels[level?.code ?? ''];
  if (!open || start === null || start === undefined || !norms) return;
  const term = single(norms.term);
  if (term && asOf > addMonths(start, term.months)) found.push(['level/term-exceeded', sheet, at]);
  const review = single(norms.review);
  let reviewed = start;
  for (const day of values.reviewDates ?? []) reviewed = Math.max(reviewed, day);
  if (review && asOf > addMonths(reviewed, review.everyMonths)) found.push(['deadline/review-overdue', sheet, at]);
}

const isNoDate = (day: Day): boolean => Number.isNaN(day) || day < EARLIEST || day > LATEST;

function judgeTwins(row: FamilyRow, byName: Map<string, { row: FamilyRow; name: PersonName }[]>, found: Tuple[]): void {
  if (!row.values.applicant) return;
  const name = personName(row.values.applicant);
  for (const { birthDate } of row.values.children ?? []) {
    if (birthDate === null || Number.isNaN(birthDate)) continue;
    const key = `${name.rough}|${birthDate}`;
    const known = byName.get(key);
    if (!known) byName.set(key, [{ row, name }]);
    else {
      if (known.some((one) => one.row !== row && fitsName(one.name, name)))
        found.push(['identity/family-duplicate', row.table.sheet, row.row]);
      known.push({ row, name });
    }
  }
}

function judgeVisits(
  visits: readonly VisitRow[],
  byNumber: ReadonlyMap<string, FamilyRow>,
  found: Tuple[],
): ReadonlyMap<FamilyRow, readonly VisitRow[]> {
  const ofFamily = new Map<FamilyRow, VisitRow[]>();
  for (const visit of visits) {
    const { values, table, row } = visit;
    const family = values.caseNo ? byNumber.get(values.caseNo) : undefined;
    if (!family) {
      found.push(['identity/visit-orphan', table.sheet, row]);
      continue;
    }
    const { curator } = family.values;
    if (curator && values.specialist && values.specialist !== curator)
      found.push(['visits/other-specialist', table.sheet, row]);
    const { date } = values;
    if (date === null || date === undefined) continue;
    if (isNoDate(date)) found.push(['cell/date-invalid', table.sheet, row]);
    const start = family.values.startDate ?? family.values.contractDate;
    const { closedOn } = family.values;
    if ((start && date < start) || (closedOn && date > closedOn))
      found.push(['visits/outside-support', table.sheet, row]);
    const known = ofFamily.get(family);
    if (!known) ofFamily.set(family, [visit]);
    else if (known.some((one) => one.values.date === date && one.values.specialist === values.specialist))
      found.push(['visits/duplicate', table.sheet, row]);
    else known.push(visit);
  }
  return ofFamily;
}

function judgeWork(row: FamilyRow, visits: readonly VisitRow[], loop: Loop): void {
  if (isMissed(row, visits, loop)) loop.found.push(['visits/below-norm', row.table.sheet, row.row]);
  lateSteps(row, visits, loop);
}

function judgeLoad(rows: readonly FamilyRow[], rate: number, { found, pack }: Loop): void {
  const byLevel = new Map<string, FamilyRow[]>();
  for (const row of rows) {
    const code = row.values.level?.code;
    if (!code) continue;
    const its = byLevel.get(code);
    if (its) its.push(row);
    else byLevel.set(code, [row]);
  }
  let load = 0;
  let isOver = false;
  for (const [code, its] of byLevel) {
    const max = single(pack.levels[code]?.caseload)?.max;
    if (max === undefined) continue;
    load += its.length / max;
    const beyond = its[Math.floor(max * rate)];
    const near = its.at(-1);
    if (!beyond && near && max >= 10 && its.length >= max * rate * 0.9)
      found.push(['caseload/near-norm', near.table.sheet, near.row]);
    if (!beyond) continue;
    isOver = true;
    found.push(['caseload/over-norm', beyond.table.sheet, beyond.row]);
  }
  const last = rows.at(-1);
  if (!isOver && last && load > rate + 1e-9) found.push(['caseload/over-weighted', last.table.sheet, last.row]);
}

export function single<N>(norm: N | readonly N[] | null | undefined): N | null {
  return Array.isArray(norm) ? (norm[0] ?? null) : ((norm as N | null | undefined) ?? null);
}
