import { distance } from 'fastest-levenshtein';
import type { PersonName } from '../../domain/person-name.ts';

/** Letters that may be other before it is another name. */
const SLIPS = 2;

/**
 * The one name of a list that differs by a slip or two of the pen, or that a bare surname leaves; undefined when there
 * is none, or several. Another initial is another person, not a slip.
 */
export function nearestName<N extends { readonly name: PersonName }>(
  name: PersonName,
  list: readonly N[],
): N | undefined {
  const [surname, first] = name.parts;
  const near = list.filter((one) => {
    if (first === undefined) return one.name.parts[0] === surname;
    const slips = distance(one.name.key, name.key);
    return slips <= SLIPS && slips * 4 < name.key.length && initialsOf(one.name) === initialsOf(name);
  });
  return near.length === 1 ? near[0] : undefined;
}

function initialsOf({ parts: [, ...names] }: PersonName): string {
  return names.map((name) => name.charAt(0)).join('');
}
