import { describe, expect, it } from 'vitest';
import type { SkippedRow } from '../../domain/register.ts';
import { checkRegister } from '../check-register.ts';
import { outcomeOf } from '../test-outcome.ts';
import { testRun } from '../test-register.ts';

const numbered = (...seqs: readonly (string | null)[]) => ({ families: seqs.map((seq) => ({ seq })) });
const NEEDED = {
  applicant: 'Ромашкина',
  categories: 'CAT05',
  curator: 'Ландышева',
  level: 'BASE',
  contractDate: null,
} as const;

describe('table/numbering', () => {
  it.each([
    ['12', '13', '14'],
    ['1', null, '2'],
    ['1', null, '3'],
    ['1.', '2.', '3.'],
    ['1', '1а', '2'],
  ])('[R22] passes %s, %s, %s', (...seqs) => {
    expect(outcomeOf('table/numbering', numbered(...seqs)).findings).toEqual([]);
  });

  it('[R22] names a slip once, and goes on from either number', () => {
    expect(outcomeOf('table/numbering', numbered('1', '2', '5', '6')).shown).toEqual(['note Реестр!A4']);
    expect(outcomeOf('table/numbering', numbered('1', '2', '2', '4')).shown).toEqual(['note Реестр!A4']);
    expect(outcomeOf('table/numbering', numbered('1', '2', '9', '4')).shown).toEqual(['note Реестр!A4']);
  });

  it.each(['7а', 'п7', '7-8', '7.8', '7 8', '12345678', '№ 7'])('[R22] takes %j for no number', (seq) => {
    expect(outcomeOf('table/numbering', numbered('1', seq, '2')).findings).toEqual([]);
  });

  it.each(['7', '7.', ' 7 ', '7 .', '0000007'])('[R22] takes %j for a number', (seq) => {
    expect(outcomeOf('table/numbering', numbered('1', seq)).shown).toEqual(['note Реестр!A3']);
  });

  it.each([
    [null, '2026-03-12'],
    ['2026-03-12', null],
    ['весной', '2026-03-12'],
  ])('[R22] may begin anew where a year is not known: %s, %s', (before, after) => {
    const families = [
      { seq: '41', applicationDate: before },
      { seq: '1', applicationDate: after },
    ];
    expect(outcomeOf('table/numbering', { families }).findings).toEqual([]);
  });

  it.each([
    ['2025-12-29', '2026-01-12', 0],
    ['2026-02-10', '2026-03-12', 1],
    ['2026-02-10', '2025-03-12', 1],
  ])('[R22] begins anew with the year only: %s, %s', (before, after, count) => {
    const families = [
      { seq: '41', applicationDate: before },
      { seq: '1', applicationDate: after },
    ];
    expect(outcomeOf('table/numbering', { families }).findings).toHaveLength(count);
  });

  it.each<readonly [string, SkippedRow, number]>([
    ['a section row', { row: 4, why: 'section' }, 0],
    ['no total', { row: 4, why: 'total' }, 1],
    ['no section above both', { row: 2, why: 'section' }, 1],
    ['no section below both', { row: 6, why: 'section' }, 1],
  ])('[R22] begins anew after %s', (_what, skipped, count) => {
    const { register, pack, asOf } = testRun({
      families: [
        { seq: '7', applicationDate: '2026-03-02' },
        { seq: '1', applicationDate: '2026-03-02' },
      ],
    });
    const families = register.families.map((row, index) => {
      return { ...row, table: { ...row.table, skippedRows: [skipped] }, row: index === 0 ? 3 : 5 };
    });
    const { findings } = checkRegister({ ...register, families }, { pack, asOf });
    expect(findings.filter(({ rule }) => rule === 'table/numbering')).toHaveLength(count);
  });

  it.each(['registeredOn', 'contractDate', 'startDate'] as const)('[R22] knows the year by %s as well', (field) => {
    const families = ['2026-02-10', '2026-03-12'].map((day, at) => ({ seq: at === 0 ? '41' : '1', [field]: day }));
    expect(outcomeOf('table/numbering', { families }).findings).toHaveLength(1);
  });
});

describe('table/column-missing', () => {
  it('[R20] names each field once, on the first sheet that lacks it', () => {
    const { contractDate: _none, ...without } = NEEDED;
    const families = [
      { ...NEEDED, sheet: 'Север' },
      { ...without, sheet: 'Юг' },
      { ...without, sheet: 'Запад' },
    ];
    const { findings, shown } = outcomeOf('table/column-missing', { families });
    expect(shown).toEqual(['warning Юг!A1']);
    expect(findings[0]?.field).toBe('contractDate');
  });
});

describe('table/column-duplicate', () => {
  it('[R21] stands on the second heading and names the first', () => {
    const { findings, shown } = outcomeOf('table/column-duplicate', {
      families: [{ applicant: 'Ромашкина', phone: null }],
      duplicateHeadings: [{ field: 'phone', column: 4 }],
    });
    expect(shown).toEqual(['warning Реестр!E1']);
    expect(findings[0]?.related).toEqual([{ sheet: 'Реестр', row: 1, column: 1 }]);
  });
});

describe('[R21] a repeated heading', () => {
  const sketch = {
    families: [{ applicant: 'Ромашкина', phone: null, raw: { applicant: 'Ромашкина' } }],
    duplicateHeadings: [{ field: 'phone', column: 1 }],
  };
  const { register, pack, asOf } = testRun(sketch);
  const found = (change: (table: (typeof register.tables)[number]) => object) =>
    checkRegister(
      { ...register, tables: register.tables.map((table) => ({ ...table, ...change(table) })) },
      { pack, asOf },
    ).findings.filter(({ rule }) => rule === 'table/column-duplicate');

  it('names the first by its heading, in the last row of the headings', () => {
    expect(found(() => ({ headerRows: [1, 2] }))).toMatchObject([
      { params: { firstHeading: 'Телефон' }, related: [{ sheet: 'Реестр', row: 2, column: 1 }] },
    ]);
  });

  it('stands alone where the first is no column any more', () => {
    expect(found(({ columns }) => ({ columns: columns.filter(({ field }) => field !== 'phone') }))).toMatchObject([
      { params: { firstHeading: '' }, related: [] },
    ]);
  });
});

describe('[R22] after a slip', () => {
  it.each([
    [['1', '2', '9', '10', '11'], [4]],
    [['1', '2', '9', '4', '5'], [4]],
    [
      ['1', '2', '9', '5', '6'],
      [4, 5],
    ],
    [['1', '2', '2', '3', '4'], [4]],
    [['1', null, null, '4', '5'], []],
    [['1', null, null, '2', '3'], []],
    [['1', null, null, '3', '4'], [5]],
    [['1', null, '3', '5'], [5]],
    [['1', '5', null, '3', '4'], [3]],
    [['3', '2', '1'], [3]],
  ])('%j', (seqs, rows) => {
    expect(outcomeOf('table/numbering', numbered(...seqs)).findings.map(({ cell }) => cell.row)).toEqual(rows);
  });
});
