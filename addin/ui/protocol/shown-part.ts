/** The part of a long list that is shown: one page on the screen, the beginning on paper. */

/** Lines that a screen draws at once without a noticeable wait, also on an old computer. */
export const SCREEN_LINES = 200;
/** About a hundred sheets of paper. Whoever needs more takes the sheet or the file. */
export const PAPER_LINES = 3_000;

export interface ShownPart {
  /** First and last line, from 0; `to` is not shown any more. */
  readonly from: number;
  readonly to: number;
  readonly lastPage: number;
}

/** A page that is no more (there are fewer lines now) becomes the last one. */
export function shownPart(count: number, page: number, isPrinting: boolean): ShownPart {
  const lastPage = Math.max(0, Math.ceil(count / SCREEN_LINES) - 1);
  if (isPrinting) return { from: 0, to: Math.min(count, PAPER_LINES), lastPage };
  const from = Math.min(page, lastPage) * SCREEN_LINES;
  return { from, to: Math.min(count, from + SCREEN_LINES), lastPage };
}
