/** The cases behind a figure of one district, counted from its rows as they are now. */
import { isoOf, isKnown, type Day } from '../../shared/domain/day.ts';
import { isNotClosed } from '../../shared/domain/case-state.ts';
import { FIGURES, NORM_FIGURES, type FigureName, type NormFigure } from '../../shared/domain/figure-names.ts';
import { DEFAULT_PACK_ID } from '../../shared/packs/packs.ts';
import { sealedName } from '../../shared/privacy/travel.ts';
import type { CaseFacts } from '../../shared/reports/case-facts.ts';
import { contribution, isMeant } from '../../shared/reports/figures.ts';
import { isInMonths, normEvents } from '../../shared/reports/norm-months.ts';
import { reportPeriod, type ReportPeriod } from '../../shared/reports/report-period.ts';
import { failed, type Outcome } from '../../shared/sync/error-codes.ts';
import type { WireRow } from '../../shared/sync/rebuild-register.ts';
import type { CaseFigure, CaseList, SealedNames } from '../../shared/sync/region-wire.ts';
import { readErrors, readJudgedRegisters, type JudgedRegister, type RowError } from '../store/case-store.ts';
import { readAllCaseRows } from '../store/counter-store.ts';
import { registerScope, type DistrictScope, type RegisterScope } from '../store/scope.ts';
import { factsOfRows, journalFrom } from './facts-of-rows.ts';
import { wireRows } from './kept-rows.ts';
import type { Ports } from './ports.ts';
import { packFor } from './region-packs.ts';
import { summarySchema } from './summary.ts';

const MOST_CASES = 500;

export interface FigureWish {
  readonly period: string;
  readonly figure: CaseFigure;
  /** «none»: of unknown level. */
  readonly level?: string | undefined;
}

type Listed = CaseList['cases'][number];
/** What a case adds to the figure, and why. */
type Part = (one: CaseFacts) => { readonly count: number; readonly rules?: readonly string[] };

/**
 * The cases, in the order of their rows. One register after another is read and let go, and of their cases the first are
 * kept: a district may have more rows than a Worker has room for.
 */
export async function figureCases(
  ports: Ports,
  scope: DistrictScope,
  { period: key, figure, level }: FigureWish,
): Promise<Outcome<CaseList>> {
  const period = reportPeriod(key);
  if (period === null) return failed('body-malformed');
  const isByCurator = figure === 'specialists' || figure === 'overNorm';
  let [total, first, rest]: [number, readonly Listed[], readonly Listed[]] = [0, [], []];
  for (const judged of await readJudgedRegisters(ports.db, scope)) {
    const wish = { figure, level, period, of: judged };
    const found = await registerCases(ports, registerScope(scope, judged.register), wish);
    total += found.cases.length + found.elsewhere.length;
    const cases = [...first, ...found.cases];
    first = (isByCurator ? cases.toSorted(byCurator) : cases).slice(0, MOST_CASES);
    rest = [...rest, ...found.elsewhere].slice(0, MOST_CASES);
  }
  return { ok: true, value: { total, cases: [...first, ...rest].slice(0, MOST_CASES) } };
}

interface RegisterWish extends Pick<FigureWish, 'figure' | 'level'> {
  readonly period: ReportPeriod;
  readonly of: JudgedRegister;
}

interface RegisterCases {
  readonly cases: readonly Listed[];
  /** Errors that belong to none of its families. */
  readonly elsewhere: readonly Listed[];
}

async function registerCases(
  ports: Ports,
  scope: RegisterScope,
  { figure, level, period, of }: RegisterWish,
): Promise<RegisterCases> {
  const rows = wireRows(await readAllCaseRows(ports.db, scope));
  const errors = figure === 'errors' ? await readErrors(ports.db, scope) : [];
  const hasJournal = rows.some(({ kind }) => kind === 'visits');
  const facts = factsOfRows(rows, { district: scope.districtId, asOf: of.asOf ?? period.to, hasJournal });
  const partOf = await parts(ports, scope, { figure, period, of, rows, facts, errors });
  const where = level === undefined ? {} : { level: level === 'none' ? null : level };
  const valuesOf = new Map(rows.map(({ id, values }) => [id, values]));
  const cases = facts.flatMap((facing): readonly Listed[] => {
    const { count, rules = [] } = isMeant(facing, where) ? partOf(facing) : { count: 0 };
    const sealed = sealedNames(valuesOf.get(facing.id) ?? {});
    return count === 0 ? [] : [{ ...listed(facing), register: of.register, count, rules: [...rules], sealed }];
  });
  return { cases, elsewhere: level === undefined ? elsewhere(of.register, errors, cases) : [] };
}

const byCurator = (a: Listed, b: Listed): number => ((a.curator ?? '') < (b.curator ?? '') ? -1 : 1);

const iso = (day: Day | null): string | null => (isKnown(day) ? isoOf(day) : null);

function listed({ id, level, start, closedOn, isPositive, curator }: CaseFacts) {
  return { row: id, level, start: iso(start), closedOn: iso(closedOn), isPositive, curator };
}

function sealedNames(values: WireRow['values']): SealedNames {
  const of = (field: keyof SealedNames): string | null => {
    const sealed = values[sealedName(field)];
    return typeof sealed === 'string' ? sealed : null;
  };
  return { caseNo: of('caseNo'), applicant: of('applicant'), curator: of('curator') };
}

interface PartWish {
  readonly figure: CaseFigure;
  readonly period: ReportPeriod;
  readonly of: JudgedRegister;
  readonly rows: readonly WireRow[];
  readonly facts: readonly CaseFacts[];
  /** Read for «errors» only. */
  readonly errors: readonly RowError[];
}

const isFigure = (figure: CaseFigure): figure is FigureName => (FIGURES as readonly string[]).includes(figure);
const isNorm = (figure: CaseFigure): figure is CaseFigure & NormFigure =>
  (NORM_FIGURES as readonly string[]).includes(figure);

async function parts(ports: Ports, scope: DistrictScope, wish: PartWish): Promise<Part> {
  const { figure, period } = wish;
  if (isFigure(figure)) return (one) => ({ count: contribution(one, figure, period) });
  if (isNorm(figure)) return countedIn(await normCases(ports, scope, { ...wish, figure }));
  if (figure === 'specialists') {
    return (one) => ({ count: one.curator === null ? 0 : contribution(one, 'end', period) });
  }
  return figure === 'overNorm' ? overNorm(wish) : errorParts(wish);
}

function countedIn(ids: Iterable<string>): Part {
  const counts = new Map<string, number>();
  for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + 1);
  return ({ id }) => ({ count: counts.get(id) ?? 0 });
}

/** By the norms, the region's own among them, that the register was judged by last. */
async function normCases(
  ports: Ports,
  scope: DistrictScope,
  { figure, period, of, rows, facts }: PartWish & { readonly figure: NormFigure },
): Promise<readonly string[]> {
  const { asOf } = of;
  const pack = asOf === null ? null : await packFor(ports, scope, of.pack ?? DEFAULT_PACK_ID, isoOf(asOf));
  if (pack === null || asOf === null) return [];
  const ids: string[] = [];
  for (const event of normEvents(facts, { asOf, pack, journalFrom: journalFrom(rows) })) {
    if (event.figure === figure && isInMonths(event, period)) ids.push(event.id);
  }
  return ids;
}

/** The open cases of the curators, at the levels, that the last sending found beyond the norm. */
function overNorm({ of: { summary, asOf } }: PartWish): Part {
  const loads = summary === null ? [] : summarySchema.parse(JSON.parse(summary)).overNorm;
  return ({ curator, level, isRefused, closedOn }) => {
    const isOpen = !isRefused && asOf !== null && isNotClosed(closedOn, asOf);
    const isOver = loads.some((one) => one.curator === curator && (one.level === null || one.level === level));
    return { count: Number(isOpen && isOver) };
  };
}

function errorParts({ errors }: PartWish): Part {
  const byRow = Map.groupBy(errors, ({ row }) => row);
  return ({ id }) => {
    const its = byRow.get(id) ?? [];
    return { count: its.length, rules: [...new Set(its.map(({ rule }) => rule))] };
  };
}

/** Errors at rows of other kinds, or at the register as a whole: they count too and belong to no family. */
function elsewhere(register: string, errors: readonly RowError[], found: readonly Listed[]): readonly Listed[] {
  const known = new Set(found.map(({ row }) => row));
  const others = errors.filter(({ row }) => row === null || !known.has(row));
  return [...Map.groupBy(others, ({ row }) => row ?? '')].map(([row, its]) => {
    const nothing = { level: null, start: null, closedOn: null, isPositive: false, curator: null };
    const sealed = { caseNo: null, applicant: null, curator: null };
    const rules = [...new Set(its.map(({ rule }) => rule))];
    return { ...nothing, register, row, count: its.length, rules, sealed };
  });
}
