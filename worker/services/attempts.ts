/**
 * Writes that must not be decided on old state are tried again when another writer came first. The pauses are random
 * and grow, so that writers of one district do not meet again and again.
 */
import { failed, type Outcome } from '../../shared/sync/error-codes.ts';
import { isNumberTaken } from '../store/database.ts';
import type { Ports } from './ports.ts';

const MOST_ATTEMPTS = 12;
const LONGEST_PAUSE_MS = 400;

/** Runs `attempt` until it is not beaten to its numbers; `busy` when that happens too often. */
export async function untilFirst<T>(ports: Ports, attempt: () => Promise<Outcome<T>>): Promise<Outcome<T>> {
  for (let count = 1; count <= MOST_ATTEMPTS; count += 1) {
    try {
      return await attempt();
    } catch (error) {
      if (!isNumberTaken(error)) throw error;
      await ports.pause(ports.chance() * Math.min(LONGEST_PAUSE_MS, 4 * 2 ** count));
    }
  }
  return failed('busy');
}
