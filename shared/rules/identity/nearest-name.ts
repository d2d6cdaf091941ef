import { distance } from 'fastest-levenshtein';
import type { PersonName } from '../../domain/person-name.ts';

/** Letters that may be other before it is another name. */
const SLIPS = 2;

/** The one name of a list that differs by a slip or two of the pen; undefined when there is none, or several. */
export function nearestName<N extends { readonly name: PersonName }>(
  name: PersonName,
  list: readonly N[],
): N | undefined {
  const near = list.filter((one) => {
    const slips = distance(one.name.key, name.key);
    return slips <= SLIPS && slips * 4 < name.key.length;
  });
  return near.length === 1 ? near[0] : undefined;
}
