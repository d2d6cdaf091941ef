/** Weeks, months and quarters as spans of days. */
import { dayOf, partsOf } from '../domain/day.ts';
import type { Day } from '../domain/day.ts';
import type { DaySpan } from '../domain/day-span.ts';
import { weekday } from './working-days.ts';

export type PeriodKind = 'week' | 'month' | 'quarter';

/** A named span of days. */
export interface Period extends DaySpan {
  /** "2026-03" for a month, "2026-Q1" for a quarter, the Monday "2026-03-02" for a week. */
  readonly key: string;
}

/**
 * Periods that were asked for, by one of their days: every family of a register asks for the same weeks and months.
 * Days without end could be asked for; no register has so many.
 */
const known: Readonly<Record<PeriodKind, Map<Day, Period>>> = { week: new Map(), month: new Map(), quarter: new Map() };
const MOST_KNOWN = 10_000;

/** The period of a kind that a day lies in. Weeks run Monday to Sunday. */
export function periodOf(kind: PeriodKind, day: Day): Period {
  const found = known[kind].get(day);
  if (found) return found;
  const made = periodWith(kind, day);
  if (known[kind].size < MOST_KNOWN) known[kind].set(day, made);
  return made;
}

function periodWith(kind: PeriodKind, day: Day): Period {
  if (kind === 'week') return weekOf(day);
  const { year, month } = partsOf(day);
  return kind === 'month' ? monthPeriod(year, month) : quarterPeriod(year, Math.ceil(month / 3));
}

/** The periods of a kind that have a day in from … to, in order. Empty when `to` lies before `from`. */
export function periodsBetween(kind: PeriodKind, from: Day, to: Day): readonly Period[] {
  const periods: Period[] = [];
  for (let day = from; day <= to;) {
    const period = periodOf(kind, day);
    periods.push(period);
    day = period.to + 1;
  }
  return periods;
}

/** The month of "2026-03" or the quarter of "2026-Q1"; null for any other text. */
export function periodOfKey(key: string): (Period & { readonly kind: 'month' | 'quarter' }) | null {
  const match = /^(\d{4})-(?:Q([1-4])|(0[1-9]|1[0-2]))$/.exec(key);
  if (!match) return null;
  const year = Number(match[1]);
  return match[2] === undefined
    ? { kind: 'month', ...monthPeriod(year, Number(match[3])) }
    : { kind: 'quarter', ...quarterPeriod(year, Number(match[2])) };
}

function weekOf(day: Day): Period {
  const from = day - weekday(day);
  const { year, month, dayOfMonth } = partsOf(from);
  return { key: `${year}-${twoDigits(month)}-${twoDigits(dayOfMonth)}`, from, to: from + 6 };
}

function monthPeriod(year: number, month: number): Period {
  return { key: `${year}-${twoDigits(month)}`, from: firstDay(year, month), to: firstDay(year, month + 1) - 1 };
}

function quarterPeriod(year: number, quarter: number): Period {
  const month = quarter * 3 - 2;
  return { key: `${year}-Q${quarter}`, from: firstDay(year, month), to: firstDay(year, month + 3) - 1 };
}

function firstDay(year: number, month: number): Day {
  return (month > 12 ? dayOf(year + 1, month - 12, 1) : dayOf(year, month, 1)) ?? Number.NaN;
}

function twoDigits(n: number): string {
  return String(n).padStart(2, '0');
}
