/** Visits as figures per month or quarter, from the columns of the family's row. */
import { periodOf, periodsBetween } from '../../calendar/periods.ts';
import type { Period } from '../../calendar/periods.ts';
import type { FamilyRow, Table } from '../../domain/register.ts';

export interface MonthCount {
  /** NaN when one of the cells cannot be read. */
  readonly count: number;
  /** The period of the cell that a finding stands on: the last one that was counted. */
  readonly column: string;
}

/** Counts visits of a month or quarter. Null: no column tells. "coarse": only a longer period has a column. */
export type CountMonths = (row: FamilyRow, period: Period) => MonthCount | 'coarse' | null;

/** An empty cell counts as none. A quarter without a column of its own is the sum of its three months. */
export function monthCounter(table: Table): CountMonths {
  const columns = new Set(
    table.columns.flatMap(({ field, period }) => (field === 'visitsByMonth' && period ? [period] : [])),
  );
  return (row, period) => {
    const counts = row.values.visitsByMonth ?? {};
    if (columns.has(period.key)) return { count: counts[period.key] ?? 0, column: period.key };
    const months = periodsBetween('month', period.from, period.to).map((month) => month.key);
    if (months.every((month) => columns.has(month))) {
      const count = months.reduce((sum, month) => sum + (counts[month] ?? 0), 0);
      return { count, column: months.at(-1) ?? '' };
    }
    return columns.has(periodOf('quarter', period.from).key) ? 'coarse' : null;
  };
}
