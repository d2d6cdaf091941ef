/** Whether a judgement can follow a changed register row by row, or what it was told of the whole no longer holds. */
import type { Register, RegisterRow } from '../../domain/register.ts';
import { entriesByYear } from '../journal-coverage.ts';
import { keyUsage } from './link-keys.ts';
import type { RowChange } from './row-changes.ts';
import { isSameFrame } from './same-layout.ts';

export interface Continuity {
  /** True when nothing has changed but these rows; the register then counts as taken. False ends the continuity. */
  readonly takes: (next: Register, changes: readonly RowChange[]) => boolean;
}

/** Starts from a register that was judged as a whole. */
export function continuityOf(start: Register): Continuity {
  const usage = keyUsage(start);
  const journal = entriesByYear(start.visits);
  let register = start;
  return {
    takes: (next, changes) => {
      const from = journal.from();
      for (const { before, after } of changes) {
        journal.count(before, -1);
        journal.count(after, 1);
      }
      const isTaken =
        journal.from() === from &&
        isSameFrame(register, next) &&
        changes.length <= register.families.length / 4 + 10 &&
        !changes.some(({ before, after }) => isStaff(before ?? after) || (!usage.usesPlaces && belongsByPlace(after)));
      register = next;
      return isTaken;
    },
  };
}

const isStaff = (row: RegisterRow | null): boolean => row?.kind === 'specialists';
const belongsByPlace = (row: RegisterRow | null): boolean => row?.family !== undefined;
