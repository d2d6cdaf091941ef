/** The order in which people meet rows and findings. */
import { describe, expect, it } from 'vitest';
import type { Finding } from '../../domain/finding.ts';
import type { RegisterRow } from '../../domain/register.ts';
import { testRun } from '../test-register.ts';
import { sheetOrder } from './sheet-order.ts';

const { register } = testRun({
  families: [
    { sheet: 'Юг', caseNo: '1' },
    { sheet: 'Север', caseNo: '2' },
  ],
});
const order = sheetOrder([...register.tables, ...register.tables.toReversed()]);
const [south, north] = register.families;

const BASE: Finding = {
  rule: 'б',
  severity: 'warning',
  cell: { sheet: 'Юг', row: 5, column: 5 },
  field: 'level',
  value: '',
  params: { a: 2 },
  fix: null,
  related: [{ sheet: 'Юг', row: 9, column: 1 }],
  subject: 'б',
  curator: 'б',
  identity: 'б',
};

const at = (row: Partial<RegisterRow>): RegisterRow => {
  if (!south) throw new Error('no row');
  return { ...south, ...row };
};

describe('findings', () => {
  it.each<readonly [string, Partial<Finding>, Partial<Finding>]>([
    ['a sheet of the workbook before a later one', {}, { cell: { sheet: 'Север', row: 1, column: 0 } }],
    [
      'a sheet with a table before one without',
      { cell: { sheet: 'Север', row: 9, column: 9 } },
      { cell: { sheet: 'А', row: 1, column: 0 } },
    ],
    ['by row', { cell: { sheet: 'Юг', row: 4, column: 9 } }, {}],
    ['by column', { cell: { sheet: 'Юг', row: 5, column: 4 }, rule: 'я' }, {}],
    ['by rule', { rule: 'а', identity: 'я' }, {}],
    ['by identity', { identity: 'а', related: [{ sheet: 'Север', row: 1, column: 1 }] }, {}],
    ['by the first cell that is named', { related: [{ sheet: 'Юг', row: 8, column: 1 }], params: { a: 3 } }, {}],
    ['by the sheet of that cell', { params: { a: 3 } }, { related: [{ sheet: 'Север', row: 1, column: 1 }] }],
    ['by parameters', { params: { a: 1 }, curator: null }, {}],
    ['with a curator before without one', { curator: 'я' }, { curator: null }],
    ['by curator', { curator: 'а', subject: 'я' }, {}],
    ['by subject', { subject: 'а', severity: 'warning' }, {}],
    ['by severity', { severity: 'error' }, {}],
    ['by correction', { fix: null }, { fix: { kind: 'text', value: '', display: '' } }],
  ])('stand %s', (_what, first, second) => {
    const [one, other] = [
      { ...BASE, ...first },
      { ...BASE, ...second },
    ];
    expect(Math.sign(order.findings(one, other))).toBe(-1);
    expect(Math.sign(order.findings(other, one))).toBe(1);
  });

  it('that say the same stand as they come', () => {
    expect(order.findings(BASE, { ...BASE })).toBe(0);
    expect(order.findings({ ...BASE, related: [] }, BASE)).not.toBe(0);
    expect(order.findings({ ...BASE, related: [] }, { ...BASE, related: [], params: { a: 3 } })).toBe(-1);
  });
});

describe('rows', () => {
  it('stand by sheet, then by row', () => {
    expect(Math.sign(order.rows(at({ row: 9 }), at({ table: north?.table ?? at({}).table, row: 2 })))).toBe(-1);
    expect(Math.sign(order.rows(at({ table: north?.table ?? at({}).table, row: 2 }), at({ row: 9 })))).toBe(1);
    expect(Math.sign(order.rows(at({ row: 2 }), at({ row: 3 })))).toBe(-1);
    expect(order.rows(at({ row: 3 }), at({ row: 3 }))).toBe(0);
  });
});
