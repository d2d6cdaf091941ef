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
      out.find({ row, field, params: { digits: nationalDigits(wrong[0] ?? ''), count: numbers.length } });
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
    .map((part) => part.replace(/(?:доб|вн)\p{L}{0,15}\.?\s{0,9}\d.*$/iu, ''))
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

const PREFIX = /^\D*(?:\+\s*7|[78](?=[\s(-]))/;

/** Ten digits, with or without the +7 or 8 before them, or a local number of five to seven. */
function canBeRung(number: string): boolean {
  const { length } = digitsOf(number);
  return (length >= 5 && length <= 7) || nationalDigits(number) === 10;
}

/** How many digits a number has without the +7 or 8 before it. */
function nationalDigits(number: string): number {
  const digits = digitsOf(number);
  const hasPrefix = PREFIX.test(number) || (digits.length === 11 && /^[78]/.test(digits));
  return digits.length - (hasPrefix ? 1 : 0);
}
