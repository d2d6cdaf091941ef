import { describe, expect, it } from 'vitest';
import { isNotFetched } from './not-fetched.ts';

describe('a part of the program that did not come', () => {
  it.each([
    ['Chrome and Edge', 'Failed to fetch dynamically imported module: https://pane.no-such-centre.ru/assets/a.js'],
    ['Firefox', 'error loading dynamically imported module: https://pane.no-such-centre.ru/assets/a.js'],
    ['Safari', 'Importing a module script failed.'],
    ['a style sheet', 'Unable to preload CSS for /assets/a.css'],
  ])('is known by what %s says', (_browser, saying) => {
    expect(isNotFetched(new TypeError(saying))).toBe(true);
  });

  it.each([new TypeError('x is not a function'), 'Importing a module script failed.', null])(
    'is not seen in another failure (%s)',
    (error) => {
      expect(isNotFetched(error)).toBe(false);
    },
  );
});
