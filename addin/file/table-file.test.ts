import { describe, expect, it } from 'vitest';
import { openWorkbook } from './open-workbook.ts';
import { writeTable } from './table-file.ts';

const TABLE = {
  name: 'Сводная таблица',
  title: 'Сводная таблица: Пробный регион',
  groups: [
    { title: 'Район', span: 1 },
    { title: 'На начало', span: 2 },
  ],
  headings: ['Район', 'семей', 'детей'],
  rows: [
    ['Лесной', 7, 14],
    ['=Речной', 0, null],
  ],
  total: ['Всего', 7, 14],
  notes: ['Баланс сходится.'],
} as const;

describe('a table as a file', () => {
  it('is a workbook that reads back with its numbers as numbers and its texts as texts', async () => {
    const book = await openWorkbook('Сводная.xlsx', writeTable(TABLE));
    const [sheet] = await book.readCells();
    expect(sheet?.name).toBe('Сводная таблица');
    expect(sheet?.rows.map(({ cells }) => cells.map((cell) => cell ?? null))).toEqual([
      ['Сводная таблица: Пробный регион'],
      ['Район', 'На начало'],
      ['Район', 'семей', 'детей'],
      ['Лесной', 7, 14],
      ['=Речной', 0],
      ['Всего', 7, 14],
      ['Баланс сходится.'],
    ]);
    expect(sheet?.merges).toEqual([{ top: 2, left: 1, bottom: 2, right: 2 }]);
  });
});
