/** Reads and judges on the calling thread: for tests, and where the browser has no workers. */
import { createCheckDesk } from './check-desk.ts';
import type { CheckRunner } from './check-runner.ts';
import { RunFailed } from './check-runner.ts';

export function createDirectCheckRunner(): CheckRunner {
  let desk = createCheckDesk();
  return {
    putSheets: async (sheets, order) => {
      for (const { rows, ...frame } of sheets) {
        desk.begin(frame);
        desk.addRows(frame.name, rows);
      }
      desk.keep(order);
    },
    run: async (request) => orFailed(() => desk.run(request)),
    register: async () => desk.register(),
    tryPack: async (before, after) => orFailed(() => desk.tryPack(before, after)),
    contentHash: () => desk.contentHash(),
    stop: () => {
      desk = createCheckDesk();
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
