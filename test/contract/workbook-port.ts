/**
 * What every workbook must do, in Excel or without. Both implementations run this suite; each brings a factory that
 * makes a workbook of the given content and opens it.
 */
import { describe, expect, it } from 'vitest';
import type { CellAddress } from '../../shared/domain/cell-address.ts';
import { REPORT_SIGN, type ReportSheet } from '../../shared/domain/report-sheet.ts';
import type { CellArea, CellValue, SheetCells, SheetVisibility } from '../../shared/domain/sheet-cells.ts';
import { MAX_STATE_BYTES } from '../../addin/engine/state-part.ts';
import type { CellEdit, EditOutcome, WorkbookPort } from '../../addin/engine/workbook-port.ts';

/** A cell to begin with. Row from 1, column from 0. */
export interface ContractCell {
  readonly row: number;
  readonly column: number;
  /** A number with a date format is a date. An error is given as its text, with `isError`. */
  readonly value: string | number | boolean;
  readonly isError?: true;
  /** With its leading "="; `value` is its result. */
  readonly formula?: string;
  readonly format?: 'General' | 'dd.mm.yyyy' | '@' | '0.00';
}

export interface ContractSheet {
  readonly name: string;
  readonly visibility?: SheetVisibility;
  readonly cells: readonly ContractCell[];
  readonly merges?: readonly CellArea[];
  readonly hiddenRows?: readonly number[];
  readonly hiddenColumns?: readonly number[];
}

export interface ContractWorkbook {
  readonly sheets: readonly ContractSheet[];
  readonly isDate1904?: true;
}

/** An opened workbook, and how to open it again after it was saved and closed. */
export interface OpenedForContract {
  readonly port: WorkbookPort;
  readonly reopen: () => Promise<WorkbookPort>;
}

export type OpenForContract = (workbook: ContractWorkbook) => Promise<OpenedForContract>;

const REGISTER: ContractWorkbook = {
  sheets: [
    {
      name: 'Реестр',
      cells: [
        { row: 1, column: 0, value: 'Заявитель' },
        { row: 1, column: 1, value: 'Дата договора' },
        { row: 1, column: 2, value: 'Срок' },
        { row: 2, column: 0, value: 'Ёлкина М. П.' },
        { row: 2, column: 1, value: 45_000, format: 'dd.mm.yyyy' },
        { row: 2, column: 2, value: 12 },
        { row: 3, column: 0, value: true },
        { row: 3, column: 1, value: '10.03.2025', format: '@' },
        { row: 3, column: 2, value: 24, formula: '=C2*2' },
        { row: 5, column: 0, value: '#N/A', isError: true, formula: '=NA()' },
        { row: 5, column: 2, value: 0.5, format: '0.00' },
        { row: 6, column: 0, value: 'Объединённая' },
      ],
      merges: [{ top: 6, left: 0, bottom: 6, right: 2 }],
      hiddenRows: [3],
      hiddenColumns: [2],
    },
    { name: 'Старый', visibility: 'hidden', cells: [{ row: 1, column: 0, value: 'прошлый год' }] },
    { name: 'Служебный', visibility: 'veryHidden', cells: [{ row: 1, column: 0, value: 'ключ' }] },
    { name: 'Журнал', cells: [{ row: 2, column: 1, value: 'посещение' }] },
  ],
};

/** Texts that a spreadsheet could take for something else. */
export const HOSTILE_TEXTS: readonly string[] = [
  '=1+1',
  '+7 912 000-00-00',
  '-5',
  '- нет',
  '@СУММ(A1)',
  '=HYPERLINK("http://example.org","x")',
  "=cmd|'/c calc'!A0",
  "'кавычка",
  "''",
  '1/2',
  '10.03.2025',
  '00123',
  '1E5',
  'TRUE',
  'ИСТИНА',
  '#REF!x',
  ' с пробелом ',
  'два  пробела',
  'две\nстроки',
  '<b>&amp;</b>',
  '"кавычки"',
  '_x000D_',
  '\u00A0',
  'Ёж 👪',
  '%',
  '12%',
  '{1}',
  '\\',
  ']]>',
];

const cell = (row: number, column: number, sheet = 'Реестр'): CellAddress => ({ sheet, row, column });
const at = (sheets: readonly SheetCells[], { sheet, row, column }: CellAddress): CellValue =>
  sheets.find(({ name }) => name === sheet)?.rows.find((one) => one.row === row)?.cells[column] ?? null;
const text = (address: CellAddress, value: string): CellEdit => ({
  cell: address,
  value: { kind: 'text', text: value },
});

/** All cells of the sheets as one list, for comparing whole workbooks. */
function contents(sheets: readonly SheetCells[]): readonly string[] {
  return sheets.flatMap(({ name, rows }) =>
    rows.flatMap(({ row, cells, formulas }) =>
      cells.flatMap((value, column) =>
        value === null || value === undefined
          ? []
          : [`${name} ${row}:${column} ${JSON.stringify(value)}${formulas?.has(column) ? ' formula' : ''}`],
      ),
    ),
  );
}

function before(outcome: EditOutcome | undefined): unknown {
  if (!outcome?.ok) throw new Error(`not written: ${outcome?.code ?? 'no outcome'}`);
  return outcome.before;
}

/** Runs the suite for one implementation. */
export function workbookPortContract(label: string, open: OpenForContract): void {
  describe(`${label} as a workbook`, () => {
    readingContract(open);
    writingContract(open);
    rememberingContract(open);
    reportContract(open);
  });
}

function readingContract(open: OpenForContract): void {
  it('lists its sheets in order, hidden ones with their state', async () => {
    const { port } = await open(REGISTER);
    expect(await port.listSheets()).toEqual([
      { name: 'Реестр', visibility: 'visible' },
      { name: 'Старый', visibility: 'hidden' },
      { name: 'Служебный', visibility: 'veryHidden' },
      { name: 'Журнал', visibility: 'visible' },
    ]);
  });

  it('reads every kind of cell, and nothing for empty ones', async () => {
    const { port } = await open(REGISTER);
    const sheets = await port.readCells();
    expect(contents(sheets)).toEqual([
      'Реестр 1:0 "Заявитель"',
      'Реестр 1:1 "Дата договора"',
      'Реестр 1:2 "Срок"',
      'Реестр 2:0 "Ёлкина М. П."',
      'Реестр 2:1 {"serial":45000}',
      'Реестр 2:2 12',
      'Реестр 3:0 true',
      'Реестр 3:1 "10.03.2025"',
      'Реестр 3:2 24 formula',
      'Реестр 5:0 {"error":"#N/A"} formula',
      'Реестр 5:2 0.5',
      'Реестр 6:0 "Объединённая"',
      'Журнал 2:1 "посещение"',
    ]);
    expect(sheets[0]?.rows.filter(({ hidden }) => hidden).map(({ row }) => row)).toEqual([3]);
    expect([...(sheets[0]?.hiddenColumns ?? [])]).toEqual([2]);
    expect(sheets[0]?.merges).toEqual([{ top: 6, left: 0, bottom: 6, right: 2 }]);
  });

  it('reads hidden sheets when they are named, in workbook order', async () => {
    const { port } = await open(REGISTER);
    const sheets = await port.readCells({ sheets: ['Журнал', 'Служебный', 'Старый'] });
    expect(sheets.map(({ name, visibility }) => `${name} ${visibility}`)).toEqual([
      'Старый hidden',
      'Служебный veryHidden',
      'Журнал visible',
    ]);
    expect(at(sheets, cell(1, 0, 'Служебный'))).toBe('ключ');
  });

  it('refuses sheets that are not there, stops when asked, and tells how far it is', async () => {
    const { port } = await open(REGISTER);
    await expect(port.readCells({ sheets: ['Нет такого'] })).rejects.toMatchObject({ code: 'sheet-missing' });
    await expect(port.readCells({ signal: AbortSignal.abort() })).rejects.toMatchObject({ code: 'stopped' });
    const shares: number[] = [];
    await port.readCells({ onProgress: (share) => shares.push(share) });
    expect(shares.at(-1)).toBe(1);
    expect(shares).toEqual(shares.toSorted((a, b) => a - b));
  });

  it('turns the dates of the 1904 system into those of the 1900 system, and back when writing', async () => {
    const { port, reopen } = await open({
      isDate1904: true,
      sheets: [
        {
          name: 'Реестр',
          cells: [
            { row: 1, column: 0, value: 43_538, format: 'dd.mm.yyyy' },
            { row: 1, column: 1, value: 'x' },
          ],
        },
      ],
    });
    expect(at(await port.readCells(), cell(1, 0))).toEqual({ serial: 45_000 });
    await port.write([{ cell: cell(1, 1), value: { kind: 'date', iso: '2023-03-16' } }]);
    for (const one of [port, await reopen()]) expect(at(await one.readCells(), cell(1, 1))).toEqual({ serial: 45_001 });
  });

  it('goes to a cell and knows where it stands', async () => {
    const { port } = await open(REGISTER);
    await port.select(cell(2, 1, 'Журнал'));
    expect(await port.selected()).toEqual(cell(2, 1, 'Журнал'));
    await expect(port.select(cell(1, 0, 'Нет такого'))).rejects.toMatchObject({ code: 'sheet-missing' });
  });
}

function writingContract(open: OpenForContract): void {
  it('writes text, numbers, real dates and nothing else, and answers in order', async () => {
    const { port, reopen } = await open(REGISTER);
    const untouched = contents(await port.readCells()).filter((line) => !/Реестр (2:0|2:1|3:1|3:2|9:4) /.test(line));
    const outcomes = await port.write([
      text(cell(2, 0), 'Ежова М. П.'),
      { cell: cell(2, 1), value: { kind: 'empty' } },
      { cell: cell(3, 1), value: { kind: 'date', iso: '2025-03-10' } },
      { cell: cell(3, 2), value: { kind: 'number', number: 6 } },
      { cell: cell(9, 4), value: { kind: 'date', iso: '2026-10-31' } },
    ]);
    expect(outcomes.map((outcome) => (outcome.ok ? outcome.now : outcome.code))).toEqual([
      'Ежова М. П.',
      null,
      { serial: 45_726 },
      6,
      { serial: 46_326 },
    ]);
    for (const one of [port, await reopen()]) {
      const now = contents(await one.readCells());
      expect(now).toEqual(expect.arrayContaining([...untouched]));
      expect(now.filter((line) => !untouched.includes(line))).toEqual([
        'Реестр 2:0 "Ежова М. П."',
        'Реестр 3:1 {"serial":45726}',
        'Реестр 3:2 6',
        'Реестр 9:4 {"serial":46326}',
      ]);
    }
  });

  it('writes hostile texts as texts', async () => {
    const { port, reopen } = await open(REGISTER);
    const edits = HOSTILE_TEXTS.map((value, index) => text(cell(20 + index, 0), value));
    const outcomes = await port.write(edits);
    expect(outcomes.map((outcome) => outcome.ok && outcome.now)).toEqual(HOSTILE_TEXTS);
    for (const one of [port, await reopen()]) {
      const sheets = await one.readCells();
      expect(edits.map((edit) => at(sheets, edit.cell))).toEqual(HOSTILE_TEXTS);
      expect(contents(sheets).filter((line) => line.endsWith(' formula'))).toHaveLength(2);
    }
  });

  it('puts everything back as it was, formulas and dates too', async () => {
    const { port, reopen } = await open(REGISTER);
    const start = contents(await port.readCells());
    const cells = [cell(2, 0), cell(2, 1), cell(3, 1), cell(3, 2), cell(5, 2), cell(12, 0)];
    const outcomes = await port.write(cells.map((address) => text(address, 'другое')));
    expect(contents(await port.readCells())).not.toEqual(start);
    const undone = await port.write(
      cells.map((address, index) => ({ cell: address, value: { kind: 'restore', before: before(outcomes[index]) } })),
    );
    expect(undone.map(({ ok }) => ok)).toEqual(cells.map(() => true));
    for (const one of [port, await reopen()]) expect(contents(await one.readCells())).toEqual(start);
  });

  it('answers for cells that are gone and writes the others', async () => {
    const { port } = await open(REGISTER);
    const outcomes = await port.write([text(cell(1, 0, 'Нет такого'), 'x'), text(cell(2, 0), 'y')]);
    expect(outcomes.map((outcome) => (outcome.ok ? 'ok' : outcome.code))).toEqual(['gone', 'ok']);
    expect(await port.write([])).toEqual([]);
  });

  it('marks cells and takes the marks away without a trace in the cells', async () => {
    const { port } = await open(REGISTER);
    const start = await port.readCells();
    await port.mark([
      { cell: cell(2, 0), severity: 'error' },
      { cell: cell(2, 1), severity: 'warning' },
      { cell: cell(3, 1), severity: 'note' },
    ]);
    expect(await port.readCells()).toEqual(start);
    await port.mark([]);
    await port.unmark();
    expect(await port.readCells()).toEqual(start);
  });
}

function rememberingContract(open: OpenForContract): void {
  it('keeps a state inside the workbook', async () => {
    const { port, reopen } = await open(REGISTER);
    expect(await port.recall()).toBeNull();
    for (const state of ['{"имя":"Ёж 👪 <&>\\u0000"}', '{}', `"${'я'.repeat(200_000)}"`]) {
      await port.remember(state);
      expect(await port.recall()).toBe(state);
    }
    expect(await (await reopen()).recall()).toBe(`"${'я'.repeat(200_000)}"`);
  });

  it('refuses a state larger than its bound and keeps the one it had', async () => {
    const { port } = await open(REGISTER);
    await port.remember('{"a":1}');
    await expect(port.remember('я'.repeat(MAX_STATE_BYTES / 2 + 1))).rejects.toMatchObject({ code: 'too-large' });
    expect(await port.recall()).toBe('{"a":1}');
  });
}

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

function reportContract(open: OpenForContract): void {
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
