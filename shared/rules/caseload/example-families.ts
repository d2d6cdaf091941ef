/** Families of one curator for the examples of the caseload rules. */
import type { RowSketch } from '../example.ts';

/** As many open cases at a level as are asked for; `more` says what is other with them. */
export function exampleFamilies(
  count: number,
  level: string,
  more: RowSketch<'families'> = {},
): readonly RowSketch<'families'>[] {
  return Array.from({ length: count }, () => ({ curator: 'Лютикова А. П.', level, ...more }));
}
