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
      const wrong = numbersIn(text).filter((digits) => !canBeRung(digits));
      if (wrong.length > 0) out.find({ row, field, params: { digits: wrong[0]?.length ?? 0, count: wrong.length } });
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

/** [R17] The digits of each number. What follows «доб.» is dialled inside; a text without digits names no number. */
function numbersIn(text: string): readonly string[] {
  return text
    .split(/[,;/\n\r]|\s(?:и|или)\s/u)
    .map((part) => part.replace(/(?:доб|вн)\p{L}*\.?\s*\d+.*$/iu, ''))
    .flatMap(splitRun)
    .filter((digits) => digits !== '');
}

/** Two numbers with only a space between them. */
function splitRun(part: string): readonly string[] {
  const digits = part.replace(/\D/g, '');
  if (digits.length <= 11) return [digits];
  const pieces = part
    .trim()
    .split(/\s+(?=(?:\+?7|8)[\s(-]*\d{3})|\s{2,}/u)
    .map((piece) => piece.replace(/\D/g, ''));
  return pieces.length > 1 && pieces.every(canBeRung) ? pieces : [digits];
}

function canBeRung(digits: string): boolean {
  const { length } = digits;
  return (length === 11 && /^[78]/.test(digits)) || length === 10 || (length >= 5 && length <= 7);
}
