import { expect, it } from 'vitest';
import { explainedErrors, homeRules } from './home-rules.ts';

const entry = (rule: string, looked: number) => ({ rule, looked, findings: 0, skipped: [] });

it('names what the server did not judge and the workbook did, with what it found there', () => {
  const ledger = [
    entry('age/youngest-adult', 4),
    entry('cell/phone', 9),
    entry('visits/below-norm', 4),
    entry('cell/snils', 0),
  ];
  const open = [{ rule: 'cell/phone' }, { rule: 'cell/phone' }, { rule: 'visits/below-norm' }];
  expect(homeRules(['age/youngest-adult', 'cell/phone', 'cell/snils'], { ledger }, open)).toEqual([
    { rule: 'cell/phone', findings: 2 },
    { rule: 'age/youngest-adult', findings: 0 },
  ]);
  expect(homeRules([], { ledger }, open)).toEqual([]);
});

it('counts the explained errors that the server still holds against handing in: it has no explanations', () => {
  const explained = [
    { finding: { rule: 'deadline/order', severity: 'error' } },
    { finding: { rule: 'deadline/order', severity: 'warning' } },
    { finding: { rule: 'cell/snils', severity: 'error' } },
  ] as const;
  expect(explainedErrors(['cell/snils'], explained)).toBe(1);
  expect(explainedErrors([], [])).toBe(0);
});
