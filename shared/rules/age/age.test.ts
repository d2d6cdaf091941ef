import { describe, expect, it } from 'vitest';
import type { RowSketch } from '../example.ts';
import { outcomeOf } from '../test-outcome.ts';

const source = { text: { ru: 'порядок', en: 'order' }, status: 'invented' as const };
const minor = (more: RowSketch<'families'>): RowSketch<'families'> => ({
  caseNo: '7',
  applicantKind: 'MINOR',
  applicantBirthDate: '2016-10-05',
  applicationDate: '2026-10-05',
  ...more,
});
const tooYoung = (more: RowSketch<'families'>, pack = {}) =>
  outcomeOf('age/applicant-too-young', { families: [minor(more)], pack });

const adultShown = (more: RowSketch<'families'>, pack = {}) =>
  outcomeOf('age/youngest-adult', { families: [{ caseNo: '7', ...more }], pack }).shown;

describe('the age of an applicant', () => {
  it.each([
    ['the tenth birthday', {}, []],
    ['the day before it', { applicationDate: '2026-10-04' }, ['error Реестр!C2']],
    ['born on 29 February, on the 28th', { applicantBirthDate: '2016-02-29', applicationDate: '2026-02-28' }, []],
    [
      'born on 29 February, the day before',
      { applicantBirthDate: '2016-02-29', applicationDate: '2026-02-27' },
      ['error Реестр!C2'],
    ],
    ['a parent', { applicantKind: 'PARENT', applicationDate: '2020-10-04' }, []],
    ['nobody says who applied', { applicantKind: null, applicationDate: '2020-10-04' }, []],
    ['a refused application', { decision: 'отказано', applicationDate: '2020-10-04' }, []],
    ['no birth date', { applicantBirthDate: null }, []],
    ['no day of the application', { applicationDate: null }, []],
  ])('%s', (_what, more, shown) => {
    expect(tooYoung(more)).toMatchObject({ shown, skipped: [] });
  });

  it.each([
    [{ applicantBirthDate: 'летом' }, 'value-unreadable field:applicantBirthDate'],
    [{ applicationDate: 'летом' }, 'value-unreadable field:applicationDate'],
  ])('[R55] is not judged with %j', (more, skipped) => {
    expect(tooYoung(more)).toMatchObject({ findings: [], skipped: [skipped] });
  });

  it('[R50] is held against the norm of the day of the application', () => {
    const norm = (years: number, validFrom: string) => ({ years, kind: 'required' as const, source, validFrom });
    const pack = { applicantMinAge: [norm(9, '2026-10-01'), norm(14, '2026-10-06')] };
    expect(tooYoung({}, pack).findings).toEqual([]);
    expect(tooYoung({ applicationDate: '2026-10-06' }, pack).findings[0]?.params).toMatchObject({
      age: 10,
      minAge: 14,
    });
    expect(tooYoung({ applicationDate: '2026-09-30' }, pack).skipped).toEqual(['norm-null applicantMinAge']);
    const recommended = { applicantMinAge: { years: 14, kind: 'recommended' as const, source } };
    expect(tooYoung({}, recommended).shown).toEqual(['warning Реестр!C2']);
  });

  it('is none before birth', () => {
    expect(tooYoung({ applicantBirthDate: '2026-12-01' }).findings[0]?.params).toMatchObject({ age: 0 });
  });
});

describe('the youngest child', () => {
  const adults = [{ birth: '2008-10-31' }, { birth: '2001-01-01' }];
  it.each([
    ['adults', { children: adults }, ['error Реестр!B2']],
    ['one of 17 among them', { children: [...adults, { birth: '2008-11-01' }] }, []],
    ['nobody', { children: [] }, []],
    ['an empty cell', { children: null }, []],
    ['a case closed before', { children: adults, closedOn: '2026-10-30' }, []],
    ['a case that closes tomorrow', { children: adults, closedOn: '2026-11-01' }, ['error Реестр!B2']],
    ['a refused application', { children: adults, decision: 'отказано' }, []],
  ])('%s', (_what, more, findings) => {
    expect(adultShown(more)).toEqual(findings);
  });

  it.each([
    [['CAT05', 'CAT13'], []],
    [['CAT05'], ['error Реестр!B2']],
    [null, ['error Реестр!B2']],
  ])('may be older after care: %j', (categories, findings) => {
    const own = { code: 'CAT13', title: { ru: 'постинтернатное сопровождение', en: 'after care' } };
    const pack = { postCareCategory: 'CAT13', codes: { categories: [own] } };
    expect(adultShown({ children: adults, categories }, pack)).toEqual(findings);
    expect(adultShown({ children: adults, categories })).toEqual(['error Реестр!B2']);
  });
});
