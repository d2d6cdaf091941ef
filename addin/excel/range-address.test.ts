import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addressOfArea, areaOfAddress, areasOfAddresses } from './range-address.ts';

const LAST_ROW = 1_048_576;
const LAST_COLUMN = 16_383;

describe('an address', () => {
  it.each([
    ['B2', { top: 2, left: 1, bottom: 2, right: 1 }],
    ['$B$2:C3', { top: 2, left: 1, bottom: 3, right: 2 }],
    ['B:C', { top: 1, left: 1, bottom: LAST_ROW, right: 2 }],
    ['2:3', { top: 2, left: 0, bottom: 3, right: LAST_COLUMN }],
    ['', null],
    ['Реестр', null],
    ['#REF!', null],
  ])('%s', (address, area) => {
    expect(areaOfAddress(address)).toEqual(area);
  });

  it('of any area reads back', () => {
    const row = fc.integer({ min: 1, max: LAST_ROW });
    const column = fc.integer({ min: 0, max: LAST_COLUMN });
    fc.assert(
      fc.property(row, row, column, column, (a, b, c, d) => {
        const area = { top: Math.min(a, b), bottom: Math.max(a, b), left: Math.min(c, d), right: Math.max(c, d) };
        expect(areaOfAddress(addressOfArea(area))).toEqual(area);
      }),
    );
  });
});

describe('addresses of several ranges', () => {
  it.each(['Реестр', "'Реестр, 2026'", "'д''Арк'", "'Лист!1'", "'A1,B2'"])('on the sheet %s', (sheet) => {
    expect(areasOfAddresses(`${sheet}!A1:B2,${sheet}!C3`)).toEqual([
      { top: 1, left: 0, bottom: 2, right: 1 },
      { top: 3, left: 2, bottom: 3, right: 2 },
    ]);
  });
});
