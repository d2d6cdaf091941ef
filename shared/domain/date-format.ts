/** Tells date formats among Excel's number formats. The codes are those of the file, which are English everywhere. */

/** Built-in formats that show a day; 27–36 and 50–58 do so in East Asian Excel (ECMA-376, 18.8.30). */
export function isBuiltInDateFormat(id: number): boolean {
  return (id >= 14 && id <= 17) || id === 22 || (id >= 27 && id <= 31) || id === 36 || (id >= 50 && id <= 58);
}

/** What shows letters as they are, or names colours, locales and conditions. */
const LITERAL = /"[^"]*"|\\.|_.|\*.|\[(?!(?:h+|m+|s+)\])[^\]]*\]/gi;

/**
 * True when a number format shows a day, a month or a year. A format for hours and minutes alone does not:
 * its number is a time, not a date.
 */
export function isDateFormat(code: string): boolean {
  const positive = code.replace(LITERAL, '').split(';')[0] ?? '';
  if (/^\s*general/i.test(positive)) return false;
  const hasTime = /[hs]|\[m+\]/i.test(positive);
  return /[dy]/i.test(positive) || (!hasTime && /m/i.test(positive));
}
