import { describe, expect, it } from 'vitest';
import { clipboardText, csvText } from './protocol-table.ts';

const TABLE = [
  ['Правило', 'Замечаний'],
  ['=HYPERLINK("x")', '3'],
  ['строка; с "кавычками"\nи переносом', '-1'],
];

describe('the protocol as a file', () => {
  it('opens in Excel with Russian settings, and no text of it becomes a formula', () => {
    expect(csvText(TABLE)).toBe(
      '\uFEFFПравило;Замечаний\r\n"\'=HYPERLINK(""x"")";3\r\n"строка; с ""кавычками""\nи переносом";\'-1\r\n',
    );
  });

  it('keeps its cells apart on the clipboard', () => {
    expect(
      clipboardText(TABLE)
        .split('\r\n')
        .map((row) => row.split('\t').length),
    ).toEqual([2, 2, 2]);
  });
});
