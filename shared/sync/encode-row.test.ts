import { describe, expect, it } from 'vitest';
import { checkRegister } from '../rules/check-register.ts';
import { testRun } from '../rules/test-register.ts';
import { encodeRow, textsToPseudonymise } from './encode-row.ts';

const families = (caseNo: string) =>
  testRun({ families: [caseNo, caseNo].map((number) => ({ caseNo: number, applicant: 'Берёзова Анна' })) });
const pseudonymOf = (purpose: string, text: string): string => `${purpose}:${text}`;

describe('[PR5] a pseudonym', () => {
  it.each(['б/н', 'Б / Н', 'нет', '#N/A', ' '])('stands for no case number where the cell says %j', (caseNo) => {
    const { register, pack, asOf } = families(caseNo);
    for (const row of register.families) {
      expect(encodeRow(row, pseudonymOf)?.values).toMatchObject({ caseNo: null, applicant: 'person:Берёзова Анна' });
      expect(textsToPseudonymise(row)).toEqual([{ purpose: 'person', text: 'Берёзова Анна' }]);
    }
    const { findings } = checkRegister(register, { pack, asOf });
    expect(findings.filter(({ rule }) => rule === 'identity/case-number-duplicate')).toEqual([]);
  });

  it.each(['15/2025', 'нет-1', 'Б'])('stands for the case number %j', (caseNo) => {
    const [row] = families(caseNo).register.families;
    if (!row) throw new Error('no row');
    expect(encodeRow(row, pseudonymOf)?.values['caseNo']).toBe(`case:${caseNo}`);
    expect(textsToPseudonymise(row)).toContainEqual({ purpose: 'case', text: caseNo });
  });
});
