import { describe, expect, it } from 'vitest';
import type { PersonSketch, RegisterSketch, RowSketch } from '../example.ts';
import { outcomeOf } from '../test-outcome.ts';

const born = (...births: readonly string[]): PersonSketch[] => births.map((birth) => ({ birth }));
const shown = (
  id: Parameters<typeof outcomeOf>[0],
  families: readonly RowSketch<'families'>[],
  more: RegisterSketch = {},
) => outcomeOf(id, { families, ...more }).shown;
const member = (birthDate: string | null, relation = 'сын') => ({
  caseNo: '7',
  name: 'Ромашкин Пётр',
  relation,
  birthDate,
});

describe('[R65] children up to three', () => {
  it.each([
    ['the day before the third birthday', born('2023-11-01'), []],
    ['the third birthday', born('2023-10-31'), ['warning Реестр!A2']],
    ['a younger brother or sister', born('2020-01-01', '2025-01-01'), []],
    ['one without a birth date', [{ birth: null }, { birth: '2020-01-01' }], []],
    ['only the year, which may make it two', born('2023'), []],
    ['only the year, which makes it four or five', born('2021'), ['warning Реестр!A2']],
  ])('%s', (_what, children, findings) => {
    expect(shown('category/child-over-three', [{ categories: 'ОВЗ до 3 лет', children }])).toEqual(findings);
  });

  it('[R54][R64] are those of the closing date in a closed case, and of nobody in a refused one', () => {
    const family = { categories: 'CAT03', children: born('2022-05-10') };
    expect(shown('category/child-over-three', [{ ...family, closedOn: '2025-05-09' }])).toEqual([]);
    expect(shown('category/child-over-three', [{ ...family, closedOn: '2025-05-10' }])).toEqual(['warning Реестр!A2']);
    expect(shown('category/child-over-three', [{ ...family, decision: 'отказано' }])).toEqual([]);
  });
});

describe('[R105] children of whom it is known that there are none', () => {
  const parents = [{ birth: '1980-01-01', relation: 'parent' as const }];
  it.each([
    ['only parents in the household', { household: parents }, 1],
    ['«нет»', { children: [] }, 1],
    ['an empty cell', { children: null }, 0],
    ['somebody of the household whose relation nobody names', { household: [...parents, { birth: '2020-01-01' }] }, 0],
  ])('%s', (_what, family, count) => {
    expect(shown('category/child-over-three', [{ categories: 'CAT03', ...family }])).toHaveLength(count);
    expect(shown('category/large-family', [{ categories: 'CAT04', ...family }])).toHaveLength(count);
  });

  it.each([
    ['мать', 1],
    [null, 0],
  ])('[R63] member rows with the relation «%s»', (relation, count) => {
    const members = [{ caseNo: '7', name: 'Ромашкина Анна', relation, birthDate: '1980-01-01' }];
    const family = { caseNo: '7', categories: ['CAT03', 'CAT04'] };
    expect(shown('category/child-over-three', [family], { members })).toHaveLength(count);
    expect(shown('category/large-family', [family], { members })).toHaveLength(count);
  });
});

describe('[R66] a large family', () => {
  it.each([
    ['three under 18', born('2010-01-01', '2012-01-01', '2008-11-01'), 0],
    ['one of three is 18 today', born('2010-01-01', '2012-01-01', '2008-10-31'), 1],
    ['a student of 22', [...born('2010-01-01', '2012-01-01'), { birth: '2003-11-01', isStudying: true as const }], 0],
    ['a student of 23', [...born('2010-01-01', '2012-01-01'), { birth: '2003-10-31', isStudying: true as const }], 1],
    ['nobody at all', [], 1],
  ])('%s', (_what, children, count) => {
    expect(shown('category/large-family', [{ categories: 'CAT04', children }])).toHaveLength(count);
  });
});

describe('[R67] a row without children', () => {
  it.each([
    ['an empty cell', { children: null }, ['warning Реестр!B2']],
    ['«нет»', { children: [] }, ['warning Реестр!B2']],
    ['an adult child', { children: born('1999-01-01') }, []],
    ['a number of none', { childrenCount: 0 }, ['warning Реестр!B2']],
    ['an empty cell beside a number', { children: null, childrenCount: 2 }, []],
    ['a ward', { household: [{ birth: '2015-01-01', relation: 'ward' as const }] }, []],
    ['parents only', { household: [{ birth: '1980-01-01', relation: 'parent' as const }] }, ['warning Реестр!B2']],
    [
      'parents only, beside a number: the cell that children come from',
      { childrenCount: 0, household: [{ birth: '1980-01-01', relation: 'parent' as const }] },
      ['warning Реестр!C2'],
    ],
  ])('%s', (_what, family, findings) => {
    expect(shown('category/no-children', [{ categories: 'CAT05', ...family }])).toEqual(findings);
  });
});

describe('a category that nobody knows', () => {
  it.each<readonly [string, RowSketch<'families'>, Partial<ReturnType<typeof outcomeOf>>]>([
    ['may be that of a child to come', { categories: 'нечто' }, { skipped: ['value-unreadable field:categories'] }],
    ['beside another', { categories: 'СОП; нечто' }, { skipped: ['value-unreadable field:categories'] }],
    ['beside that of a child to come', { categories: ['CAT12', 'нечто'] }, { skipped: [] }],
    ['says nothing where there is a child', { categories: 'нечто', children: born('2015-01-01') }, { skipped: [] }],
    ['is not the same as none', { categories: null }, { shown: ['warning Реестр!B2'], skipped: [] }],
  ])('[R67] %s', (_what, family, expected) => {
    const outcome = outcomeOf('category/no-children', { families: [{ categories: null, children: null, ...family }] });
    expect(outcome).toMatchObject({ shown: [], ...expected });
  });

  it('[R67] of several categories, one of a child to come is enough', () => {
    expect(shown('category/no-children', [{ categories: ['CAT05', 'CAT12'], children: null }])).toEqual([]);
  });

  it('[R68] may be within the scope', () => {
    const sketch = { families: [{ categories: 'СОП; нечто' }], pack: { scope: { categories: ['CAT01'] } } };
    expect(outcomeOf('category/out-of-scope', sketch)).toMatchObject({
      findings: [],
      skipped: ['value-unreadable field:categories'],
    });
  });
});

describe('[R55] a child without a birth date', () => {
  const family = { caseNo: '7', categories: ['CAT03', 'CAT04'] };
  it.each<readonly [string, RegisterSketch]>([
    ['children', { families: [{ ...family, children: [{ birth: 'в мае' }, ...born('2001-01-01', '2002-01-01')] }] }],
    [
      'household',
      {
        families: [
          {
            ...family,
            household: ['в мае', '2001-01-01', '2002-01-01'].map((birth) => ({ birth, relation: 'child' })),
          },
        ],
      },
    ],
    ['birthDate', { families: [family], members: ['в мае', '2001-01-01', '2002-01-01'].map((birth) => member(birth)) }],
  ])('is named by the field that children come from: %s', (field, sketch) => {
    for (const id of ['age/youngest-adult', 'category/child-over-three'] as const) {
      expect(outcomeOf(id, sketch)).toMatchObject({ findings: [], skipped: [`value-unreadable field:${field}`] });
    }
  });

  it('is named where it decides whether a family is large', () => {
    const household = ['в мае', '2015-01-01', '2016-01-01'].map((birth) => ({ birth, relation: 'child' as const }));
    expect(outcomeOf('category/large-family', { families: [{ ...family, household }] })).toMatchObject({
      findings: [],
      skipped: ['value-unreadable field:household'],
    });
  });
});

describe('children from member rows', () => {
  const family = { caseNo: '7', categories: 'CAT03' };

  it('[R63] are found by their relation, and findings about them stand on the key cell', () => {
    const members = [member('2008-10-31'), member('1980-01-01', 'мать')];
    expect(shown('age/youngest-adult', [family], { members })).toEqual(['error Реестр!A2']);
    expect(shown('category/child-over-three', [family], { members })).toEqual(['warning Реестр!B2']);
    expect(shown('category/child-over-three', [family], { members: [member('2024-10-31')] })).toEqual([]);
  });

  it('give way to the column of children', () => {
    const both = { ...family, children: born('2025-01-01') };
    expect(shown('category/child-over-three', [both], { members: [member('2008-10-31')] })).toEqual([]);
  });
});

describe('[R55] the youngest child', () => {
  it.each([
    ['17 today', born('2008-11-01'), 0],
    ['18 today', born('2008-10-31'), 1],
    ['18 in the year', born('2008'), 0],
    ['unknown beside an adult', [{ birth: null }, { birth: '2000-01-01' }], 0],
  ])('%s', (_what, children, count) => {
    expect(shown('age/youngest-adult', [{ children }])).toHaveLength(count);
  });
});

describe('the scope of the pack', () => {
  const pack = { scope: { categories: ['CAT01'] } };

  it('[R68] is met by one of several categories', () => {
    expect(shown('category/out-of-scope', [{ categories: 'неполная; замещающая' }], { pack })).toEqual([]);
    const family = { caseNo: '7', categories: 'неполная; СОП' };
    expect(shown('category/out-of-scope', [family], { pack })).toEqual(['error Реестр!B2']);
    expect(shown('category/out-of-scope', [{ categories: 'неполная; СОП' }])).toEqual([]);
  });
});

describe('a closing date that cannot be read', () => {
  it.each(['category/child-over-three', 'category/large-family'] as const)('[R55] leaves %s unjudged', (id) => {
    const families = [{ categories: ['CAT03', 'CAT04'], children: born('2010-01-01'), closedOn: 'в мае' }];
    expect(outcomeOf(id, { families })).toMatchObject({ findings: [], skipped: ['value-unreadable field:closedOn'] });
  });
});

describe('what a finding says', () => {
  it('[R68] of the scope: all of its categories', () => {
    const pack = { scope: { categories: ['CAT01', 'CAT04'] } };
    const [found] = outcomeOf('category/out-of-scope', { families: [{ categories: 'СОП' }], pack }).findings;
    expect(found?.params).toEqual({
      scopeRu: 'замещающие семьи; многодетные семьи',
      scopeEn: 'substitute families; large families',
    });
  });

  it.each([
    [{ household: [] }, ['warning Реестр!B2']],
    [{ childrenCount: null }, ['warning Реестр!B2']],
    [{ childrenCount: 0, household: [{ birth: null }] }, []],
  ])('[R67] of a row without children: %j', (family, findings) => {
    expect(shown('category/no-children', [{ categories: 'CAT05', ...family }])).toEqual(findings);
  });
});
