import { isRefused } from '../../domain/case-state.ts';
import { isKnown, isoOf, type Day } from '../../domain/day.ts';
import type { FamilyCase } from '../links.ts';
import { familyRule } from '../rule.ts';

/** Refused, and yet a contract, visits after the refusal, or no closing. */
export const refusedButOpen = familyRule({
  id: 'closing/refused-but-open',
  severity: 'error',
  basis: ['S002'],
  scope: 'family',
  reads: [
    'decision',
    'decisionDate',
    'contractNo',
    'contractDate',
    'closedOn',
    'visitDates',
    'visitsByMonth',
    'lastVisit',
  ],
  requires: ['decision'],
  tables: [],
  needs: ['codes.decisions'],
  prepare: (run) => {
    const isClosingKept = run.has('closedOn');
    return (family, out) => {
      const { row } = family;
      if (row.values.decision?.code === null) return out.skip('value-unreadable', 'field:decision');
      if (!isRefused(row)) return;
      const { contractNo, contractDate, closedOn } = row.values;
      const hasContract = Boolean(contractNo) || (contractDate !== null && contractDate !== undefined);
      const visited = visitedAfter(family, isKnown(row.values.decisionDate) ? row.values.decisionDate : null);
      const isNotClosed = isClosingKept && closedOn === null;
      if (!hasContract && visited === null && !isNotClosed) return;
      out.find({
        row,
        field: 'decision',
        params: {
          contract: hasContract ? 'yes' : 'no',
          visit: visited === null ? 'no' : 'yes',
          visitOn: visited ?? '',
          closing: isNotClosed ? 'no' : 'yes',
        },
      });
    };
  },
  examples: {
    passes: [
      { families: [{ decision: 'отказано', decisionDate: '2026-03-05', contractNo: null, closedOn: '2026-03-05' }] },
      { families: [{ decision: 'одобрено', contractNo: '15', closedOn: null }] },
      {
        families: [{ caseNo: '1', decision: 'отказано', decisionDate: '2026-03-05', closedOn: '2026-03-05' }],
        visits: [{ caseNo: '1', date: '2026-03-01' }],
      },
    ],
    fails: [
      { families: [{ decision: 'отказано', contractNo: '15', closedOn: '2026-03-05' }] },
      { families: [{ decision: 'отказано', closedOn: null }] },
      {
        families: [{ decision: 'отказано', decisionDate: '2026-03-05', visitsByMonth: { '2026-03': 1, '2026-04': 2 } }],
      },
      {
        families: [{ caseNo: '1', decision: 'отказано', decisionDate: '2026-03-05', closedOn: '2026-03-05' }],
        visits: [{ caseNo: '1', date: '2026-03-06' }],
      },
    ],
    undecidable: [{ families: [{ contractNo: '15' }] }, { families: [{ decision: 'посмотрим', closedOn: null }] }],
  },
});

/** The first visit after the refusal, as ISO day or month; any visit where its day is not known. Null when there is none. */
function visitedAfter({ row, visits }: FamilyCase, refusedOn: Day | null): string | null {
  const isAfter = (day: Day | null | undefined): day is Day => isKnown(day) && (refusedOn === null || day > refusedOn);
  const days = [
    ...visits.map(({ values }) => values.date),
    ...(row.values.visitDates ?? []),
    row.values.lastVisit,
  ].filter(isAfter);
  if (days.length > 0) return isoOf(Math.min(...days));
  const refusedIn = refusedOn === null ? '' : isoOf(refusedOn).slice(0, 7);
  const months = Object.entries(row.values.visitsByMonth ?? {}).filter(
    ([month, count]) => /^\d{4}-\d{2}$/.test(month) && month > refusedIn && (count ?? 0) > 0,
  );
  return months.map(([month]) => month).toSorted()[0] ?? null;
}
