/** ICU messages (plurals, selections) in Russian and English. */
import { IntlMessageFormat } from 'intl-messageformat';
import { withSteeringSeen } from './steering-marks.ts';

export type Language = 'ru' | 'en';

/** Texts of one part of the product in one language: key → ICU message. */
export type Catalogue<K extends string> = Readonly<Record<K, string>>;

type Param = string | number | readonly string[];

const compiled = new Map<string, IntlMessageFormat>();

/**
 * Fills an ICU message. ISO dates among the parameters are written дд.мм.гггг, lists are joined with commas; marks in
 * them that would change how the rest of the sentence looks are seen.
 * Throws when the pattern is malformed or a parameter is missing: both are our mistakes and are found by tests.
 */
export function formatMessage(
  language: Language,
  pattern: string,
  params: Readonly<Record<string, Param>> = {},
): string {
  const key = `${language}|${pattern}`;
  let message = compiled.get(key);
  if (!message) {
    message = new IntlMessageFormat(pattern, language);
    compiled.set(key, message);
  }
  const shown = Object.fromEntries(Object.entries(params).map(([name, value]) => [name, showParam(value)]));
  return String(message.format(shown));
}

function showParam(value: Param): string | number {
  if (typeof value === 'number') return value;
  if (typeof value === 'string') return withSteeringSeen(showDate(value));
  return withSteeringSeen(value.map(showDate).join(', '));
}

/** «31.10.2026» for "2026-10-31"; any other text stays as it is. */
export function showDate(text: string): string {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  return match ? `${match[3]}.${match[2]}.${match[1]}` : text;
}

/** Binds a part's catalogues to a function that looks a key up and fills it. */
export function translator<K extends string>(catalogues: {
  readonly ru: Catalogue<K>;
  readonly en: Catalogue<K>;
}): (language: Language, key: K, params?: Readonly<Record<string, Param>>) => string {
  return (language, key, params) => formatMessage(language, catalogues[language][key], params);
}
