/**
 * What the add-in may cost, as assertions: batches and bytes of the things people do, on a register of 5,000 × 40.
 * A batch is a round trip; on a poor line its time is what people feel.
 */
import { describe, expect, it } from 'vitest';
import { openExcelWorkbook } from '../../addin/excel/open-excel-workbook.ts';
import type { CellEdit, WorkbookPort } from '../../addin/engine/workbook-port.ts';
import type { Severity } from '../../shared/domain/finding.ts';
import { hostWorkbook, type CellSpec, type HostWorkbook } from './host-workbook.ts';
import { PAYLOAD_LIMIT, type ExcelHost } from './excel-host.ts';
import { settle, startExcel } from './node-door.ts';

const KB = 1024;
const ROWS = 5_000;
const SEVERITIES: readonly Severity[] = ['error', 'warning', 'note'];

interface Budget {
  readonly what: string;
  readonly syncs: number;
  /** Bytes that the add-in sends and gets, together. */
  readonly bytesIn: number;
  readonly bytesOut: number;
  readonly act: (port: WorkbookPort, host: ExcelHost) => Promise<unknown>;
}

const BUDGETS: readonly Budget[] = [
  { what: 'listing the sheets', syncs: 1, bytesIn: 1 * KB, bytesOut: 2 * KB, act: (port) => port.listSheets() },
  {
    what: 'reading for a check',
    syncs: 3,
    bytesIn: 400 * KB,
    bytesOut: 10_000 * KB,
    act: (port) => port.readCells({ sheets: ['Реестр'] }),
  },
  {
    what: 'marking 2,000 findings',
    syncs: 2,
    bytesIn: 64 * KB,
    bytesOut: 24 * KB,
    act: (port) => port.mark(marks(2_000)),
  },
  { what: 'marking anew', syncs: 2, bytesIn: 64 * KB, bytesOut: 24 * KB, act: (port) => port.mark(marks(1_990)) },
  { what: 'removing the marks', syncs: 2, bytesIn: 24 * KB, bytesOut: 16 * KB, act: (port) => port.unmark() },
  {
    what: 'reading the small sheet again after an edit',
    syncs: 2,
    bytesIn: 16 * KB,
    bytesOut: 16 * KB,
    act: (port) => port.readCells({ sheets: ['Выходы'] }),
  },
  { what: 'fixing 200 cells', syncs: 3, bytesIn: 640 * KB, bytesOut: 300 * KB, act: (port) => port.write(edits(200)) },
  { what: 'fixing one cell', syncs: 3, bytesIn: 12 * KB, bytesOut: 8 * KB, act: (port) => port.write(edits(1)) },
  {
    what: 'going to a cell',
    syncs: 2,
    bytesIn: 4 * KB,
    bytesOut: 2 * KB,
    act: (port) => port.select({ sheet: 'Реестр', row: 900, column: 3 }),
  },
  {
    what: 'remembering 200 KB',
    syncs: 2,
    bytesIn: 230 * KB,
    bytesOut: 4 * KB,
    act: (port) => port.remember('x'.repeat(200 * KB)),
  },
  {
    what: 'hearing of an edit',
    syncs: 0,
    bytesIn: 0,
    bytesOut: 0,
    act: async (_port, host) => host.type('Реестр', 'C7', 'новое'),
  },
];

function registerRow(index: number): CellSpec[] {
  return [
    index,
    `Семёнова-Петровская ${index} Анна Владимировна`,
    `ул. Лесная, д. ${index % 90}, кв. ${index % 40}`,
    ...Array.from({ length: 10 }, (_, at): CellSpec => ({
      value: 45_000 + ((index + at) % 900),
      numberFormat: 'dd.mm.yyyy',
    })),
    ...Array.from({ length: 12 }, (_, month): CellSpec => (month + index) % 4),
    ...Array.from({ length: 15 }, (_, note): CellSpec => `заметка ${index} о семье, ${note}`),
  ];
}

function register(): HostWorkbook {
  return hostWorkbook([
    { name: 'Реестр', rows: Array.from({ length: ROWS }, (_, index) => registerRow(index)) },
    {
      name: 'Выходы',
      rows: Array.from({ length: 60 }, (_, index) => [index, 'Орлова', { value: 45_000, numberFormat: 'dd.mm.yyyy' }]),
    },
  ]);
}

function marks(count: number) {
  return Array.from({ length: count }, (_, index) => ({
    cell: { sheet: 'Реестр', row: 2 + ((index * 7) % ROWS), column: index % 9 },
    severity: SEVERITIES[index % 3] ?? 'note',
  }));
}

function edits(count: number): readonly CellEdit[] {
  return Array.from({ length: count }, (_, index) => ({
    cell: { sheet: 'Реестр', row: 2 + index * 3, column: 3 },
    value: { kind: 'date', iso: '2025-03-14' },
  }));
}

describe('[D7] the cost of what people do, on 5,000 × 40', () => {
  const workbook = register();
  it('opening takes one batch', async () => {
    const own = startExcel(workbook);
    await openExcelWorkbook();
    await settle();
    expect(own.meter).toMatchObject({ syncs: 1, cleanups: 0 });
    expect(own.meter.bytesIn + own.meter.bytesOut).toBeLessThan(4 * KB);
  });

  it.each(BUDGETS)('$what: at most $syncs batches, $bytesIn bytes to Excel, $bytesOut from it', async (budget) => {
    const host = startExcel(workbook);
    const port = await openExcelWorkbook();
    await port.readCells({ sheets: ['Выходы'] });
    if (budget.what !== 'marking 2,000 findings') await port.mark(marks(2_000));
    port.watch({ onChange: () => {} });
    await settle();
    host.resetMeter();
    await budget.act(port, host);
    const { syncs, bytesIn, bytesOut, largestIn, largestOut } = host.meter;
    expect(syncs).toBeLessThanOrEqual(budget.syncs);
    expect(bytesIn).toBeLessThanOrEqual(budget.bytesIn);
    expect(bytesOut).toBeLessThanOrEqual(budget.bytesOut);
    expect(Math.max(largestIn, largestOut)).toBeLessThan(PAYLOAD_LIMIT * 0.8);
  });
});
