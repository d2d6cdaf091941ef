import { expect, it } from 'vitest';
import { REPORT_SIGN, type ReportSheet } from '../../shared/domain/report-sheet.ts';
import type { WorkbookPort } from '../../addin/engine/workbook-port.ts';
import { at, cell, contents, HOSTILE_TEXTS, REGISTER, type OpenForContract } from './contract-workbook.ts';

const REPORT: ReportSheet = {
  name: 'Протокол проверки',
  widths: [20, 20],
  rows: [
    [{ value: 'Протокол проверки', look: 'title' }],
    [{ value: REPORT_SIGN }],
    [],
    [{ value: 'Просмотрено', look: 'heading' }, { value: 12 }],
    [{ value: 'Реестр!B2', link: cell(2, 1) }, { value: "'кавычка" }],
    ...HOSTILE_TEXTS.map((value) => [{ value }]),
  ],
};
/** Rows of districts as a native table, with headings that Excel would refuse as they are, and a chart beside it. */
const TABLE_REPORT: ReportSheet = {
  name: 'Сводный реестр',
  widths: [20, 12, 10, 10],
  rows: [
    [{ value: 'Сводный реестр', look: 'title' }],
    [{ value: REPORT_SIGN }],
    [{ value: 'Район' }, { value: 'Дата\nдоговора' }, { value: 'район' }, { value: '' }],
    [{ value: 'Лесной' }, { value: '2026-03-10', format: 'date' }, { value: 7 }, { value: 0.25, format: 'percent' }],
    [{ value: '=Речной' }, { value: 'не указана', format: 'date' }, { value: 3 }, { value: Number.NaN }],
  ],
  tables: [{ name: 'Районы', area: { top: 3, left: 0, bottom: 5, right: 3 } }],
  charts: [
    {
      kind: 'column',
      title: 'Семьи по районам',
      categories: { top: 4, left: 0, bottom: 5, right: 0 },
      series: [{ name: 'Семьи', values: { top: 4, left: 2, bottom: 5, right: 2 } }],
      place: { top: 7, left: 0, bottom: 20, right: 2 },
    },
  ],
};
const names = async (port: WorkbookPort): Promise<readonly string[]> =>
  (await port.listSheets()).map(({ name }) => name);

/** Reports come as sheets of their own and go without a trace. */
export function reportContract(open: OpenForContract): void {
  it('adds a report as its last sheet, texts as texts, and everything else stays', async () => {
    const { port, reopen } = await open(REGISTER);
    const start = contents(await port.readCells());
    expect(await port.addReport(REPORT)).toBe('Протокол проверки');
    for (const one of [port, await reopen()]) {
      expect((await names(one)).at(-1)).toBe('Протокол проверки');
      const sheets = await one.readCells();
      expect(contents(sheets.filter(({ name }) => name !== REPORT.name))).toEqual(start);
      expect(at(sheets, cell(4, 1, REPORT.name))).toBe(12);
      expect(at(sheets, cell(5, 1, REPORT.name))).toBe("'кавычка");
      expect(HOSTILE_TEXTS.map((_, index) => at(sheets, cell(6 + index, 0, REPORT.name)))).toEqual(HOSTILE_TEXTS);
      expect(contents(sheets).filter((line) => line.startsWith(REPORT.name) && line.endsWith(' formula'))).toEqual([]);
    }
  });

  it('ends a text where a cell of Excel ends', async () => {
    const { port, reopen } = await open(REGISTER);
    await port.addReport({ ...REPORT, rows: [...REPORT.rows.slice(0, 2), [{ value: 'я'.repeat(40_000) }]] });
    for (const one of [port, await reopen()]) {
      expect(at(await one.readCells(), cell(3, 0, REPORT.name))).toBe('я'.repeat(32_767));
    }
  });

  it('replaces its own report, also one of an earlier session', async () => {
    const { port, reopen } = await open(REGISTER);
    await port.addReport(REPORT);
    await port.addReport({ ...REPORT, rows: [...REPORT.rows, [{ value: 'второй' }]] });
    const later = await reopen();
    await later.addReport({ ...REPORT, rows: [...REPORT.rows, [{ value: 'третий' }]] });
    expect((await names(later)).filter((name) => name.startsWith('Протокол'))).toEqual(['Протокол проверки']);
    const text = contents(await later.readCells()).join('\n');
    expect(text).toContain('третий');
    expect(text).not.toContain('второй');
  });

  it('takes away exactly the report, and never a sheet of people’s own', async () => {
    const own = { name: 'Протокол проверки', cells: [{ row: 1, column: 0, value: 'собрание 12 мая' }] };
    const { port, reopen } = await open({ sheets: [...REGISTER.sheets, own] });
    const start = contents(await port.readCells());
    const added = await port.addReport(REPORT);
    expect(added).toBe('Протокол проверки (2)');
    await port.removeReport('Протокол проверки');
    expect(await names(port)).toContain('Протокол проверки');
    const later = await reopen();
    await later.removeReport(added);
    await later.removeReport('Нет такого');
    expect(contents(await later.readCells())).toEqual(start);
    expect(await names(later)).not.toContain(added);
  });

  it.each([{}, { isDate1904: true } as const])(
    'writes a table with distinct headings, real dates: %j',
    async (system) => {
      const { port, reopen } = await open({ ...REGISTER, ...system });
      const name = await port.addReport(TABLE_REPORT);
      for (const one of [port, await reopen()]) {
        const lines = contents(await one.readCells({ sheets: [name] })).filter((line) => / [345]:/.test(line));
        expect(lines).toEqual(
          [
            '3:0 "Район"',
            '3:1 "Дата договора"',
            '3:2 "район 2"',
            '3:3 "4"',
            '4:0 "Лесной"',
            '4:1 {"serial":46091}',
            '4:2 7',
            '4:3 0.25',
            '5:0 "=Речной"',
            '5:1 "не указана"',
            '5:2 3',
          ].map((line) => `${name} ${line}`),
        );
      }
    },
  );

  it('keeps reports of different names side by side, and takes tables and charts away with theirs', async () => {
    const { port, reopen } = await open(REGISTER);
    const start = contents(await port.readCells());
    await port.addReport(REPORT);
    await port.addReport(TABLE_REPORT);
    const later = await reopen();
    expect((await names(later)).slice(-2)).toEqual([REPORT.name, TABLE_REPORT.name]);
    expect(await later.addReport(TABLE_REPORT)).toBe(TABLE_REPORT.name);
    const last = await reopen();
    await last.removeReport(TABLE_REPORT.name);
    await last.removeReport(REPORT.name);
    expect(contents(await last.readCells())).toEqual(start);
  });
}
