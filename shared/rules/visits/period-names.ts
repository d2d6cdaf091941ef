/** Names of periods for people. */
import type { Period, PeriodKind } from '../../calendar/periods.ts';
import { isoOf, partsOf } from '../../domain/day.ts';
import { showDate } from '../../text/format.ts';
import { MONTHS } from '../../text/month-names.ts';

/** «март 2026», «I квартал 2026», «неделя с 05.10.2026». */
export function periodName(kind: PeriodKind, { from }: Period): { readonly ru: string; readonly en: string } {
  const { year, month } = partsOf(from);
  if (kind === 'week') {
    const monday = showDate(isoOf(from));
    return { ru: `неделя с ${monday}`, en: `week of ${monday}` };
  }
  if (kind === 'month') return { ru: `${MONTHS.ru[month - 1]} ${year}`, en: `${MONTHS.en[month - 1]} ${year}` };
  const quarter = Math.ceil(month / 3);
  return { ru: `${['I', 'II', 'III', 'IV'][quarter - 1]} квартал ${year}`, en: `Q${quarter} ${year}` };
}

/** How many periods a message names before it only counts the rest. */
const NAMED = 6;

/** The names of several periods in one line. */
export function periodNames(periods: readonly { readonly kind: PeriodKind; readonly period: Period }[]) {
  const names = periods.slice(0, NAMED).map(({ kind, period }) => periodName(kind, period));
  const rest = periods.length - names.length;
  return {
    ru: names.map((name) => name.ru).join(', ') + (rest > 0 ? ` и ещё ${rest}` : ''),
    en: names.map((name) => name.en).join(', ') + (rest > 0 ? ` and ${rest} more` : ''),
  };
}
