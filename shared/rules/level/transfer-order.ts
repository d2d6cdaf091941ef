import { startField, startOf } from '../../domain/case-state.ts';
import { isKnown, isoOf } from '../../domain/day.ts';
import type { Day } from '../../domain/day.ts';
import type { Table } from '../../domain/register.ts';
import { ofEntry } from '../entry-cells.ts';
import { rowRule } from '../rule.ts';

/** Transfers follow each other in time and lie within support, or the history of levels makes no sense. */
export const transferOrder = rowRule({
  id: 'level/transfer-order',
  severity: 'error',
  basis: ['rules.md'],
  scope: 'row',
  table: 'families',
  reads: ['transfers', 'startDate', 'contractDate', 'registeredOn', 'closedOn'],
  requires: ['transfers'],
  needs: [],
  prepare: (run) => {
    const entered = namesFirstLevel(run.table) ? 1 : 0;
    return (row, out) => {
      const days = (row.values.transfers ?? []).map((transfer) => transfer.day);
      if (days.length === 0) return;
      const known = days.filter(isKnown);
      const start = startOf(row);
      const closedOn = row.values.closedOn ?? null;
      const wrong = firstWrong(known, { start, closedOn, entered });
      if (wrong) {
        const { problem, day, other } = wrong;
        const params = { problem, day: isoOf(day), other: isoOf(other) };
        out.find({ row, field: 'transfers', ...ofEntry(row, 'transfers', days.lastIndexOf(day)), params });
        return;
      }
      if (known.length < days.length) out.skip('value-unreadable', 'field:transfers');
      if (Number.isNaN(start)) out.skip('value-unreadable', `field:${startField(row)}`);
      if (Number.isNaN(closedOn)) out.skip('value-unreadable', 'field:closedOn');
    };
  },
  examples: {
    passes: [
      {
        families: [
          {
            startDate: '2026-01-12',
            transfers: [
              ['2026-03-02', 'BASE'],
              ['2026-05-04', 'CRISIS'],
            ],
          },
        ],
      },
      { families: [{ startDate: '2026-01-12', transfers: [['2026-01-12', 'BASE']], closedOn: '2026-01-12' }] },
      { families: [{ startDate: '2026-01-12', transfers: null }] },
    ],
    fails: [
      {
        families: [
          {
            startDate: '2026-01-12',
            transfers: [
              ['2026-05-04', 'BASE'],
              ['2026-03-02', 'CRISIS'],
            ],
          },
        ],
      },
      { families: [{ startDate: '2026-01-12', transfers: [['2026-01-11', 'BASE']] }] },
      { families: [{ startDate: '2026-01-12', transfers: [['2026-06-02', 'BASE']], closedOn: '2026-06-01' }] },
    ],
    undecidable: [{ families: [{ transfers: [['летом', 'BASE']] }] }, { families: [{ level: 'BASE' }] }],
  },
});

interface WrongTransfer {
  readonly problem: 'order' | 'beforeStart' | 'afterClosing';
  readonly day: Day;
  /** The day it is held against: the transfer before it, the start or the closing. */
  readonly other: Day;
}

/** Dates under the names of levels begin with the level that the case began with: it may be set before support begins. */
function namesFirstLevel({ columns }: Table): boolean {
  return columns.some(({ field, code }) => field === 'transfers' && code !== undefined);
}

interface Span {
  readonly start: Day | null;
  readonly closedOn: Day | null;
  /** As many of the first days are no transfers. */
  readonly entered: number;
}

function firstWrong(days: readonly Day[], { start, closedOn, entered }: Span): WrongTransfer | null {
  for (const [index, day] of days.entries()) {
    const before = days[index - 1];
    if (before !== undefined && day < before) return { problem: 'order', day, other: before };
    if (isKnown(start) && day < start && index >= entered) return { problem: 'beforeStart', day, other: start };
    if (isKnown(closedOn) && day > closedOn) return { problem: 'afterClosing', day, other: closedOn };
  }
  return null;
}
