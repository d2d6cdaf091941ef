import { valueOf } from '../engine/cell-text.ts';
import { columnRule } from '../rule.ts';

/** Numbers up to this one were given out before check numbers. */
const LAST_UNCHECKED = 1_001_998;

/**
 * Insurance number of a person (СНИЛС): eleven digits, the last two a check number, for numbers above 001-001-998.
 * Source: section 8 of the format of the Pension Fund's documents.
 */
export const cellSnils = columnRule({
  id: 'cell/snils',
  severity: 'error',
  basis: ['domain.md 5.1'],
  scope: 'column',
  reads: ['snils'],
  isRaw: false,
  needs: [],
  prepare: (run) => {
    const { field } = run;
    if (field !== 'snils' || !run.isFirstOfField) return null;
    return (row, _raw, out) => {
      const text = valueOf(row, field);
      if (typeof text !== 'string' || text === '') return;
      const problem = problemOf(text);
      if (problem !== null) out.find({ row, field, params: problem });
    };
  },
  examples: {
    passes: [
      {
        families: [
          { snils: '112-233-445 95' },
          { snils: '00116808900' },
          { snils: '001-001-998 17' },
          { snils: 'нет' },
        ],
      },
      {
        members: [
          { name: 'Ромашкин Пётр', snils: '001-093-837 00' },
          { name: 'Ромашкин Яков', snils: null },
        ],
      },
    ],
    fails: [
      { families: [{ snils: '112-233-445 96' }] },
      { families: [{ snils: '112-233-44' }] },
      { members: [{ name: 'Ромашкин Пётр', snils: '001-001-999 64' }] },
    ],
    undecidable: [{ families: [{ applicant: 'Ромашкина Анна' }] }],
  },
});

/** [R16] Null for a right number, and for a word that says there is none. */
function problemOf(
  text: string,
): { readonly problem: 'length' | 'check'; readonly digits: number; readonly expected: string } | null {
  const digits = text.replace(/\D/g, '');
  if (digits === '' && /^(?:нет|отсутствует|[-–—xх])?$/iu.test(text.trim())) return null;
  if (digits.length !== 11) return { problem: 'length', digits: digits.length, expected: '' };
  if (Number(digits.slice(0, 9)) <= LAST_UNCHECKED) return null;
  const expected = checkNumber(digits);
  return digits.endsWith(expected) ? null : { problem: 'check', digits: 11, expected };
}

/** Digits times their places counted from the end, modulo 101; 100 gives 00. */
function checkNumber(digits: string): string {
  let sum = 0;
  for (let i = 0; i < 9; i += 1) sum += Number(digits.charAt(i)) * (9 - i);
  return String((sum % 101) % 100).padStart(2, '0');
}
