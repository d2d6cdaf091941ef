import { describe, expect, it } from 'vitest';
import type { ReadingAccount, SheetAccount } from '../../shared/reading/reading.ts';
import { offeredCorrections, parseKnownHeadings, withKnownHeadings } from './known-headings.ts';

function sheet(name: string, columns: Readonly<Record<string, string | null>>): SheetAccount {
  return {
    sheet: name,
    visibility: 'visible',
    leftOut: null,
    tables: [
      {
        kind: 'families',
        headerRows: [1],
        firstRow: 2,
        lastRow: 9,
        records: 8,
        skippedRows: [],
        hiddenRows: 0,
        given: [],
        columns: Object.entries(columns).map(([heading, field], column) => ({
          column,
          heading,
          field,
          confidence: 1,
          hidden: false,
          corrected: false,
          samples: ['Иванова Мария Петровна'],
          candidates: [],
        })),
      },
    ],
  };
}
const account = (...sheets: readonly SheetAccount[]): ReadingAccount => ({
  sheets,
  understandings: [],
  period: null,
  staleCorrections: [],
});

const FIRST = sheet('Реестр', { ФИО: 'applicant', 'Договор > Дата': 'contractOn', Примечание: null });
const CORRECTION = { sheet: 'Реестр', fields: { Примечание: 'curator' } };
const known = withKnownHeadings([], FIRST, CORRECTION);

describe('corrections of headings', () => {
  it('are offered for another workbook with the same headings in any order', () => {
    const other = sheet('Лист1', { Примечание: null, ФИО: 'applicant', 'Договор > Дата': 'contractOn' });
    expect(offeredCorrections(known, account(other), [])).toEqual([
      { sheet: 'Лист1', fields: { Примечание: 'curator' } },
    ]);
  });

  it.each([
    ['the headings differ', account(sheet('Лист1', { ФИО: 'applicant', Примечание: null })), []],
    [
      'the sheet is read so already',
      account(sheet('Лист1', { ФИО: 'applicant', 'Договор > Дата': 'contractOn', Примечание: 'curator' })),
      [],
    ],
    ['somebody has put the sheet right', account(FIRST), [CORRECTION]],
  ])('are not offered when %s', (_name, reading, corrections) => {
    expect(offeredCorrections(known, reading, corrections)).toEqual([]);
  });

  it('are kept without any value of a cell, and come back from their text', () => {
    const text = JSON.stringify(known);
    expect(text).not.toContain('Иванова');
    expect(parseKnownHeadings(text)).toEqual(known);
  });

  it('are not kept when a row of data was taken for the heading', () => {
    const wrong = sheet('Реестр', { 'Иванова Мария Петровна': 'applicant', '8 912 345-67-89': null });
    expect(withKnownHeadings([], wrong, { sheet: 'Реестр', fields: { '8 912 345-67-89': 'phone' } })).toEqual([]);
  });

  it('replace an earlier one, and are bounded', () => {
    const again = withKnownHeadings(known, FIRST, { sheet: 'Реестр', fields: { Примечание: null } });
    expect(again).toHaveLength(1);
    const many = Array.from({ length: 60 }, (_, index) => `Графа ${index}`).reduce(
      (list, heading) =>
        withKnownHeadings(list, sheet('Реестр', { [heading]: null }), {
          sheet: 'Реестр',
          fields: { [heading]: 'curator' },
        }),
      known,
    );
    expect(many).toHaveLength(40);
    expect(many[0]?.headings).toEqual(['Графа 59']);
  });

  it.each([null, '', '{}', '[1]', '[{"headings":["ФИО"],"fields":{"ФИО":"applicant"},"values":["x"]}]'])(
    'are none when %j was kept',
    (text) => {
      expect(parseKnownHeadings(text)).toEqual([]);
    },
  );
});
