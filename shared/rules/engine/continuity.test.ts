/** When an edit is followed row by row, and when everything is judged anew: seen by how often a rule is prepared. */
import { describe, expect, it } from 'vitest';
import type { Register, Table } from '../../domain/register.ts';
import { startChecker } from '../check-register.ts';
import { registerRule } from '../rule.ts';
import { testRun } from '../test-register.ts';
import type { RowChange } from './row-changes.ts';

const { register, pack, asOf } = testRun({
  families: Array.from({ length: 4 }, (_one, at) => ({ caseNo: String(at) })),
  members: [{ caseNo: '1', name: 'Ромашкин Пётр' }],
  visits: [
    { caseNo: '1', date: '2025-03-10' },
    { caseNo: '1', date: '2026-03-10' },
  ],
  specialists: [{ name: 'Лютикова В.' }],
});

/** True when the rules were prepared again for the update: a rule of measures is asked for nothing else. */
function isAnew(start: Register, next: Register, changes: readonly RowChange[]): boolean {
  let times = 0;
  const rule = registerRule({
    id: 'table/column-missing',
    severity: 'error',
    basis: ['test'],
    needs: [],
    examples: { passes: [], fails: [], undecidable: [] },
    scope: 'register',
    tables: ['measures'],
    reads: [],
    prepare: () => {
      times += 1;
      return null;
    },
  });
  const checker = startChecker(start, { pack, asOf, rules: [rule] });
  expect(times).toBe(1);
  checker.update(next, changes);
  return times === 2;
}

const [family] = register.families;
const [member] = register.members;
const [visit, later] = register.visits;
const [specialist] = register.specialists;
const [table] = register.tables;
if (!family || !member || !visit || !later || !specialist || !table) throw new Error('no rows');
const again = { before: family, after: { ...family } };
const withTable = (more: Partial<Table>): Register => ({
  ...register,
  tables: register.tables.with(0, { ...table, ...more }),
});

describe('an edit', () => {
  it.each<readonly [string, Register, readonly RowChange[]]>([
    ['of nothing', register, []],
    ['of a row', register, [again]],
    ['of up to a quarter of the families and ten more', register, Array.from({ length: 11 }, () => again)],
    ['that makes the table longer', withTable({ lastRow: 99, skippedRows: [{ row: 3, why: 'blank' }] }), [again]],
    ['of a member', register, [{ before: member, after: { ...member } }]],
    ['of a visit', register, [{ before: later, after: { ...later } }]],
    ['that takes a later visit away', register, [{ before: later, after: null }]],
    ['of cells', { ...register, rawCell: () => null }, []],
  ])('%s is followed', (_what, next, changes) => {
    expect(isAnew(register, next, changes)).toBe(false);
  });

  it.each<readonly [string, Register, readonly RowChange[]]>([
    ['of more than that', register, Array.from({ length: 12 }, () => again)],
    ['of the staff', register, [{ before: specialist, after: { ...specialist } }]],
    ['that takes staff away', register, [{ before: specialist, after: null }]],
    ['that brings staff', register, [{ before: null, after: specialist }]],
    ['that brings another staff list', { ...register, specialists: [...register.specialists] }, []],
    ['that brings other forms', { ...register, reports: [] }, []],
    ['that loses the sheet', { ...register, rawCell: undefined }, []],
    ['that brings a table', { ...register, tables: [...register.tables, table] }, []],
    ['that takes a table away', { ...register, tables: register.tables.slice(0, -1) }, []],
    ['that renames a sheet', withTable({ sheet: 'Другой' }), []],
    ['that makes a table another kind', withTable({ kind: 'measures' }), []],
    ['that moves the heading', withTable({ headerRows: [2] }), []],
    ['that renames a column', withTable({ columns: [] }), []],
    ['after which a section gives a field', withTable({ givenFields: ['level'] }), []],
    ['after which it is a text file', withTable({ isTextFile: true }), []],
    ['that repeats a heading', withTable({ duplicateHeadings: [{ field: 'caseNo', column: 2, row: 1 }] }), []],
    ['after which the journal begins later', register, [{ before: visit, after: null }]],
    ['after which a member belongs by its lines', register, [{ before: member, after: { ...member, family } }]],
  ])('%s starts afresh', (_what, next, changes) => {
    const other = next.reports === register.reports ? next : { ...next, reports: [...register.reports] };
    expect(isAnew(register, other, changes)).toBe(true);
  });

  it('of a member that belongs by its lines is followed where others did before', () => {
    const placed = { ...member, family };
    const start = { ...register, members: [placed] };
    expect(isAnew(start, start, [{ before: placed, after: { ...placed } }])).toBe(false);
  });
});
