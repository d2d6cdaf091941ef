/** What the register gives for a figure of a report form. */
import { isUnreadable } from '../../domain/day.ts';
import type { Day } from '../../domain/day.ts';
import type { DaySpan } from '../../domain/day-span.ts';
import type { FamilyRow, Figure } from '../../domain/register.ts';
import { isOnRegister, isRemoved, isRemovedPositive, isTakenOn, supportOf } from '../../domain/support.ts';
import type { Support } from '../../domain/support.ts';

/** What counting needs to know of a case. */
export interface CaseFact {
  readonly support: Support;
  readonly level: string | null;
  readonly district: string;
  /** A date cannot be read: the case may be missing in a count, or be in it. */
  readonly isUnsure: boolean;
}

/** One fact per row, in the order of the rows. */
export function factsOf(rows: readonly FamilyRow[]): readonly CaseFact[] {
  return rows.map((row) => {
    const support = supportOf(row);
    return {
      support,
      level: row.values.level?.code ?? null,
      district: districtKey(row.values.district ?? ''),
      isUnsure: !support.isRefused && (isUnreadable(support.start) || isUnreadable(support.closedOn)),
    };
  });
}

/** Districts are compared without capitals, ё, punctuation and the word «район». */
export function districtKey(text: string): string {
  return text
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replace(/(?<![а-я])(?:муниципальный|городской|район|р-н|округ|г\.)(?![а-я])/gu, ' ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** The count of a figure over a period, both days included; null for figures that are not counted from the register. */
export function countFigure(
  { meaning, level }: Figure,
  facts: readonly CaseFact[],
  { from, to }: DaySpan,
): { readonly count: number; readonly unsure: number } | null {
  const counts = countsFor(meaning, level);
  if (counts === null) return null;
  let count = 0;
  let unsure = 0;
  for (const fact of facts) {
    if (fact.isUnsure || (meaning === 'level' && fact.level === null)) unsure += 1;
    if (counts(fact, from, to)) count += 1;
  }
  return { count, unsure };
}

type Counts = (fact: CaseFact, from: Day, to: Day) => boolean;

const COUNTS: Partial<Record<Figure['meaning'], Counts>> = {
  start: ({ support }, from) => isOnRegister(support, from - 1),
  in: ({ support }, from, to) => isTakenOn(support, from, to),
  out: ({ support }, from, to) => isRemoved(support, from, to),
  positive: ({ support }, from, to) => isRemovedPositive(support, from, to),
  end: ({ support }, _from, to) => isOnRegister(support, to),
};

function countsFor(meaning: Figure['meaning'], level: string | undefined): Counts | null {
  if (meaning !== 'level') return COUNTS[meaning] ?? null;
  return level === undefined ? null : (fact, _from, to) => fact.level === level && isOnRegister(fact.support, to);
}
