/** Keeping the memory of a sending in the workbook, told apart from what else can fail in it. */
import { failed, type Outcome } from '../../shared/sync/error-codes.ts';

/** Keeps the memory of a sending, and knows afterwards whether a failure was the workbook's refusal to keep it [SU2]. */
export function memoryKeeper(keepThere: (memory: string) => Promise<void>) {
  let isRefused = false;
  return {
    keep: async (memory: string): Promise<void> => {
      isRefused = true;
      await keepThere(memory);
      isRefused = false;
    },
    /** The refusal as a value; rejects with any other failure. */
    toOutcome: (error: unknown): Outcome<never> => {
      if (isRefused) return failed('memory-not-kept');
      throw error;
    },
  };
}
