import { describe, expect, it } from 'vitest';
import { groupFindings } from '../../engine/finding-groups.ts';
import { testFinding } from '../../engine/test-finding.ts';
import { listRows, uniqueKeys } from './list-rows.ts';

const findings = (rule: string, count: number) =>
  Array.from({ length: count }, (_, at) => testFinding({ rule, row: at + 2 }));
const rows = (few: number, many: number, openByHand: ReadonlyMap<string, boolean> = new Map()) =>
  listRows(groupFindings([...findings('r/many', many), ...findings('r/few', few)], 'rule', null), openByHand);

describe('the lines of the list', () => {
  it('show everything while there is little', () => {
    expect(rows(2, 3).map(({ kind }) => kind)).toEqual([
      'group',
      'finding',
      'finding',
      'finding',
      'group',
      'finding',
      'finding',
    ]);
  });

  it('show the first group while there is much', () => {
    const shown = rows(50, 60);
    expect(shown.filter(({ kind }) => kind === 'group')).toHaveLength(2);
    expect(shown.filter(({ kind }) => kind === 'finding')).toHaveLength(60);
  });

  it('stand as a person has opened and closed them', () => {
    const shown = rows(
      50,
      60,
      new Map([
        ['group r/many', false],
        ['group r/few', true],
      ]),
    );
    expect(shown.filter(({ kind }) => kind === 'finding')).toHaveLength(50);
  });

  it('have different keys even where findings have one identity', () => {
    const twice = [testFinding({ identity: 'a' }), testFinding({ identity: 'a', row: 9 })];
    const keys = uniqueKeys(listRows(groupFindings(twice, 'rule', null), new Map()));
    expect(new Set(keys).size).toBe(3);
  });
});
