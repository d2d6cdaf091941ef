import { describe, expect, it } from 'vitest';
import { sheetA1 } from '../../domain/cell-address.ts';
import { packById } from '../../packs/packs.ts';
import type { RegisterSketch, RowSketch } from '../example.ts';
import { outcomeOf } from '../test-outcome.ts';
import { testRun } from '../test-register.ts';
import { peopleOf } from './curator-load.ts';

type Family = RowSketch<'families'>;
const WHO = 'Лютикова А. П.';
const cases = (count: number, level: string, more: Family = {}): Family[] =>
  Array.from({ length: count }, () => ({ curator: WHO, level, ...more }));
/** With a case number before the curator, so that the two have cells of their own. */
const numbered = (families: readonly Family[]): Family[] => families.map((one) => ({ caseNo: null, ...one }));
const over = (sketch: RegisterSketch) => outcomeOf('caseload/over-norm', sketch);
const weighted = (sketch: RegisterSketch) => outcomeOf('caseload/over-weighted', sketch);
const near = (sketch: RegisterSketch) => outcomeOf('caseload/near-norm', sketch);
const rate = (value: number, name = WHO) => ({ name, rate: value });

const named = (...writings: readonly (readonly [writing: string, count: number])[]) =>
  writings.flatMap(([curator, count]) => cases(count, 'URGENT', { curator }));

describe('a caseload over the norm', () => {
  it('[R72] stands on the first row beyond it, with the other rows of the level beside', () => {
    const families = [...cases(4, 'URGENT'), ...cases(3, 'BASE'), ...cases(5, 'URGENT')];
    const { shown, findings } = over({ families: numbered(families) });
    expect(shown).toEqual(['error Реестр!B11']);
    expect(findings[0]?.related.map(sheetA1)).toEqual([2, 3, 4, 5, 9, 10, 12, 13].map((row) => `Реестр!B${row}`));
    expect(findings[0]?.params).toMatchObject({ count: 9, norm: 6, rate: 1, limit: 6, curator: WHO });
  });

  it('goes over all sheets, in their order', () => {
    const families = [...cases(6, 'URGENT', { sheet: 'Север' }), ...cases(2, 'URGENT', { sheet: 'Юг' })];
    expect(over({ families }).shown).toEqual(['error Юг!A2']);
  });

  it('[R69] says that cases without a known level are counted nowhere', () => {
    const families = [...cases(6, 'URGENT'), ...cases(1, 'усиленный')];
    expect(over({ families })).toMatchObject({ findings: [], skipped: ['value-unreadable field:level'] });
  });

  it.each([
    ['half a post: three are within', 3, [rate(0.5)], 0],
    ['half a post: four are not', 4, [rate(0.5)], 1],
    ['three quarters: 4.5 allow four', 5, [rate(0.75)], 1],
    ['a post and a half', 9, [rate(1.5)], 0],
    ['halves in two districts', 6, [rate(0.5), rate(0.5)], 0],
    ['a staff list without the person', 6, [rate(0.5, 'Васильков К. Р.')], 0],
    ['the full name in the staff list', 4, [rate(0.5, 'Лютикова Анна Павловна')], 1],
    ['the same writing in the staff list, before one that fits', 4, [rate(0.5), rate(1, 'Лютикова Анна Павловна')], 1],
    ['a staff list with somebody of the same initial alone', 4, [rate(0.5, 'Лютикова Алла Сергеевна')], 0],
  ])('%s', (_what, count, specialists, findings) => {
    expect(over({ families: cases(count, 'URGENT'), specialists }).findings).toHaveLength(findings);
  });

  it('[R70] counts all writings of one name, and namesakes apart', () => {
    const families = [...cases(4, 'URGENT'), ...cases(3, 'URGENT', { curator: 'Лютикова Анна Павловна' })];
    expect(over({ families }).findings).toHaveLength(1);
    const others = [...cases(4, 'URGENT'), ...cases(3, 'URGENT', { curator: 'Лютикова Алла Сергеевна' })];
    expect(over({ families: others }).findings).toEqual([]);
  });

  it('[R69] counts neither closed nor refused cases', () => {
    const families = [
      ...cases(6, 'URGENT'),
      ...cases(1, 'URGENT', { closedOn: '2026-10-31' }),
      ...cases(1, 'URGENT', { decision: 'отказано' }),
    ];
    expect(over({ families }).findings).toEqual([]);
    expect(over({ families: [...families, ...cases(1, 'URGENT', { closedOn: '2026-11-01' })] }).findings).toHaveLength(
      1,
    );
  });

  it('warns where the norm is a recommendation, and names levels without a norm', () => {
    const hmao = packById('hmao-2018');
    const { shown, skipped } = over({
      families: [...cases(25, 'BASE'), ...cases(30, 'CRISIS')],
      pack: { levels: hmao?.levels ?? {} },
    });
    expect(shown).toEqual(['warning Реестр!A26']);
    expect(skipped).toEqual(['norm-null level:CRISIS']);
  });

  it('[R71] is not judged where two people of the staff list fit', () => {
    const specialists = [rate(1, 'Лютикова Анна Павловна'), rate(0.5, 'Лютикова Алла Петровна')];
    expect(over({ families: cases(9, 'URGENT'), specialists }).skipped).toEqual(['value-unreadable field:rate']);
  });
});

describe('a caseload over several levels', () => {
  it('[R73] may fill the post, not more', () => {
    expect(weighted({ families: [...cases(12, 'BASE'), ...cases(6, 'CRISIS')] }).findings).toEqual([]);
    expect(weighted({ families: [...cases(13, 'BASE'), ...cases(6, 'CRISIS')] }).shown).toEqual(['warning Реестр!A20']);
  });

  it('[R73] is left to the level that is over', () => {
    expect(weighted({ families: [...cases(12, 'BASE'), ...cases(13, 'CRISIS')] }).findings).toEqual([]);
  });
});

describe('a caseload near the norm', () => {
  it.each([
    [10, 0],
    [11, 1],
    [12, 1],
    [13, 0],
  ])('%i of 12', (count, findings) => {
    expect(near({ families: cases(count, 'CRISIS') }).findings).toHaveLength(findings);
  });

  it('[R74] stands on the last row of the level', () => {
    const { shown, findings } = near({ families: numbered([...cases(11, 'CRISIS'), ...cases(2, 'BASE')]) });
    expect(shown).toEqual(['note Реестр!B12']);
    expect(findings[0]?.related.map(sheetA1)).toEqual(Array.from({ length: 10 }, (_one, at) => `Реестр!B${at + 2}`));
  });

  it.each([
    [9, 0],
    [10, 1],
  ])('[R74] is asked for a norm of at least 10: of %i, at its last case', (max, findings) => {
    const source = { text: { ru: 'приказ', en: 'order' }, status: 'invented' as const };
    const pack = { levels: { CRISIS: { caseload: { max, kind: 'max' as const, source } } } };
    expect(near({ families: cases(max, 'CRISIS'), pack }).findings).toHaveLength(findings);
  });
});

describe('[R70] the person behind the writings', () => {
  it.each([
    [
      'the short writing first',
      [
        ['Лютикова А.', 4],
        ['Лютикова А. П.', 3],
      ],
      [['Лютикова А.', 7]],
    ],
    [
      'the short writing last',
      [
        ['Лютикова А. П.', 4],
        ['Лютикова А.', 3],
      ],
      [['Лютикова А. П.', 7]],
    ],
    [
      'initials before the full name',
      [
        ['Лютикова А. П.', 4],
        ['Лютикова Анна Павловна', 3],
      ],
      [['Лютикова А. П.', 7]],
    ],
    [
      'a short writing that fits two is a third',
      [
        ['Лютикова А.', 3],
        ['Лютикова А. П.', 4],
        ['Лютикова А. С.', 4],
      ],
      [],
    ],
    [
      'initials that fit two full names, before them',
      [
        ['Лютикова А. П.', 3],
        ['Лютикова Анна Павловна', 4],
        ['Лютикова Алла Петровна', 4],
      ],
      [],
    ],
    [
      'initials that fit two full names, after them',
      [
        ['Лютикова Анна Павловна', 4],
        ['Лютикова Алла Петровна', 4],
        ['Лютикова А. П.', 3],
      ],
      [],
    ],
    [
      'a third of its own beyond the norm',
      [
        ['Лютикова А. П.', 1],
        ['Лютикова А.', 7],
        ['Лютикова А. С.', 1],
      ],
      [['Лютикова А.', 7]],
    ],
    [
      'two people, both beyond it',
      [
        ['Лютикова Анна', 7],
        ['Лютикова Алла', 8],
      ],
      [
        ['Лютикова Анна', 7],
        ['Лютикова Алла', 8],
      ],
    ],
  ] as const)('%s', (_what, writings, found) => {
    const { findings } = over({ families: named(...writings) });
    expect(findings.map(({ params }) => [params['curator'], params['count']])).toEqual(found);
  });

  it('finds the first row beyond in the order of the sheet, not of the writings', () => {
    const families = named(['Лютикова А.', 3], ['Лютикова Анна Павловна', 2], ['Лютикова А. П.', 2]);
    expect(over({ families }).shown).toEqual(['error Реестр!A8']);
  });

  it('counts by level only where a sheet has levels', () => {
    const families = [...cases(6, 'URGENT'), { sheet: 'Без уровней', caseNo: '7', curator: WHO }];
    expect(over({ families })).toMatchObject({ findings: [], skipped: ['column-missing field:level'] });
    expect(over({ families: [...families, ...cases(1, 'URGENT', { sheet: 'Юг', caseNo: '8' })] }).shown).toEqual([
      'error Юг!A2',
    ]);
  });

  it('says nothing of levels where all are known', () => {
    expect(over({ families: cases(6, 'URGENT') }).skipped).toEqual([]);
    expect(
      over({ families: cases(1, 'URGENT'), specialists: [rate(0.5), { name: 'Лютикова А. П.', rate: null }] }),
    ).toMatchObject({
      findings: [],
      skipped: [],
    });
  });

  it.each([
    [2, 0],
    [3, 0],
    [4, 1],
  ])('%i cases of half a post with an initial too few in the staff list', (count, findings) => {
    expect(over({ families: cases(count, 'URGENT'), specialists: [rate(0.5, 'Лютикова А.')] }).findings).toHaveLength(
      findings,
    );
  });
});

describe('the people whom curators are', () => {
  it('are told apart also where each family has a curator of its own, as a register made to do harm may have it', () => {
    const families = Array.from({ length: 40_000 }, (_, n) => ({ curator: `kp1_${String(n).padStart(22, 'x')}` }));
    expect(peopleOf(testRun({ families }).register.families)).toHaveLength(40_000);
  });
});
