/**
 * Writes that must not be decided on old state are tried again when another writer came first, or when the database had
 * a moment's trouble: every attempt reads anew and finds what an earlier one has written. The pauses are random and
 * grow, so that writers of one district do not meet again and again.
 */
import { failed, type Outcome } from '../../shared/sync/error-codes.ts';
import { databaseFault } from '../store/database.ts';
import type { Ports } from './ports.ts';

const MOST_ATTEMPTS = 12;
/** Of a database in trouble: the caller comes again later. */
const MOST_TROUBLES = 3;
const LONGEST_PAUSE_MS = 400;

/**
 * Runs `attempt` until it is not beaten to its numbers; `busy` when that happens too often, or the database is.
 * `isRepeatable: false`: what would be done twice if trouble came after the writing is not tried again after trouble.
 */
export async function untilFirst<T>(
  ports: Pick<Ports, 'pause' | 'chance'>,
  attempt: () => Promise<Outcome<T>>,
  { isRepeatable = true }: { readonly isRepeatable?: boolean } = {},
): Promise<Outcome<T>> {
  const mostTroubles = isRepeatable ? MOST_TROUBLES : 1;
  let troubles = 0;
  for (let count = 1; count <= MOST_ATTEMPTS && troubles < mostTroubles; count += 1) {
    try {
      return await attempt();
    } catch (error) {
      const fault = databaseFault(error);
      if (fault === 'stop') throw error;
      if (fault === 'back-off') break;
      if (fault === 'try-again') troubles += 1;
      await ports.pause(ports.chance() * Math.min(LONGEST_PAUSE_MS, 4 * 2 ** count));
    }
  }
  return failed('busy');
}
