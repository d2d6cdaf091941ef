/** Marks in columns of which each stands for one entry of a list. */

const MARK = /^(?:[+✓✔√*•vх]|x|да|есть|1)$/iu;
const NO_MARK = /^(?:нет|0)$/iu;

/** True for a cell that ticks its column, false for one that says it does not hold; null for anything else. */
export function markIn(text: string): boolean | null {
  const cell = text.trim();
  if (MARK.test(cell)) return true;
  return NO_MARK.test(cell) ? false : null;
}
