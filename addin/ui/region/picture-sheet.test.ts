/** The region's figures as a sheet: tables over their rows, charts over the cells of their numbers, and a file of it. */
import { describe, expect, it } from 'vitest';
import { FIGURES, NORM_FIGURES } from '../../../shared/domain/figure-names.ts';
import { isOwnReport } from '../../../shared/domain/report-sheet.ts';
import type { ReportSheet } from '../../../shared/domain/report-sheet.ts';
import type { CellArea } from '../../../shared/domain/sheet-cells.ts';
import type { DistrictRow, Picture } from '../../../shared/sync/region-wire.ts';
import { regionText } from '../../../shared/text/region-texts.ts';
import { openWorkbook } from '../../file/open-workbook.ts';
import { reportXlsx } from '../../file/report-xlsx.ts';
import { pictureColumns } from './picture-columns.ts';
import { totalOf, type ShownRow } from './picture-rows.ts';
import { pictureSheet } from './picture-sheet.ts';
import type { RegionTexts } from './region-texts.ts';

const texts: RegionTexts = {
  r: (key, params) => regionText('ru', key, params),
  levelTitle: (level) => level ?? 'не указан',
  periodTitle: (key) => key,
};

const all = <K extends string>(names: readonly K[], n: number) =>
  Object.fromEntries(names.map((name) => [name, n])) as Record<K, number>;

const rowOf = (title: string, n: number): ShownRow => ({
  district: { id: title, title },
  lastSending: null,
  handIn: null,
  punctuality: 'missing' satisfies DistrictRow['punctuality'],
  figures: all(FIGURES, n),
  norms: all(NORM_FIGURES, n),
  levels: [{ level: 'BASE', cases: n }],
  specialists: n,
  overNorm: 0,
  errors: 0,
  warnings: 0,
  fileName: null,
});

const month = (key: string, n: number): Picture['trend'][number] => ({
  month: key,
  start: n,
  in: n,
  out: n,
  positive: n,
  end: n,
  transferred: n,
  visits: n,
  norms: all(NORM_FIGURES, n),
});

function sheetOf(trend: Picture['trend']): ReportSheet {
  const rows = [rowOf('Лесной', 3), rowOf('Речной', 5)];
  const columns = pictureColumns(texts, ['BASE']);
  const picture = { rows, total: totalOf(rows) };
  return pictureSheet(texts, { picture, columns, trend, title: 'Сводная таблица', notes: ['Баланс сходится.'] });
}

const valuesIn = ({ rows }: ReportSheet, { top, bottom, left, right }: CellArea) =>
  rows.slice(top - 1, bottom).map((row) => row.slice(left, right + 1).map(({ value }) => value));

describe('the figures of a region in Excel', () => {
  it('are native tables of districts and months, with charts over their own cells', () => {
    const sheet = sheetOf([month('2026-08', 7), month('2026-09', 8)]);
    const [districts, months] = sheet.tables ?? [];
    expect(districts && valuesIn(sheet, districts.area).map(([name]) => name)).toEqual(['Район', 'Лесной', 'Речной']);
    expect(months && valuesIn(sheet, months.area).map(([name]) => name)).toEqual(['Месяц', '08.2026', '09.2026']);
    const charts = (sheet.charts ?? []).map(({ categories, series }) => [
      valuesIn(sheet, categories).flat(),
      series.flatMap(({ values }) => valuesIn(sheet, values).flat()),
    ]);
    expect(charts).toEqual([
      [
        ['Лесной', 'Речной'],
        [3, 5],
      ],
      [
        ['08.2026', '09.2026'],
        [7, 8],
      ],
    ]);
    const total = sheet.rows.find(([first]) => first?.value === 'Всего');
    expect(total?.[1]?.value).toBe(8);
  });

  it('leave empty what nobody has reported: a silent district, and children whom no register counts', () => {
    const counted = { ...rowOf('Лесной', 3), childrenUnknown: 3 };
    const uncounted = {
      ...rowOf('Речной', 5),
      figures: { ...all(FIGURES, 5), startChildren: 0, inChildren: 0, outChildren: 0, endChildren: 0 },
      childrenUnknown: 5,
    };
    const silent = { ...rowOf('Северный', 0), levels: [] };
    const columns = pictureColumns(texts, ['BASE']);
    const rows = [counted, uncounted, silent];
    const wish = { picture: { rows, total: totalOf(rows) }, columns, trend: [], title: 'Сводная таблица', notes: [] };
    const sheet = pictureSheet(texts, wish);
    const numbers = (name: string) =>
      sheet.rows
        .find(([first]) => first?.value === name)
        ?.slice(1, 10)
        .map(({ value }) => value);
    expect(numbers('Лесной')).toEqual(Array.from({ length: 9 }, () => 3));
    expect(numbers('Речной')).toEqual([5, '', 5, '', 5, 5, '', 5, '']);
    expect(numbers('Северный')).toEqual(Array.from({ length: 9 }, () => ''));
    expect(numbers('Всего')).toEqual([8, 3, 8, 3, 8, 8, 3, 8, 3]);
  });

  it('have no course where there is none, and no chart of it', () => {
    const sheet = sheetOf([]);
    expect([sheet.tables?.length, sheet.charts?.length]).toEqual([1, 1]);
  });

  it('become a file whose sheet is known as a report and never read as a register', async () => {
    const book = await openWorkbook(
      'сводка.xlsx',
      await reportXlsx(sheetOf([month('2026-08', 7), month('2026-09', 8)])),
    );
    const [cells] = await book.readCells();
    expect(cells && isOwnReport(cells)).toBe(true);
    expect(cells?.rows.find(({ row }) => row === 5)?.cells.slice(0, 3)).toEqual(['Лесной', 3, 3]);
  });
});
