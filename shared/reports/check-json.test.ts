import { describe, expect, it } from 'vitest';
import type { Finding } from '../domain/finding.ts';
import type { Table, TableColumn } from '../domain/register.ts';
import { checkJson } from './check-json.ts';
import { contentHash } from './content-hash.ts';

const column = (field: string, index: number, more: Partial<TableColumn> = {}): TableColumn => ({
  field,
  column: index,
  heading: field,
  ...more,
});

const TABLE: Table = {
  sheet: 'Реестр',
  kind: 'families',
  headerRows: [3, 4],
  firstRow: 6,
  lastRow: 90,
  columns: [
    column('caseNo', 0),
    column('contractNo', 27, { partOf: 'contractNo' }),
    column('contractDate', 27, { partOf: 'contractNo' }),
    column('visitsByMonth', 7, { period: '2026-03' }),
    column('visitsByMonth', 8, { period: '2026-04' }),
    column('visitDates', 10, { period: '2026-Q1' }),
    column('reviewDates', 12),
    column('reviewDates', 13),
  ],
  skippedRows: [{ row: 50, why: 'total' }],
  duplicateHeadings: [],
  givenFields: ['level'],
  isTextFile: false,
};

const FINDING: Finding = {
  rule: 'visits/below-norm',
  severity: 'error',
  cell: { sheet: 'Реестр', row: 7, column: 7 },
  field: 'visitsByMonth',
  period: '2026-03',
  value: '1',
  params: { done: 1, required: 2 },
  fix: { kind: 'date', value: '2026-03-10', display: '10.03.2026' },
  related: [{ sheet: 'Журнал', row: 12, column: 1 }],
  subject: 'Ёлкина М. П.',
  curator: null,
  identity: 'x',
};

const EMPTY = {
  asOf: 20_757,
  engine: '1.0.0',
  findings: [],
  ledger: [],
  summary: { cases: 0, visits: 0, errors: 0, warnings: 0, notes: 0 },
};

describe('the JSON of a check', () => {
  const skipped = { rule: 'level/term-exceeded', reason: 'norm-null', detail: 'level:CRISIS', rows: 3 } as const;
  const json = checkJson({
    file: 'реестр.xlsx',
    tables: [TABLE],
    result: {
      asOf: 20_757,
      pack: { id: 'training', version: '1' },
      engine: '1.0.0',
      findings: [FINDING, { ...FINDING, fix: null, related: [] }],
      ledger: [
        { rule: 'visits/below-norm', looked: 80, findings: 2, skipped: [] },
        { rule: 'level/term-exceeded', looked: 0, findings: 0, skipped: [skipped] },
      ],
      summary: { cases: 80, visits: 0, errors: 2, warnings: 0, notes: 0 },
    },
    message: ({ rule }) => `о ${rule}`,
  });

  it('names columns by letters, composite fields by the same letter, spread fields by period', () => {
    expect(json.tables).toEqual([
      {
        sheet: 'Реестр',
        kind: 'families',
        headerRows: [3, 4],
        firstRow: 6,
        lastRow: 90,
        columns: {
          caseNo: 'A',
          contractNo: 'AB',
          contractDate: 'AB',
          visitsByMonth: { '2026-03': 'H', '2026-04': 'I' },
          visitDates: { '2026-Q1': 'K' },
          reviewDates: { 1: 'M', 2: 'N' },
        },
        skippedRows: [{ row: 50, why: 'total' }],
      },
    ]);
  });

  it('names the columns that stand on a sheet of their own there', () => {
    const page = { sheet: 'Правая', headerRows: [2], firstRow: 3, lastRow: 87, skippedRows: [] };
    const columns = [column('caseNo', 0), column('level', 1, { sheet: 'Правая', block: 1 })];
    const { tables } = checkJson({
      file: 'реестр.xlsx',
      tables: [{ ...TABLE, columns, pages: [page] }],
      result: { ...EMPTY, pack: { id: 'training', version: '1' } },
      message: () => '',
    });
    expect(tables).toEqual([
      expect.objectContaining({ sheet: 'Реестр', firstRow: 6, columns: { caseNo: 'A' } }),
      { ...page, kind: 'families', columns: { level: 'B' } },
    ]);
  });

  it('says what was found, where, and what was not judged', () => {
    expect(json).toMatchObject({ file: 'реестр.xlsx', asOf: '2026-10-31', pack: { id: 'training', version: '1' } });
    expect(json.findings[0]).toEqual({
      rule: 'visits/below-norm',
      severity: 'error',
      sheet: 'Реестр',
      cell: 'H7',
      value: '1',
      message: 'о visits/below-norm',
      fix: { value: '2026-03-10', display: '10.03.2026' },
      related: ['Журнал!B12'],
      params: { done: 1, required: 2 },
    });
    expect(json.findings[1]).toMatchObject({ fix: null, related: [] });
    expect(json.skipped).toEqual([{ rule: 'level/term-exceeded', reason: 'norm-null', detail: 'level:CRISIS' }]);
    expect(json.summary).toEqual({ cases: 80, visits: 0, errors: 2, warnings: 0, notes: 0 });
  });
});

describe('the fingerprint of what was read', () => {
  const sheet = { name: 'A', visibility: 'visible', merges: [], hiddenColumns: new Set<number>() } as const;

  const hash = (cells: readonly (string | null)[], row = 1, hidden = false): Promise<string> =>
    contentHash([{ ...sheet, rows: [{ row, cells, hidden }] }]);

  it('follows content and place, and nothing else', async () => {
    const start = await hash(['a', 'b']);
    expect(start).toMatch(/^[0-9a-f]{64}$/);
    expect(await hash(['a', 'b', null], 1, true)).toBe(start);
    const others = [await hash(['a']), await hash(['b', 'a']), await hash(['a', 'b'], 2), await hash([null, 'a', 'b'])];
    expect(new Set([start, ...others]).size).toBe(5);
  });
});
