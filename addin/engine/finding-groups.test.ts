import { describe, expect, it } from 'vitest';
import type { ReadingAccount } from '../../shared/reading/reading.ts';
import { groupFindings } from './finding-groups.ts';
import { testFinding } from './test-finding.ts';

const account = (records: number): ReadingAccount => ({
  sheets: [
    {
      sheet: 'Реестр',
      visibility: 'visible',
      leftOut: null,
      tables: [
        {
          kind: 'families',
          headerRows: [1],
          firstRow: 2,
          lastRow: 99,
          records,
          columns: [],
          skippedRows: [],
          hiddenRows: 0,
          given: [],
        },
      ],
    },
  ],
  understandings: [],
  period: null,
  staleCorrections: [],
});
const column = (count: number, rule = 'cell/date-as-text') =>
  Array.from({ length: count }, (_, at) =>
    testFinding({ rule, severity: 'warning', row: at + 2, column: 5, field: 'contractDate' }),
  );

describe('groups of findings', () => {
  it('stand in order of severity, then of size', () => {
    const findings = [
      testFinding({ rule: 'r/note', severity: 'note' }),
      testFinding({ rule: 'r/few' }),
      testFinding({ rule: 'r/many', row: 3 }),
      testFinding({ rule: 'r/many', row: 4, severity: 'note' }),
    ];
    const groups = groupFindings(findings, 'rule', null);
    expect(groups.map(({ key, severity }) => [key, severity])).toEqual([
      ['r/many', 'error'],
      ['r/few', 'error'],
      ['r/note', 'note'],
    ]);
  });

  it('can go by curator, with those that name none together', () => {
    const findings = [
      testFinding({ curator: 'Петрова' }),
      testFinding({ row: 3 }),
      testFinding({ row: 4, curator: 'Петрова' }),
    ];
    expect(groupFindings(findings, 'curator', null).map(({ key, findings }) => [key, findings.length])).toEqual([
      ['Петрова', 2],
      [null, 1],
    ]);
  });

  it.each([
    ['most of a column', 50, 60, ['systematic']],
    ['less than half of a column', 20, 60, Array.from({ length: 20 }, () => 'finding')],
    ['a short column', 5, 5, Array.from({ length: 5 }, () => 'finding')],
  ])('draw %s together', (_name, count, records, kinds) => {
    const [group] = groupFindings(column(count), 'rule', account(records));
    expect(group?.entries.map(({ kind }) => kind)).toEqual(kinds);
  });

  it('keep what stands elsewhere beside a column drawn together', () => {
    const other = testFinding({ rule: 'cell/date-as-text', row: 7, column: 9, field: 'closedOn' });
    const [group] = groupFindings([...column(50), other], 'rule', account(60));
    expect(group?.entries.map(({ kind }) => kind)).toEqual(['systematic', 'finding']);
    expect(group?.findings).toHaveLength(51);
  });
});
