/**
 * Ages of the children of a family. A child of whom only the year of birth is known stands with 31 December of it, so
 * it is taken as young as it can be: rules that say "nobody is so young any more" are then sure.
 */
import { birthday } from '../calendar/month-arithmetic.ts';
import type { Children } from '../domain/children.ts';
import { isKnown } from '../domain/day.ts';
import type { Day } from '../domain/day.ts';
import type { Person } from '../domain/values.ts';
import type { TableRun } from './rule.ts';

/** True where the table or the workbook tells of children at all: in columns of their own, or in rows of members. */
export function tellsOfChildren(run: TableRun<'families'>): boolean {
  return run.has('children') || run.has('household') || run.hasTable('members');
}

/** How many are, or may be, younger than `years` on a day. Children without a birth date are not among them. */
export function countUnder(people: readonly Person[], years: number, day: Day): number {
  return people.filter(({ birthDate }) => isKnown(birthDate) && birthday(birthDate, years) > day).length;
}

/** How many have no birth date that could be read. */
export function countUndated(people: readonly Person[]): number {
  return people.filter(({ birthDate }) => !isKnown(birthDate)).length;
}

/** The field that lacks a child's birth date: the one that children come from, or that of member rows. */
export function undatedField({ field }: Pick<Children, 'field'>): string {
  return field ?? 'birthDate';
}

/** The first day on which nobody is younger than `years`; null when a birth date is missing, or nobody is there. */
export function dayNobodyUnder(people: readonly Person[], years: number): Day | null {
  if (people.length === 0 || countUndated(people) > 0) return null;
  return Math.max(...people.map(({ birthDate }) => birthday(birthDate ?? 0, years)));
}
