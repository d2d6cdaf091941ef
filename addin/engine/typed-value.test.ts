import { describe, expect, it } from 'vitest';
import { isoOf } from '../../shared/domain/day.ts';
import { parseDate } from '../../shared/reading/decode-date.ts';
import { typedValue } from './typed-value.ts';

describe('what a person types into a cell', () => {
  it.each([
    ['10.03.2025', { kind: 'date', iso: '2025-03-10' }],
    ['1.3.25', { kind: 'date', iso: '2025-03-01' }],
    ['10.05.98', { kind: 'date', iso: '1998-05-10' }],
    ['31.02.2025', { kind: 'text', text: '31.02.2025' }],
    ['12', { kind: 'number', number: 12 }],
    ['0,5', { kind: 'number', number: 0.5 }],
    ['112 233', { kind: 'text', text: '112 233' }],
    ['-3', { kind: 'number', number: -3 }],
    ['007', { kind: 'text', text: '007' }],
    ['+7 912 345-67-89', { kind: 'text', text: '+7 912 345-67-89' }],
    ['=1+1', { kind: 'text', text: '=1+1' }],
    ["'12", { kind: 'text', text: '12' }],
    ['  ', { kind: 'empty' }],
    ['Иванова А. П.', { kind: 'text', text: 'Иванова А. П.' }],
  ])('%s', (typed, value) => {
    expect(typedValue(typed)).toEqual(value);
  });

  it.each(['00', '29', '39', '40', '85', '99'])(
    'a year of two digits is the one that reading sees in it: %s',
    (year) => {
      expect(typedValue(`01.02.${year}`)).toEqual({ kind: 'date', iso: isoOf(parseDate(`01.02.${year}`)) });
    },
  );
});
