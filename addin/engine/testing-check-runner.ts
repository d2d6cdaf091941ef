/** Reads and judges on the calling thread. For tests. */
import { createCheckDesk } from './check-desk.ts';
import type { CheckRunner } from './check-runner.ts';
import { RunFailed } from './check-runner.ts';
import { handOver } from './handed-register.ts';
import { handedSheets } from './sheet-edits.ts';

/** A runner whose caller waits for the work: nothing can stop it on the way, so `stop` only forgets the sheets. */
export function createTestingCheckRunner(): CheckRunner {
  let desk = createCheckDesk();
  const handed = handedSheets();
  return {
    isEmpty: () => handed.names().length === 0,
    putSheets: async (sheets, order) => {
      let isOther = false;
      for (const sheet of sheets) {
        const { rows, ...frame } = sheet;
        const edits = handed.edits(sheet);
        isOther ||= edits?.length !== 0;
        if (edits) desk.edit(frame.name, edits);
        else {
          desk.begin(frame);
          desk.addRows(frame.name, rows);
        }
        handed.add(sheet);
      }
      desk.keep(order);
      return handed.keep(order) || isOther;
    },
    run: async (request) => orFailed(() => desk.run(request)),
    upcoming: async () => orFailed(() => desk.upcoming()),
    register: async () => {
      const register = desk.register();
      return register && handOver(register);
    },
    tryPack: async (before, after) => orFailed(() => desk.tryPack(before, after)),
    contentHash: () => desk.contentHash(),
    stop: () => {
      desk = createCheckDesk();
      handed.keep([]);
    },
  };
}

function orFailed<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw new RunFailed(error instanceof Error ? error.message : String(error), { cause: error });
  }
}
