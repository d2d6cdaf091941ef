import { isRefused, levelFromField } from '../../domain/case-state.ts';
import type { Severity } from '../../domain/finding.ts';
import { recordedVisits } from '../../domain/recorded-visits.ts';
import type { FamilyRow } from '../../domain/register.ts';
import type { FamilyCase } from '../links.ts';
import { levelParam, sourceParam } from '../norm-words.ts';
import { both, familyRule, severityOfNorm } from '../rule.ts';
import type { Out, TableRun } from '../rule.ts';
import { monthCounter } from './month-counts.ts';
import type { CountMonths } from './month-counts.ts';
import { periodName, periodNames } from './period-names.ts';
import { countWithin, coverage, visitDatesCell } from './visit-days.ts';
import { visitRequirements } from './visit-requirements.ts';
import type { VisitRequirement } from './visit-requirements.ts';

/** Whole weeks, months or quarters of support with fewer visits than the level's norm. */
export const visitsBelowNorm = familyRule({
  id: 'visits/below-norm',
  severity: 'by-norm',
  basis: ['S004', 'pack:levels.*.visits', 'pack:partialPeriods'],
  scope: 'family',
  reads: [
    'visitsByMonth',
    'visitDates',
    'level',
    'transfers',
    'startDate',
    'contractDate',
    'registeredOn',
    'closedOn',
    'decision',
  ],
  requires: ['level'],
  tables: [],
  needs: ['levels.*.visits', 'partialPeriods'],
  prepare: (run) => {
    const judging: Judging = {
      run,
      countMonths: run.has('visitsByMonth') ? monthCounter(run.table) : null,
      isCovered: run.has('visitDates') || run.hasTable('visits') ? coverage(run.table, run.journalFrom) : null,
    };
    if (!judging.countMonths && !judging.isCovered) {
      if (run.has('visitCount')) return run.skip('data-too-coarse', 'field:visitCount');
      return run.skip('column-missing', 'field:visitsByMonth');
    }
    return (family, out) => judgeFamily(family, judging, out);
  },
  examples: {
    passes: [
      {
        families: [
          { level: 'BASE', startDate: '2026-08-10', visitsByMonth: { '2026-08': 0, '2026-09': 2, '2026-10': 3 } },
        ],
      },
      {
        families: [{ level: 'BASE', startDate: '2026-08-10', closedOn: '2026-09-30', visitsByMonth: { '2026-09': 0 } }],
      },
      { families: [{ level: 'BASE', startDate: '2026-11-01', visitsByMonth: { '2026-11': 0 } }] },
      {
        families: [{ caseNo: '7', level: 'CRISIS', startDate: '2026-10-19' }],
        visits: [{ caseNo: '7', date: '2026-10-25', specialist: 'Лютикова А. П.' }],
      },
    ],
    fails: [
      { families: [{ level: 'BASE', startDate: '2026-09-01', visitsByMonth: { '2026-09': 1, '2026-10': 2 } }] },
      { families: [{ level: 'BASE', startDate: '2026-09-01', visitsByMonth: { '2026-09': 2, '2026-10': null } }] },
      {
        families: [{ caseNo: '7', level: 'CRISIS', startDate: '2026-10-12' }],
        visits: [{ caseNo: '7', date: '2026-10-25', specialist: 'Лютикова А. П.' }],
      },
      { families: [{ level: 'URGENT', startDate: '2026-10-19', visitDates: ['2026-10-20'] }] },
    ],
    undecidable: [
      { families: [{ level: 'CRISIS', startDate: '2026-09-01', visitsByMonth: { '2026-09': 1 } }] },
      { families: [{ level: 'BASE', startDate: '2026-07-01', visitsByMonth: { '2026-Q3': 1 } }] },
      {
        families: [{ level: 'BASE', startDate: '2026-09-01', visitsByMonth: { '2026-09': 0 } }],
        pack: { levels: { BASE: { visits: null } } },
      },
      {
        families: [
          {
            level: 'BASE',
            startDate: '2026-08-01',
            transfers: [['2026-10-05', 'BASE']],
            visitsByMonth: { '2026-09': 0 },
          },
        ],
      },
      { families: [{ level: 'BASE', startDate: '2026-09-01', visitsByMonth: { '2026-09': 'да' } }] },
      { families: [{ level: 'BASE', startDate: '2026-09-01' }] },
      { families: [{ level: 'BASE', startDate: '2026-09-01', visitCount: 1 }] },
    ],
  },
});

interface Judging {
  readonly run: TableRun<'families'>;
  /** Null where no column gives figures per month. */
  readonly countMonths: CountMonths | null;
  /** Null where no visit is written down with its date. */
  readonly isCovered: ReturnType<typeof coverage> | null;
}

interface Shortfall extends VisitRequirement {
  readonly count: number;
}

function judgeFamily(family: FamilyCase, judging: Judging, out: Out): void {
  if (isRefused(family.row)) return;
  const requirements = visitRequirements(family.row, judging.run.pack, judging.run.asOf);
  if (requirements === null) return out.skip('value-unreadable', `field:${unreadableDate(family.row)}`);
  for (const level of requirements.levelsWithoutNorm) out.skip('norm-null', `level:${level}`);
  if (requirements.hasUnknownLevel) out.skip('value-unreadable', 'field:level');
  const byDate: VisitRequirement[] = [];
  for (const requirement of requirements.needed) {
    if (requirement.kind === 'week' || !judging.countMonths) byDate.push(requirement);
    else judgeMonth(family.row, requirement, judging, out);
  }
  if (byDate.length > 0) judgeDates(family, byDate, judging, out);
}

/** The first of the dates without which nobody knows at which level a case was when. */
function unreadableDate(row: FamilyRow): string {
  return Number.isNaN(row.values.closedOn) ? 'closedOn' : levelFromField(row);
}

/** A finding per cell of the month. A month without a column is not kept in this workbook. */
function judgeMonth(row: FamilyRow, requirement: VisitRequirement, { run, countMonths }: Judging, out: Out): void {
  const counted = countMonths?.(row, requirement.period) ?? null;
  if (counted === null) return;
  if (counted === 'coarse') return out.skip('data-too-coarse', 'field:visitsByMonth');
  if (Number.isNaN(counted.count)) return out.skip('value-unreadable', 'field:visitsByMonth');
  if (counted.count >= requirement.required) return;
  const { kind, period, norm, level, required } = requirement;
  out.find({
    row,
    field: 'visitsByMonth',
    period: counted.column,
    severity: severityOfNorm(norm.kind),
    params: {
      count: counted.count,
      min: required,
      per: norm.per,
      periods: [period.key],
      missing: required - counted.count,
      ...both('names', periodName(kind, period)),
      ...levelParam(run.pack, level),
      ...sourceParam(norm.source),
    },
  });
}

/** One finding per case, for all of its periods. */
function judgeDates(family: FamilyCase, needed: readonly VisitRequirement[], judging: Judging, out: Out): void {
  const { run, isCovered } = judging;
  if (!isCovered) return out.skip('data-too-coarse', 'field:visitsByMonth');
  const covered = needed.filter(({ period }) => isCovered(period));
  if (covered.length < needed.length) out.skip('table-missing', 'table:visits-earlier');
  const { days, unreadable } = recordedVisits(family.row, family.visits, run.name);
  const short: Shortfall[] = [];
  for (const requirement of covered) {
    const count = countWithin(days, requirement.period);
    if (count < requirement.required) short.push({ ...requirement, count });
  }
  const [first] = short;
  if (!first) return;
  const missing = short.reduce((sum, { required, count }) => sum + required - count, 0);
  if (missing <= unreadable) return out.skip('value-unreadable', 'field:date');
  out.find({
    row: family.row,
    ...(run.has('visitDates') ? visitDatesCell(run.table, first.period.from) : { field: null }),
    severity: worst(short),
    params: {
      count: short.length,
      min: first.required,
      per: first.norm.per,
      missing,
      periods: short.map(({ period }) => period.key),
      ...both('names', periodNames(short)),
      ...levelParam(run.pack, first.level),
      ...sourceParam(first.norm.source),
    },
  });
}

function worst(short: readonly Shortfall[]): Severity {
  return short.some(({ norm }) => severityOfNorm(norm.kind) === 'error') ? 'error' : 'warning';
}
