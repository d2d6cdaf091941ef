import { expect, it } from 'vitest';
import { isDarkColour } from './dark-colour.ts';

it.each([
  ['Office, colourful', '#F3F2F1', false],
  ['Office, white', '#ffffff', false],
  ['Office, dark grey', '#666666', true],
  ['Office, black', '#262626', true],
  ['Windows, Aquatic', '#202020', true],
  ['Windows, Desert', '#FFFAEF', false],
  ['Windows, Dusk', '#2D3236', true],
  ['Windows, Night sky', '000000', true],
  ['nothing said', undefined, null],
  ['a word', 'black', null],
])('%s', (_theme, colour, isDark) => {
  expect(isDarkColour(colour)).toBe(isDark);
});
