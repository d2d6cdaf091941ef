/** Telephones and insurance numbers that stand among other words of a cell, each known by its digits. */

/** What was looked for, several joined by commas, and the words without it. */
export interface Taken {
  readonly found: string | null;
  readonly rest: string;
}

const LABEL = String.raw`(?:(?:моб|сот|дом|раб|конт)\p{L}{0,9}\.?\s?)?(?:телефон[а-я]{0,2}|тел|т)\.?\s?:?\s?`;
/** «тел. 6-12-34», «т. 930-771», «телефон: нет»: after the word any digits are a number, unless it says there is none. */
const LABELLED = new RegExp(
  String.raw`(?<!\p{L})${LABEL}(?:((?:\+\s?)?\(?\d[\d\s()–-]{3,20}\d)(?!\d)|(?:нет|отсутствует|-)(?!\p{L}))`,
  'giu',
);
/** «8 922 123-45-67», «+7(3467)930771»: one digit too few or too many is left for a rule to find. */
const LONG = /(?<![\d-])(?:\+\s?7|[78])[\s-]?\(?\d{3,5}\)?[\s-]?\d[\d\s-]{2,9}\d(?!\d)/gu;
/** «9221234567», «(3467) 93-07-71», «6-12-34». */
const SHORT = /(?<![\d-])(?:9\d{9}|\(\d{3,5}\)\s?\d[\d\s-]{3,8}\d|\d{1,3}-\d{2}-\d{2})(?![\d-])/gu;
const LEAST_DIGITS = 9;

const SNILS =
  /(?:снилс\s?:?\s?)?(?<!\d)(?:\d{3}-\d{3}-\d{1,3}(?:[\s-]{1,2}\d{1,3})?|\d{3}\s\d{3}\s\d{3}\s\d{2}|\d{11})(?!\d)/giu;

/** The telephones of a cell. «тел. нет» is no telephone, and no other word either. */
export function takePhones(text: string): Taken {
  const found: string[] = [];
  const keep = (number: string): string => {
    found.push(number.trim());
    return ' ';
  };
  const rest = text
    .replace(LABELLED, (_, number: string | undefined) => (number === undefined ? ' ' : keep(number)))
    .replace(LONG, (number) => (number.replace(/\D/g, '').length >= LEAST_DIGITS ? keep(number) : number))
    .replace(SHORT, keep);
  return { found: found.length === 0 ? null : found.join(', '), rest: tidy(rest) };
}

/** The insurance numbers of a cell, also such as have too few or too many digits behind two groups of three. */
export function takeSnils(text: string): Taken {
  const found: string[] = [];
  const rest = text.replace(SNILS, (number) => {
    found.push(number.replace(/^\D+/u, '').trim());
    return ' ';
  });
  return { found: found.length === 0 ? null : found.join(', '), rest: tidy(rest.replace(/снилс\s?:?/giu, ' ')) };
}

/** What taking out has left of brackets and signs. */
function tidy(text: string): string {
  return text
    .replace(/\(\s*\)/gu, ' ')
    .replace(/[^\S\n]+/gu, ' ')
    .replace(/\s?([,;])(?:\s*[,;])+/gu, '$1')
    .replace(/^[\s,;:–-]+|(?<![\s,;:–-])[\s,;:–-]+$/gu, '');
}
