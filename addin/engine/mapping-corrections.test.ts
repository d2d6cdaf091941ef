import { expect, it } from 'vitest';
import { withCorrection } from './mapping-corrections.ts';

it('a later correction is laid over an earlier one of the same sheet only', () => {
  const first = withCorrection([], { sheet: 'А', kind: 'families', fields: { ФИО: 'applicant', Дата: 'surveyDate' } });
  const both = withCorrection(first, { sheet: 'Б', kind: 'none', fields: {} });
  expect(withCorrection(both, { sheet: 'А', fields: { Дата: null } })).toEqual([
    { sheet: 'Б', kind: 'none', fields: {} },
    { sheet: 'А', kind: 'families', fields: { ФИО: 'applicant', Дата: null } },
  ]);
});
