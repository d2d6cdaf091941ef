import { expect, it } from 'vitest';
import { testRun } from '../../shared/rules/test-register.ts';
import { fieldsByFate } from './prepare-register.ts';

it('no level is said to stay in the workbook that leaves as level, term and transfers', () => {
  const family = {
    applicant: 'Осокина Анна Петровна',
    phone: '1',
    levelComposite: 'базовый, 6 мес.',
    level: 'BASE',
    termMonths: 6,
  };
  const { register } = testRun({ families: [family] });
  expect(fieldsByFate(register, false)).toEqual({
    staysHome: { families: ['phone'] },
    leavesAsKey: { families: ['applicant'] },
    leavesSealed: {},
  });
});
