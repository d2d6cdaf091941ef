import { describe, expect, it } from 'vitest';
import { testRun } from '../rules/test-register.ts';
import type { RowSketch } from '../rules/example.ts';
import { familyForms } from './family-forms.ts';

const forms = (family: RowSketch<'families'>): readonly string[] => {
  const [row] = testRun({ families: [family] }).register.families;
  return row ? familyForms(row) : [];
};
const shared = (one: RowSketch<'families'>, other: RowSketch<'families'>): readonly string[] =>
  forms(one).filter((form) => forms(other).includes(form));

describe('the forms by which a family is found in two districts', () => {
  const full = { applicant: 'Ромашкина Анна Петровна', children: [{ birth: '2015-03-01' }] };

  it('agree on one family, however the applicant is written', () => {
    for (const applicant of [
      'Ромашкина А. П.',
      'РОМАШКИНА  А.П.',
      'А. П. Ромашкина',
      'Ромашкина Анна Петровна (опекун)',
    ]) {
      expect(shared(full, { ...full, applicant })).toHaveLength(1);
    }
    expect(
      shared({ applicant: 'Ромашкина', snils: '112-233-445 95' }, { applicant: 'Лютикова', snils: '11223344595' }),
    ).toHaveLength(1);
    const born = { applicant: 'Ромашкина Анна Петровна', applicantBirthDate: '1990-01-15' };
    expect(shared(born, { ...born, applicant: 'ромашкина анна петровна' })).toHaveLength(1);
  });

  it('[P6] differ for other families', () => {
    expect(shared(full, { ...full, children: [{ birth: '2015-03-02' }] })).toEqual([]);
    expect(shared(full, { ...full, applicant: 'Ромашкина А. С.' })).toEqual([]);
    expect(shared(full, { ...full, applicant: 'Ромашова А. П.' })).toEqual([]);
  });

  it('are none where the row says too little', () => {
    for (const family of [
      { applicant: 'Ромашкина Анна', children: [{ birth: '2015-03-01' }] },
      { applicant: 'Ромашкина А. П.', children: [{ birth: '2015' }, { birth: null }, { birth: 'весной' }] },
      { applicant: null, children: [{ birth: '2015-03-01' }] },
      { applicant: 'Ромашкина Анна Петровна', snils: '000-000-000 00' },
      { applicant: 'Ромашкина А. П.', applicantBirthDate: '1990-01-15' },
    ]) {
      expect(forms(family)).toEqual([]);
    }
  });
});
