import { describe, expect, it } from 'vitest';
import { PAPER_LINES, SCREEN_LINES, shownPart } from './shown-part.ts';

describe('the part of the findings that is shown', () => {
  it.each([
    [0, 0, [0, 0, 0]],
    [SCREEN_LINES, 0, [0, SCREEN_LINES, 0]],
    [SCREEN_LINES + 1, 0, [0, SCREEN_LINES, 1]],
    [SCREEN_LINES + 1, 1, [SCREEN_LINES, SCREEN_LINES + 1, 1]],
    [10, 4, [0, 10, 0]],
    [10_000, 49, [9_800, 10_000, 49]],
  ])('of %i lines on page %i', (count, page, [from, to, lastPage]) => {
    expect(shownPart(count, page, false)).toEqual({ from, to, lastPage });
  });

  it.each([
    [PAPER_LINES, PAPER_LINES],
    [PAPER_LINES + 1, PAPER_LINES],
    [7, 7],
  ])('on paper, of %i lines, is the beginning, whatever page the screen shows', (count, to) => {
    expect(shownPart(count, 3, true)).toMatchObject({ from: 0, to });
  });
});
