/** Which columns and cells a check is called for. */
import { describe, expect, it } from 'vitest';
import type { FamilyRow, Register, Table, TableColumn } from '../../domain/register.ts';
import { checkRegister } from '../check-register.ts';
import type { RegisterSketch } from '../example.ts';
import { columnRule, type ColumnRule, type ColumnRun } from '../rule.ts';
import { testRun } from '../test-register.ts';
import { NO_EXAMPLES } from './test-rules.ts';

const HEAD = { id: 'cell/untidy', severity: 'note', basis: ['test'], needs: [], examples: NO_EXAMPLES } as const;
const rule = (more: Partial<ColumnRule> & Pick<ColumnRule, 'prepare'>): ColumnRule =>
  columnRule({ ...HEAD, scope: 'column', reads: 'all', isRaw: true, ...more });

const SKETCH: RegisterSketch = {
  families: [{ caseNo: '7', note: 'а', phone: null, visitsByMonth: { '2026-03': 4, '2026-04': null } }],
};
const only = (one: ColumnRule, register: Register) => {
  const { pack, asOf } = testRun(SKETCH);
  const { findings, ledger } = checkRegister(register, { pack, asOf, rules: [one] });
  return { findings, entry: ledger[0] };
};

/** Every call of a check, as "field row column: raw". */
function calls(register: Register, isRaw: boolean, takes = (_run: ColumnRun): boolean => true): readonly string[] {
  const said: string[] = [];
  const one = rule({
    isRaw,
    prepare: (run) =>
      takes(run)
        ? (row, raw, _out, line) => {
            said.push(`${run.field} ${row.row} ${line} ${run.column.column}: ${JSON.stringify(raw)}`);
          }
        : null,
  });
  only(one, register);
  return said;
}

const place = (line: number, column: number) => ({ row: line, column });
/** An empty text in the first column, a zero in the second. */
const rawCell = (_sheet: string, _row: number, column: number) => (column === 0 ? '' : column === 1 ? 0 : null);

describe('a check of cells', () => {
  const { register } = testRun(SKETCH);
  const [row] = register.families;
  if (!row) throw new Error('no row');
  const withRow = (more: Partial<FamilyRow>): Register => ({ ...register, families: [{ ...row, ...more }] });

  it('is called for filled cells where it looks at them, and for every row where it looks at values', () => {
    expect(calls(register, true)).toEqual(['caseNo 2 2 0: "7"', 'note 2 2 1: "а"', 'visitsByMonth 2 2 3: 4']);
    expect(calls(register, false)).toEqual(
      [0, 1, 2, 3, 4].map(
        (column) => `${['caseNo', 'note', 'phone', 'visitsByMonth', 'visitsByMonth'][column]} 2 2 ${column}: null`,
      ),
    );
  });

  it('is called for an empty text never, for a zero always', () => {
    expect(calls({ ...register, rawCell }, true)).toEqual(['note 2 2 1: 0']);
  });

  it.each<readonly [string, Partial<FamilyRow>, readonly string[]]>([
    ['stands below', { movedCells: { note: place(3, 1) } }, ['note 2 3 1']],
    ['belongs to another record as well', { movedCells: { note: { ...place(3, 1), isShared: true } } }, []],
    ['is of another field', { movedCells: { caseNo: place(3, 0) } }, ['note 2 2 1']],
    [
      'has several lines',
      { entryCells: { note: [place(2, 1), place(3, 1), place(3, 1)] } },
      ['note 2 2 1', 'note 2 3 1'],
    ],
    ['has lines in other columns', { entryCells: { note: [place(5, 0)] } }, ['note 2 2 1']],
    [
      'has lines that belong to another record as well',
      { entryCells: { note: [{ ...place(3, 1), isShared: true }, place(4, 1)] } },
      ['note 2 2 1', 'note 2 4 1'],
    ],
    [
      'stands below and has lines',
      { movedCells: { note: place(3, 1) }, entryCells: { note: [place(4, 1)] } },
      ['note 2 3 1', 'note 2 4 1'],
    ],
    ['is not this record’s', { judgedColumns: new Set([0]) }, []],
    ['is this record’s', { judgedColumns: new Set([1]) }, ['note 2 2 1']],
  ])('is called for the lines of a column that %s', (_what, more, expected) => {
    const filled: Register = { ...withRow(more), rawCell: () => 'а' };
    expect(calls(filled, true, ({ field }) => field === 'note')).toEqual(expected.map((one) => `${one}: "а"`));
  });

  it('finds the moved cell of a month by its period', () => {
    const moved: Register = { ...withRow({ movedCells: { 'visitsByMonth|2026-04': place(9, 4) } }), rawCell: () => 1 };
    expect(calls(moved, true, ({ field }) => field === 'visitsByMonth')).toEqual([
      'visitsByMonth 2 2 3: 1',
      'visitsByMonth 2 9 4: 1',
    ]);
    const listed: Register = {
      ...withRow({ entryCells: { visitsByMonth: [place(7, 4)] } }),
      rawCell: () => 1,
    };
    expect(calls(listed, true, ({ column }) => column.period === '2026-04')).toEqual([
      'visitsByMonth 2 2 4: 1',
      'visitsByMonth 2 7 4: 1',
    ]);
  });

  it('that throws is not judged there, and the next cells are', () => {
    const one = rule({
      prepare: (run) => (each, _raw, out) => {
        if (run.field === 'caseNo') throw new RangeError('7');
        out.find({ row: each, field: 'note', params: {} });
      },
    });
    const { findings, entry } = only(one, register);
    expect(findings).toHaveLength(1);
    expect(entry).toMatchObject({ looked: 1, skipped: [{ reason: 'failed', detail: 'check:RangeError', rows: 1 }] });
  });

  it('that throws no error is named all the same', () => {
    const one = rule({
      prepare: () => () => {
        throw 'сбой';
      },
    });
    expect(only(one, register).entry?.skipped).toMatchObject([{ reason: 'failed', detail: 'check:unknown' }]);
    const unprepared = rule({
      prepare: () => {
        throw 'сбой';
      },
    });
    expect(only(unprepared, register).entry?.skipped).toMatchObject([{ reason: 'failed', detail: 'prepare:unknown' }]);
  });
});

/** What prepare is told of each column: field, first of its cell, first of its field. */
function told(tables: readonly Table[]): readonly string[] {
  const { register } = testRun(SKETCH);
  const said: string[] = [];
  const one = rule({
    prepare: (run) => {
      said.push(`${run.kind} ${run.field} ${run.isFirstOfCell} ${run.isFirstOfField} ${run.spec.type}`);
      return null;
    },
  });
  const [row] = register.families;
  if (!row) throw new Error('no row');
  const { entry } = only(one, { ...register, tables, families: tables.map((table) => ({ ...row, table })) });
  expect(entry?.skipped.filter(({ reason }) => reason === 'failed')).toEqual([]);
  return said;
}

const column = (field: string, at: number, more: Partial<TableColumn> = {}): TableColumn => ({
  field,
  column: at,
  heading: field,
  ...more,
});

describe('what a rule is told of a column', () => {
  const [table] = testRun(SKETCH).register.tables;
  if (!table) throw new Error('no table');
  const laidOut = (...columns: readonly TableColumn[]): Table => ({ ...table, columns });

  it.each<readonly [string, Table, readonly string[]]>([
    [
      'fields of one cell',
      laidOut(column('contractNo', 1), column('contractDate', 1)),
      ['families contractNo true true text', 'families contractDate false true date'],
    ],
    [
      'cells of one field',
      laidOut(column('note', 1), column('note', 2)),
      ['families note true true text', 'families note true false text'],
    ],
    [
      'columns of two blocks',
      laidOut(column('note', 1), column('phone', 1, { block: 1 }), column('address', 1, { block: 0 })),
      ['families note true true text', 'families phone true true text', 'families address false true text'],
    ],
    ['a field of no register', laidOut(column('нечто', 1), column('note', 1)), ['families note false true text']],
    ['a report form', { ...laidOut(column('note', 1)), kind: 'summary' }, []],
  ])('%s', (_what, one, expected) => {
    expect(told([one])).toEqual(expected);
  });

  it('is told once for tables of one layout, and again for another', () => {
    const one = laidOut(column('note', 1));
    expect(told([one, { ...one }])).toHaveLength(1);
    expect(told([one, { ...one, firstRow: 9, lastRow: 12, skippedRows: [{ row: 3, why: 'blank' }] }])).toHaveLength(1);
  });

  it.each<readonly [string, Partial<Table>]>([
    ['sheet', { sheet: 'Другой' }],
    ['heading', { headerRows: [2] }],
    ['columns', { columns: [{ field: 'note', column: 2, heading: 'note' }] }],
    ['given fields', { givenFields: ['level'] }],
    ['kind of file', { isTextFile: true }],
    ['repeated headings', { duplicateHeadings: [{ field: 'note', column: 3, row: 1 }] }],
  ])('is told again for a table with another %s', (_what, more) => {
    const one = laidOut(column('note', 1));
    expect(told([one, { ...one, ...more }])).toHaveLength(2);
  });
});

describe('the account of a rule of columns', () => {
  it.each<readonly [string, RegisterSketch, Partial<ColumnRule>, readonly string[]]>([
    ['looks', SKETCH, {}, []],
    [
      'finds none of a sort of columns',
      SKETCH,
      { reads: 'dates', prepare: () => null },
      ['column-missing columns:dates 0'],
    ],
    [
      'finds none of its fields',
      SKETCH,
      { reads: ['phone', 'snils'], prepare: () => null },
      ['column-missing field:phone 0', 'column-missing field:snils 0'],
    ],
    ['has no sheet', { ...SKETCH, isWithoutSheet: true }, {}, ['not-sent cells 0']],
    ['needs no sheet', { ...SKETCH, isWithoutSheet: true }, { isRaw: false }, []],
    ['says why', SKETCH, { prepare: (run) => run.skip('norm-null', 'codes.forms') }, ['norm-null codes.forms 0']],
    [
      'says why of one column',
      SKETCH,
      {
        prepare: (run) => {
          if (run.field === 'phone') run.skip('norm-null', 'phone');
          return () => undefined;
        },
      },
      ['norm-null phone 1'],
    ],
  ])('that %s', (_what, sketch, more, expected) => {
    const { register } = testRun(sketch);
    const { entry } = only(rule({ prepare: () => () => undefined, ...more }), register);
    expect(entry?.skipped.map(({ reason, detail, rows }) => `${reason} ${detail} ${rows}`)).toEqual(expected);
    const isLooking = expected.length === 0 || expected.some((line) => line.endsWith('1'));
    expect(entry?.looked).toBe(isLooking ? 1 : 0);
  });
});
