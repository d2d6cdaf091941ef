/** Marks are ours alone: drawn in few batches, found again in a later session, removed without a trace. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openExcelWorkbook } from '../../addin/excel/open-excel-workbook.ts';
import type { Severity } from '../../shared/domain/finding.ts';
import type { Mark, WorkbookPort } from '../../addin/engine/workbook-port.ts';
import { hostWorkbook, sheetSnapshot, type HostConditionalFormat, type HostWorkbook } from './host-workbook.ts';
import { settle, startExcel } from './node-door.ts';

const SEVERITIES: readonly Severity[] = ['error', 'warning', 'note'];

/** Formats that people made: of another kind, custom, and one that looks almost like a mark. */
const PEOPLES: readonly HostConditionalFormat[] = [
  { id: 'a', type: 'CellValue', areas: [{ top: 1, left: 0, bottom: 90, right: 5 }], formula: '', format: { fill: 1 } },
  {
    id: 'b',
    type: 'Custom',
    areas: [{ top: 2, left: 1, bottom: 3, right: 1 }],
    formula: '=$A2="kurator:error"',
    format: {},
  },
  { id: 'c', type: 'DataBar', areas: [{ top: 1, left: 3, bottom: 90, right: 3 }], formula: '', format: { bar: 2 } },
];

function book(): HostWorkbook {
  const made = hostWorkbook([
    { name: 'Реестр', rows: [['Фамилия'], ['Орлова'], ['Сомов']] },
    { name: "Выходы, '26", rows: [['Дата']] },
  ]);
  for (const sheet of made.sheets) sheet.conditionalFormats = [...PEOPLES];
  return made;
}

function mark(sheet: string, row: number, column: number, severity: Severity = 'error'): Mark {
  return { cell: { sheet, row, column }, severity };
}

function manyMarks(count: number): readonly Mark[] {
  return Array.from({ length: count }, (_, index) =>
    mark('Реестр', 2 + (index % 500) * 2, Math.floor(index / 500), SEVERITIES[index % 3]),
  );
}

function ownFormats(workbook: HostWorkbook): readonly HostConditionalFormat[] {
  return workbook.sheets.flatMap(({ conditionalFormats }) =>
    conditionalFormats.filter((one) => !PEOPLES.includes(one)),
  );
}

async function readPort(): Promise<WorkbookPort> {
  const port = await openExcelWorkbook();
  await port.readCells();
  return port;
}

describe('marks in Excel', () => {
  it('differ by line and lettering as well as by colour', async () => {
    const host = startExcel(book());
    const port = await readPort();
    await port.mark(SEVERITIES.map((severity, row) => mark('Реестр', row + 1, 0, severity)));
    const looks = ownFormats(host.workbook).map(({ formula, format }) => ({ formula, ...format }));
    expect(new Set(looks.map((look) => Reflect.get(look, 'EdgeTop.Style')))).toEqual(
      new Set(['Continuous', 'Dash', 'Dot']),
    );
    expect(new Set(looks.map((look) => Reflect.get(look, 'Fill.Color'))).size).toBe(3);
    expect(looks.map((look) => Object.keys(look).filter((key) => key.startsWith('Font.')))).toEqual(
      expect.arrayContaining([['Font.Bold'], ['Font.Underline'], ['Font.Italic']]),
    );
  });

  it('become one area where cells stand below each other, and one format of many areas', async () => {
    const host = startExcel(book());
    const port = await readPort();
    await port.mark([1, 2, 3, 7].map((row) => mark('Реестр', row, 2)));
    expect(ownFormats(host.workbook).map(({ areas }) => areas)).toEqual([
      [
        { top: 1, left: 2, bottom: 3, right: 2 },
        { top: 7, left: 2, bottom: 7, right: 2 },
      ],
    ]);
  });

  it('take two batches for 2,000 findings, drawn, redrawn and removed, and leave every other byte as it was', async () => {
    const host = startExcel(book());
    const before = host.workbook.sheets.map(sheetSnapshot);
    const port = await readPort();
    for (const act of [() => port.mark(manyMarks(2_000)), () => port.mark(manyMarks(1_999)), () => port.unmark()]) {
      host.resetMeter();
      // Each step follows the last.
      await act();
      expect(host.meter.syncs).toBeLessThanOrEqual(2);
      expect(host.meter.largestIn).toBeLessThan(100_000);
      expect(host.meter.largestOut).toBeLessThan(50_000);
      expect(ownFormats(host.workbook).length).toBeLessThan(20);
    }
    expect(host.workbook.sheets.map(sheetSnapshot)).toEqual(before);
  });

  it('of an earlier session on another machine are found and removed, on hidden and new sheets too', async () => {
    const workbook = book();
    const before = workbook.sheets.map(sheetSnapshot);
    startExcel(workbook);
    const first = await readPort();
    await first.mark([mark('Реестр', 2, 0), mark("Выходы, '26", 1, 0, 'note')]);
    const [, visits] = workbook.sheets;
    if (visits) visits.visibility = 'hidden';
    startExcel(workbook);
    const second = await openExcelWorkbook();
    await second.unmark();
    if (visits) visits.visibility = 'visible';
    expect(workbook.sheets.map(sheetSnapshot)).toEqual(before);
  });

  it('replace each other whatever was marked before', async () => {
    const sheets = ['Реестр', "Выходы, '26"];
    const marks = fc.array(
      fc
        .record({ sheet: fc.constantFrom(...sheets), row: fc.integer({ min: 1, max: 60 }), column: fc.nat(6) })
        .chain((cell) => fc.constantFrom(...SEVERITIES).map((severity): Mark => ({ cell, severity }))),
    );
    await fc.assert(
      fc.asyncProperty(marks, marks, async (one, other) => {
        const host = startExcel(book());
        const before = host.workbook.sheets.map(sheetSnapshot);
        const port = await openExcelWorkbook();
        await port.mark(one);
        await port.mark(other);
        expect(markedCells(host.workbook)).toEqual(gravestOf(other));
        await port.unmark();
        expect(host.workbook.sheets.map(sheetSnapshot)).toEqual(before);
        await settle();
      }),
      { numRuns: 20 },
    );
  });

  it('say that a sheet is protected, and are drawn on the others', async () => {
    const workbook = book();
    const [first] = workbook.sheets;
    if (first) first.isProtected = true;
    startExcel(workbook);
    const port = await readPort();
    const marking = port.mark([mark('Реестр', 2, 0), mark("Выходы, '26", 1, 0)]);
    await expect(marking).rejects.toMatchObject({ code: 'sheet-protected' });
    expect(ownFormats(workbook)).toHaveLength(1);
  });

  it('are capped: the gravest are drawn, and it is said that there are more', async () => {
    const host = startExcel(book());
    const port = await readPort();
    const scattered = Array.from({ length: 3_500 }, (_, index) =>
      mark('Реестр', 1 + index * 2, 0, index < 3_400 ? 'note' : 'error'),
    );
    await expect(port.mark(scattered)).rejects.toMatchObject({ code: 'too-large' });
    const own = ownFormats(host.workbook);
    expect(own.reduce((sum, { areas }) => sum + areas.length, 0)).toBe(3_000);
    expect(own.filter(({ formula }) => formula.includes('error')).flatMap(({ areas }) => areas)).toHaveLength(100);
  });
});

function markedCells(workbook: HostWorkbook): ReadonlyMap<string, string> {
  const cells = new Map<string, string>();
  for (const sheet of workbook.sheets) {
    for (const { areas, formula } of sheet.conditionalFormats.filter((one) => !PEOPLES.includes(one))) {
      for (const { top, left, bottom } of areas) {
        for (let row = top; row <= bottom; row += 1)
          cells.set(`${sheet.name} ${row} ${left}`, /:(\w+)"/.exec(formula)?.[1] ?? '');
      }
    }
  }
  return cells;
}

function gravestOf(marks: readonly Mark[]): ReadonlyMap<string, string> {
  const cells = new Map<string, string>();
  for (const severity of SEVERITIES.toReversed()) {
    for (const { cell, severity: own } of marks) {
      if (own === severity) cells.set(`${cell.sheet} ${cell.row} ${cell.column}`, severity);
    }
  }
  return cells;
}
