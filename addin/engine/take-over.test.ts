import { expect, it } from 'vitest';
import { packById } from '../../shared/packs/packs.ts';
import { plainField } from '../../shared/privacy/travel.ts';
import { testRun } from '../../shared/rules/test-register.ts';
import { takeOverEdit } from './take-over.ts';

const [source] = testRun({ families: [{ caseNo: '1/2026', level: 'BASE', startDate: '2026-05-04' }] }).register
  .families;

it.each([
  ['level', 'CRISIS', { kind: 'text', text: 'кризисный уровень' }],
  ['startDate', '2026-06-01', { kind: 'date', iso: '2026-06-01' }],
  ['startDate', null, { kind: 'empty' }],
  // The level before a transfer belongs to the level, and is not what stands in its cell.
  ['levelBefore', 'CRISIS', null],
  ['fingerprints', ['A'.repeat(22)], null],
  ['caseNo', `kc1_${'c'.repeat(22)}`, null],
])("others' %s, %j, is written as %j", (name, value, expected) => {
  if (source === undefined) throw new Error('the sketch has a family');
  const edit = takeOverEdit({ kind: 'families', values: {}, source }, name, value, packById('training'));
  expect(edit?.value ?? null).toEqual(expected);
});

it.each([
  ['level', 'level'],
  ['levelBefore', 'level'],
  ['sealed.applicant', 'applicant'],
])('%s is a value of %s', (name, field) => {
  expect(plainField(name)).toBe(field);
});
