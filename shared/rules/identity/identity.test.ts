import { describe, expect, it } from 'vitest';
import type { RegisterSketch, RowSketch } from '../example.ts';
import { outcomeOf } from '../test-outcome.ts';

type Family = RowSketch<'families'>;
const CHILD = [{ birth: '2015-03-01' }];
const family = (applicant: string, more: Family = {}): Family => ({
  applicant,
  snils: null,
  children: CHILD,
  closedOn: null,
  ...more,
});
const curators = (...names: readonly (string | null)[]) => names.map((curator) => ({ curator }));
const fixes = (families: readonly Family[], staff: readonly string[] = []) =>
  outcomeOf('identity/curator-variant', {
    families,
    ...(staff.length > 0 ? { specialists: staff.map((name) => ({ name })) } : {}),
  }).findings.map(({ cell, fix }) => [cell.row, fix?.value ?? null]);

const shown = (...families: readonly Family[]) => outcomeOf('identity/family-duplicate', { families }).shown;

const journal = (families: readonly Family[], visits: readonly RowSketch<'visits'>[]) =>
  outcomeOf('identity/visit-orphan', { families, visits });

describe('identity/case-number-duplicate', () => {
  it('[R23] compares numbers without spaces, №, case and look-alike letters', () => {
    const families = ['15-А/2025', '№ 15-A/2025', '15-а / 2025', '15/2025'].map((caseNo) => ({ caseNo }));
    const { shown, findings } = outcomeOf('identity/case-number-duplicate', { families });
    expect(shown).toEqual(['error Реестр!A3', 'error Реестр!A4']);
    expect(findings[1]?.related).toEqual([{ sheet: 'Реестр', row: 2, column: 0 }]);
  });
});

describe('words that say there is no case number', () => {
  const families = [
    { caseNo: 'б/н', applicant: 'Ромашкина Анна' },
    { caseNo: 'б/н', applicant: 'Лютикова Вера' },
    { caseNo: '7', applicant: 'Фиалкина Зоя' },
  ];

  it('[R23] are no number that two cases share', () => {
    expect(outcomeOf('identity/case-number-duplicate', { families }).shown).toEqual([]);
  });

  it('[R9] tell no case from another', () => {
    const told = families.map((family) => ({ ...family, source: 'слухи' }));
    const { findings } = outcomeOf('cell/code-unknown', { families: told });
    expect(new Set(findings.map(({ identity }) => identity)).size).toBe(3);
  });

  it('[R25] leave a visit to the name beside them', () => {
    const visits = [
      { caseNo: 'б/н', applicant: 'Лютикова Вера', date: '2026-03-01' },
      { caseNo: 'б/н', applicant: 'Незабудкина Нина', date: '2026-03-01' },
    ];
    expect(journal(families, visits).shown).toEqual(['warning Журнал!B3']);
  });
});

describe('identity/family-duplicate', () => {
  it.each([
    ['Ромашкина Анна Петровна', 1],
    ['Ромашкина А. П.', 1],
    ['ромашкина  анна', 1],
    ['Ромашкина Алла Петровна', 0],
    ['Ромашкина', 0],
  ])('[R24] «Ромашкина Анна Петровна» and «%s» with one child', (other, count) => {
    expect(shown(family('Ромашкина Анна Петровна'), family(other))).toHaveLength(count);
  });

  it('[R24] says it once for several children and a СНИЛС in common', () => {
    const children = [{ birth: '2015-03-01' }, { birth: '2017-03-01' }];
    const same = { snils: '112-233-445 95', children };
    expect(shown(family('Ромашкина Анна', same), family('Ромашкина Анна', same))).toEqual(['error Реестр!A3']);
  });

  it.each([1, 8])(
    '[R24] says it once where СНИЛС and a child point to two rows, and names the earlier (row %i)',
    (above) => {
      const others = Array.from({ length: above - 1 }, (_, at) =>
        family(`Незабудкина Ольга ${at}`, { children: null }),
      );
      const { findings } = outcomeOf('identity/family-duplicate', {
        families: [
          ...others,
          family('Ромашкина Анна'),
          family('Лютикова Вера', { snils: '112-233-445 95', children: null }),
          family('Ромашкина Анна', { snils: '112-233-445 95' }),
        ],
      });
      expect(findings.map(({ cell, related }) => [cell.row, related[0]?.row])).toEqual([[above + 3, above + 1]]);
    },
  );

  it('[R24] takes children of the household, and no year for a birth date', () => {
    const household = [
      { birth: '1990-01-01', relation: 'parent' },
      { birth: '2015-03-01', relation: 'child' },
    ] as const;
    expect(
      shown(
        family('Ромашкина Анна', { children: null, household }),
        family('Ромашкина Анна', { children: null, household }),
      ),
    ).toHaveLength(1);
    const year = [{ birth: '2015' }];
    expect(shown(family('Ромашкина Анна', { children: year }), family('Ромашкина Анна', { children: year }))).toEqual(
      [],
    );
  });

  it.each([
    ['2026-10-31', 0],
    ['2026-11-01', 1],
  ])('[R24] a case closed on %s is none', (closedOn, count) => {
    expect(shown(family('Ромашкина Анна', { closedOn }), family('Ромашкина Анна'))).toHaveLength(count);
  });

  it('[R24] takes children from member rows where the row names none', () => {
    const members = ['1', '2'].map((caseNo) => ({
      caseNo,
      name: 'Ромашкин Пётр',
      relation: 'сын',
      birthDate: '2015-03-01',
    }));
    const families = ['1', '2'].map((caseNo) => ({ caseNo, applicant: 'Ромашкина Анна' }));
    expect(outcomeOf('identity/family-duplicate', { families, members }).shown).toEqual(['error Реестр!B3']);
  });

  it('[R24] takes a row of equal digits for no СНИЛС', () => {
    const none = { snils: '000-000-000 00', children: null };
    expect(shown(family('Ромашкина Анна', none), family('Лютикова Вера', none))).toEqual([]);
  });
});

describe('identity/visit-orphan', () => {
  it.each<readonly [string, RegisterSketch, string]>([
    ['without families', { visits: [{ caseNo: '7' }] }, 'table-missing table:families'],
    [
      'named where families are numbered',
      { families: [{ caseNo: '7' }], visits: [{ applicant: 'Ромашкина А. П.' }] },
      'column-missing field:caseNo',
    ],
    [
      'numbered where families are named',
      { families: [{ applicant: 'Ромашкина А. П.' }], visits: [{ caseNo: '7' }] },
      'column-missing field:caseNo',
    ],
  ])('does not judge visits %s', (_what, sketch, skipped) => {
    expect(outcomeOf('identity/visit-orphan', sketch)).toMatchObject({ findings: [], skipped: [skipped] });
  });

  it('[R25] goes by the number where there is one, and by the name where not', () => {
    const families = [{ caseNo: '1', applicant: 'Ромашкина Анна Петровна' }];
    const { shown } = journal(families, [
      { caseNo: '2', applicant: 'Ромашкина Анна Петровна' },
      { caseNo: null, applicant: 'Ромашкина А. П.' },
      { caseNo: null, applicant: 'Лютикова В.' },
    ]);
    expect(shown).toEqual(['warning Журнал!A2', 'warning Журнал!B4']);
  });

  it('[R25] goes by name where families have no numbers', () => {
    expect(journal([{ applicant: 'Ромашкина Анна' }], [{ caseNo: '7', applicant: 'Ромашкина Анна' }]).shown).toEqual(
      [],
    );
  });

  it('[R26] gives a visit to the case open on its day when a family came again', () => {
    const families = [
      { applicant: 'Ромашкина Анна', startDate: '2025-01-10', closedOn: '2025-06-01' },
      { applicant: 'Ромашкина Анна', startDate: '2026-01-10', closedOn: null },
    ];
    const { shown } = outcomeOf('visits/outside-support', {
      families,
      visits: ['2025-02-01', '2026-02-01'].map((date) => ({ applicant: 'Ромашкина Анна', date })),
    });
    expect(shown).toEqual([]);
  });
});

describe('identity/curator-variant', () => {
  it('[R27] takes the most frequent writing, or else the first', () => {
    expect(fixes(curators('Ландышева О.И.', 'Ландышева О. И.', 'Ландышева О. И.'))).toEqual([[2, 'Ландышева О. И.']]);
    expect(fixes(curators('Ландышева О.И.', 'Ландышева Ольга Ивановна'))).toEqual([[3, 'Ландышева О.И.']]);
  });

  it('[R27] leaves namesakes alone', () => {
    expect(fixes(curators('Ландышева О. И.', 'Ландышева О. С.'))).toEqual([]);
    expect(fixes(curators('Ландышева О.', 'Ландышева О. И.', 'Ландышева О. С.'))).toEqual([]);
    expect(fixes(curators('Ландышева О.И.', 'Ландышева О. И.', 'Ландышева О. И.', 'Ландышева О. С.'))).toEqual([
      [2, 'Ландышева О. И.'],
    ]);
  });

  it('[R27] leaves stray spaces and look-alike letters to their rules', () => {
    expect(fixes(curators('Ландышева О. И.', 'Ландышева\u00a0О. И.', 'Лaндышева О. И.'))).toEqual([]);
  });

  it.each([
    ['Ландышева О. И.', null],
    [' Ландышева  О.  И. ', null],
    ['Лaндышева О. И.', null],
    ['Ландышева О.И.', 'Ландышева О. И.'],
    ['Ландышева О.', 'Ландышева О. И.'],
    ['Ландышевв О. И.', 'Ландышева О. И.'],
    ['Ландышева О. С.', undefined],
    ['Ландышева Е. И.', undefined],
    ['Ландышева', 'Ландышева О. И.'],
    ['Ландыш', undefined],
    ['Пинов К. Р.', 'Пионов К. Р.'],
    ['Пиновв К. Р.', 'Пионов К. Р.'],
    ['Пинввв К. Р.', undefined],
  ])('[R28] «%s» beside a staff list', (curator, fix) => {
    const specialists = [{ name: 'Ландышева О. И.' }, { name: null }, { name: 'Пионов К. Р.' }];
    const found = outcomeOf('identity/curator-variant', { families: [{ curator }], specialists }).findings;
    expect(found.map((one) => one.fix?.value)).toEqual(fix === null ? [] : [fix]);
  });

  it.each([
    ['Ландышева О.И.', { problem: 'variant', known: 'yes', right: 'Ландышева О. И.' }],
    ['Ландышевв О. И.', { problem: 'unknown', known: 'yes', right: 'Ландышева О. И.' }],
    ['Ландышева О. С.', { problem: 'unknown', known: 'no', right: '' }],
  ])('[R28] says of «%s» whether it is another writing or nobody of the staff list', (curator, params) => {
    const specialists = [{ name: 'Ландышева О. И.' }];
    const { findings } = outcomeOf('identity/curator-variant', { families: [{ curator }], specialists });
    expect(findings.map((one) => one.params)).toEqual([params]);
  });

  it('[R28] compares with each other where the staff list names nobody', () => {
    const families = curators('Ландышева О.И.', 'Ландышева О. И.', 'Ландышева О. И.');
    const { shown: found } = outcomeOf('identity/curator-variant', { families, specialists: [{ name: null }] });
    expect(found).toEqual(['warning Реестр!A2']);
  });

  it('[R29] offers no fix where the curator stands on no cell of the row', () => {
    const families = ['Ландышева О.И.', 'Ландышева О. И.', 'Ландышева О. И.'].map((curator) => ({
      caseNo: '1',
      curator,
      given: ['curator'] as const,
    }));
    const { findings } = outcomeOf('identity/curator-variant', { families });
    expect(findings.map(({ cell, fix }) => [cell.column, fix])).toEqual([[0, null]]);
  });

  it('[R28] takes the most frequent writing of a person whom the staff list does not have', () => {
    const names = curators('Лютикова В.В.', 'Лютикова В. В.', 'Лютикова В. В.', 'Фиалкина А. А.');
    expect(fixes(names, ['Ландышева О. И.'])).toEqual([
      [2, 'Лютикова В. В.'],
      [3, null],
      [4, null],
      [5, null],
    ]);
  });

  it.each([
    ['Кам Е. Л.', 'Ким Е. Л.'],
    ['Кап Е. Л.', null],
    ['Кима Е. Л.', 'Ким Е. Л.'],
    ['Кума Е. Л.', null],
    ['Коллокольчиккова Е. Л.', 'Колокольчикова Е. Л.'],
    ['Коллокольчиккоова Е. Л.', null],
    ['Василькова Мрия Львовна', 'Василькова Мария Львовна'],
  ])('[R28] takes «%s» for a slip only where most of the name agrees', (curator, fix) => {
    const staff = ['Ким Е. Л.', 'Колокольчикова Е. Л.', 'Василькова Мария Львовна'];
    expect(fixes(curators(curator), staff)).toEqual([[2, fix]]);
  });

  it('[R28] says of a person whom the staff list does not have which writing is rarer, and who is missing', () => {
    const { findings } = outcomeOf('identity/curator-variant', {
      families: curators('Лютикова В.В.', 'Лютикова В. В.', 'Лютикова В. В.'),
      specialists: [{ name: 'Ландышева О. И.' }],
    });
    expect(findings.map(({ params }) => params['problem'])).toEqual(['variant', 'unknown', 'unknown']);
  });

  it('[R28] offers nobody where two of the staff list are equally near', () => {
    expect(fixes(curators('Лютикова'), ['Лютикова В. В.', 'Лютикова А. А.'])).toEqual([[2, null]]);
    expect(fixes(curators('Лютекова В. В.'), ['Лютикова В. В.', 'Лютакова В. В.'])).toEqual([[2, null]]);
  });

  it('finds one person behind two thousand writings, as a register made to do harm may have them', () => {
    const names = Array.from({ length: 2_000 }, (_, n) => `Лютикова В. В${'.'.repeat(n)}`);
    expect(fixes(curators(...names))).toHaveLength(1_999);
  });

  it('[R28] goes by the staff list', () => {
    expect(fixes(curators('Ландышева О.И.', 'Ландышева О.И.'), ['Ландышева Ольга Ивановна'])).toEqual([
      [2, 'Ландышева Ольга Ивановна'],
      [3, 'Ландышева Ольга Ивановна'],
    ]);
    expect(fixes(curators('Ландышева О.'), ['Ландышева О. И.', 'Ландышева О. С.'])).toEqual([[2, null]]);
    expect(fixes(curators('Ландишева О. И.'), ['Ландышева О. И.', 'Василькова Е. Е.'])).toEqual([
      [2, 'Ландышева О. И.'],
    ]);
    expect(fixes(curators('Лютикова В. В.', null), ['Ландышева О. И.'])).toEqual([[2, null]]);
  });
});
