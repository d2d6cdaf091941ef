import { startField, startOf } from '../../domain/case-state.ts';
import { isKnown, isoOf } from '../../domain/day.ts';
import type { Day } from '../../domain/day.ts';
import type { Support } from '../../domain/support.ts';
import { wrongEntries } from '../entry-cells.ts';
import type { FamilyCase } from '../links.ts';
import { familyRule } from '../rule.ts';
import type { Out } from '../rule.ts';

/** A visit before support began or after it ended: one of the dates is wrong, or the case is. */
export const visitsOutsideSupport = familyRule({
  id: 'visits/outside-support',
  severity: 'warning',
  basis: ['rules.md'],
  scope: 'family',
  reads: ['visitDates', 'lastVisit', 'startDate', 'contractDate', 'registeredOn', 'closedOn'],
  requires: [],
  tables: [],
  needs: [],
  prepare: (run) => {
    const hasVisits = run.hasTable('visits') || run.has('visitDates') || run.has('lastVisit');
    if (!hasVisits) return run.skip('table-missing', 'table:visits');
    const hasEnds = run.has('startDate') || run.has('contractDate') || run.has('registeredOn') || run.has('closedOn');
    if (!hasEnds) return run.skip('column-missing', 'field:startDate');
    return (family, out) => {
      const start = startOf(family.row);
      const closedOn = family.row.values.closedOn ?? null;
      if (Number.isNaN(start)) out.skip('value-unreadable', `field:${startField(family.row)}`);
      if (Number.isNaN(closedOn)) out.skip('value-unreadable', 'field:closedOn');
      judge(family, { start, closedOn }, out);
    };
  },
  examples: {
    passes: [
      {
        families: [{ caseNo: '7', startDate: '2026-03-02', closedOn: '2026-06-01' }],
        visits: [
          { caseNo: '7', date: '2026-03-02' },
          { caseNo: '7', date: '2026-06-01' },
        ],
      },
      { families: [{ startDate: '2026-03-02', visitDates: ['2026-03-10'], lastVisit: '2026-03-10' }] },
      { families: [{ caseNo: '7', startDate: null }], visits: [{ caseNo: '7', date: '2026-03-02' }] },
    ],
    fails: [
      { families: [{ caseNo: '7', startDate: '2026-03-02' }], visits: [{ caseNo: '7', date: '2026-03-01' }] },
      {
        families: [{ caseNo: '7', startDate: '2026-03-02', closedOn: '2026-06-01' }],
        visits: [{ caseNo: '7', date: '2026-06-02' }],
      },
      { families: [{ startDate: '2026-03-02', visitDates: ['2026-03-10', '2026-02-10'] }] },
      { families: [{ startDate: '2026-03-02', closedOn: '2026-06-01', lastVisit: '2026-06-05' }] },
    ],
    undecidable: [
      { families: [{ startDate: '2026-03-02' }] },
      { families: [{ caseNo: '7', startDate: 'весной' }], visits: [{ caseNo: '7', date: '2026-03-01' }] },
    ],
  },
});

type SupportEnds = Pick<Support, 'start' | 'closedOn'>;

function judge({ row, visits }: FamilyCase, ends: SupportEnds, out: Out): void {
  for (const visit of visits) {
    const params = problemOf(visit.values.date ?? null, ends);
    if (params) out.find({ row: visit, field: 'date', about: row, params });
  }
  for (const field of ['visitDates', 'lastVisit'] as const) {
    const value = row.values[field];
    if (value === null || value === undefined) continue;
    const items = typeof value === 'number' ? [value] : value;
    for (const { item, cell } of wrongEntries(row, { field, items }, (day) => problemOf(day, ends) !== null)) {
      const params = problemOf(item, ends);
      if (params) out.find({ row, field, params, ...(cell ? { cell } : {}) });
    }
  }
}

function problemOf(day: Day | null, { start, closedOn }: SupportEnds) {
  if (!isKnown(day)) return null;
  if (isKnown(start) && day < start) return { problem: 'before', date: isoOf(day), other: isoOf(start) };
  if (isKnown(closedOn) && day > closedOn) return { problem: 'after', date: isoOf(day), other: isoOf(closedOn) };
  return null;
}
