/** Families that leave a category, or support, because a child grows up. */
import { childrenOf } from '../../domain/children.ts';
import { isoOf } from '../../domain/day.ts';
import type { Day } from '../../domain/day.ts';
import { isWithin, type DaySpan } from '../../domain/day-span.ts';
import type { Person } from '../../domain/values.ts';
import { largeFamilyEnds } from '../category/large-family.ts';
import { dayNobodyUnder } from '../child-ages.ts';
import type { FamilyCase } from '../links.ts';
import { both } from '../rule.ts';
import type { TableRun } from '../rule.ts';
import { upcoming } from './upcoming.ts';
import type { Upcoming } from './upcoming.ts';

/** When a category lapses for these children; null when that cannot be said. */
const LAPSES: Readonly<Record<string, (people: readonly Person[]) => Day | null>> = {
  CAT03: (people) => dayNobodyUnder(people, 3),
  CAT04: largeFamilyEnds,
};
const ADULT = 18;

/** Birthdays on which a category lapses or support ends; one on the day of the check is a finding already. */
export function agesAhead(run: TableRun<'families'>, window: DaySpan): (family: FamilyCase) => readonly Upcoming[] {
  const titles = new Map(run.pack.codes.categories.map((entry) => [entry.code, entry.title]));
  // What lapses on the day of the check is a finding already.
  const isAhead = (day: Day | null): day is Day => day !== null && day > window.from && isWithin(day, window);
  return ({ row, members }) => {
    const children = childrenOf(row, members);
    if (!children || children.people.length === 0) return [];
    const found: Upcoming[] = [];
    const codes = (row.values.categories ?? []).map((category) => category.code ?? '');
    for (const code of codes) {
      const day = LAPSES[code]?.(children.people) ?? null;
      if (!isAhead(day)) continue;
      const params = both('category', titles.get(code) ?? { ru: code, en: code });
      found.push(upcoming(row, { kind: 'category', day, field: 'categories', params }));
    }
    const day = dayNobodyUnder(children.people, ADULT);
    const isPostCare = run.pack.postCareCategory !== null && codes.includes(run.pack.postCareCategory);
    if (isAhead(day) && !isPostCare) {
      found.push(upcoming(row, { kind: 'adult', day, field: children.field, params: { day: isoOf(day) } }));
    }
    return found;
  };
}
