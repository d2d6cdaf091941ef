/**
 * What a programmer in a hurry would write: loops that find the same places as some of the rules and keep a bare tuple
 * for each. No message, no parameters, no ledger, no order, no account of what could not be judged. It covers one rule
 * of each kind of work (cells, rows, groups, visits by family); the others are not in it, and are not compared.
 */
import { addMonths } from '../../shared/calendar/month-arithmetic.ts';
import type { Day } from '../../shared/domain/day.ts';
import type { FamilyRow, Register, VisitRow } from '../../shared/domain/register.ts';
import type { Pack } from '../../shared/packs/pack.ts';

/** Rule, sheet, row. */
export type Tuple = readonly [string, string, number];

export const COVERED: ReadonlySet<string> = new Set([
  'cell/code-unknown',
  'identity/case-number-duplicate',
  'identity/visit-orphan',
  'level/term-exceeded',
  'caseload/over-norm',
  'visits/outside-support',
  'visits/duplicate',
  'deadline/order',
  'closing/reason-missing',
]);

/** The findings of the covered rules. Norms are those that stand in the pack as single norms. */
export function bareLoop({ families, visits, specialists }: Register, pack: Pack, asOf: Day): readonly Tuple[] {
  const found: Tuple[] = [];
  const byNumber = new Map<string, FamilyRow>();
  const byCurator = new Map<string, FamilyRow[]>();
  for (const row of families) {
    judgeFamily(row, { found, pack, asOf });
    const number = row.values.caseNo;
    if (number && byNumber.has(number)) found.push(['identity/case-number-duplicate', row.table.sheet, row.row]);
    else if (number) byNumber.set(number, row);
    const { curator, level, closedOn } = row.values;
    if (!curator || !level?.code || !(closedOn === null || closedOn === undefined || closedOn > asOf)) continue;
    const key = `${curator}|${level.code}`;
    const load = byCurator.get(key);
    if (load) load.push(row);
    else byCurator.set(key, [row]);
  }
  judgeVisits(visits, byNumber, found);
  const rates = new Map<string, number>();
  for (const { values } of specialists)
    rates.set(values.name ?? '', (rates.get(values.name ?? '') ?? 0) + (values.rate ?? 1));
  for (const [key, rows] of byCurator) {
    const [curator = '', level = ''] = key.split('|');
    const max = single(pack.levels[level]?.caseload)?.max;
    const beyond = max === undefined ? undefined : rows[max * (rates.get(curator) ?? 1)];
    if (beyond) found.push(['caseload/over-norm', beyond.table.sheet, beyond.row]);
  }
  return found;
}

interface Loop {
  readonly found: Tuple[];
  readonly pack: Pack;
  readonly asOf: Day;
}

function judgeFamily({ values, table: { sheet }, row }: FamilyRow, { found, pack, asOf }: Loop): void {
  const { source, categories, closeReason, closedOn, level } = values;
  if (source && source.code === null) found.push(['cell/code-unknown', sheet, row]);
  for (const category of categories ?? []) if (category.code === null) found.push(['cell/code-unknown', sheet, row]);
  if (closeReason && closeReason.code === null) found.push(['cell/code-unknown', sheet, row]);
  const steps = [
    values.applicationDate,
    values.surveyDate,
    values.programDate,
    values.decisionDate,
    values.contractDate,
    values.startDate,
    closedOn,
  ];
  let before = -Infinity;
  for (const day of steps) {
    if (day === null || day === undefined || Number.isNaN(day)) continue;
    if (day < before) found.push(['deadline/order', sheet, row]);
    before = day;
  }
  const isClosed = closedOn !== null && closedOn !== undefined && !(closedOn > asOf);
  if (isClosed && !closeReason) found.push(['closing/reason-missing', sheet, row]);
  const start = values.startDate ?? values.contractDate;
  const months = single(pack.levels[level?.code ?? '']?.term)?.months;
  if (!isClosed && start !== null && start !== undefined && months !== undefined && asOf > addMonths(start, months)) {
    found.push(['level/term-exceeded', sheet, row]);
  }
}

function judgeVisits(visits: readonly VisitRow[], byNumber: ReadonlyMap<string, FamilyRow>, found: Tuple[]): void {
  const seen = new Set<string>();
  for (const { values, table, row } of visits) {
    const { caseNo, date, specialist } = values;
    const family = caseNo ? byNumber.get(caseNo) : undefined;
    if (!family) {
      found.push(['identity/visit-orphan', table.sheet, row]);
      continue;
    }
    if (date === null || date === undefined) continue;
    const start = family.values.startDate ?? family.values.contractDate;
    const { closedOn } = family.values;
    const isOutside = (start && date < start) || (closedOn && date > closedOn);
    if (isOutside) found.push(['visits/outside-support', table.sheet, row]);
    const key = `${caseNo}|${date}|${specialist}`;
    if (seen.has(key)) found.push(['visits/duplicate', table.sheet, row]);
    seen.add(key);
  }
}

function single<N>(norm: N | readonly N[] | null | undefined): N | null {
  return Array.isArray(norm) ? (norm[0] ?? null) : ((norm as N | null | undefined) ?? null);
}
