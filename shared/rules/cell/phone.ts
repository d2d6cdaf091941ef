import { valueOf } from '../engine/cell-text.ts';
import { columnRule } from '../rule.ts';

/** A telephone that cannot be rung. Each of several numbers in a cell is looked at. */
export const cellPhone = columnRule({
  id: 'cell/phone',
  severity: 'warning',
  basis: ['domain.md 5.4'],
  scope: 'column',
  reads: ['phone'],
  isRaw: false,
  needs: [],
  prepare: (run) => {
    const { field } = run;
    if (field !== 'phone' || !run.isFirstOfField) return null;
    return (row, _raw, out) => {
      const text = valueOf(row, field);
      if (typeof text !== 'string' || text === '') return;
      const numbers = numbersIn(text);
      const wrong = numbers.filter((number) => !canBeRung(number));
      if (wrong.length === 0) return;
      out.find({ row, field, params: { digits: digitsOf(wrong[0] ?? '').length, count: numbers.length } });
    };
  },
  examples: {
    passes: [
      {
        families: [{ phone: '8 (3467) 930-771' }, { phone: '+7 922 123-45-67; 930-771' }, { phone: '(3467) 930-772' }],
      },
      { families: [{ phone: '8-922-123-45-67 (мама), 8-922-123-45-68 доб. 12' }, { phone: 'нет' }, { phone: null }] },
    ],
    fails: [{ families: [{ phone: '8 922 123-45-6' }] }, { families: [{ phone: '89221234567, 1234' }] }],
    undecidable: [{ families: [{ applicant: 'Ромашкина Анна' }] }],
  },
});

/** [R17] The numbers of a cell. What follows «доб.» is dialled inside; a part without digits is no number. */
function numbersIn(text: string): readonly string[] {
  return text
    .split(/[,;/\n\r]|\s(?:и|или)\s/u)
    .map((part) => part.replace(/(?:доб|вн)\p{L}*\.?\s*\d+.*$/iu, ''))
    .flatMap(splitRun)
    .filter((part) => /\d/.test(part));
}

/** Two numbers with only a space between them. */
function splitRun(part: string): readonly string[] {
  if (digitsOf(part).length <= 11) return [part];
  const pieces = part.trim().split(/\s+(?=(?:\+?7|8)[\s(-]*\d{3})|\s{2,}/u);
  return pieces.length > 1 && pieces.every(canBeRung) ? pieces : [part];
}

const digitsOf = (text: string): string => text.replace(/\D/g, '');

/** Ten digits, with or without the +7 or 8 before them, or a local number of five to seven. */
function canBeRung(number: string): boolean {
  const digits = digitsOf(number);
  if (digits.length >= 5 && digits.length <= 7) return true;
  if (digits.length === 11) return /^[78]/.test(digits);
  const hasPrefix = /^\D*(?:\+\s*7|[78](?=[\s(-]))/.test(number);
  return digits.length === 10 && !hasPrefix;
}
