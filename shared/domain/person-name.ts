/**
 * Names of people as registers write them: «Иванова Анна Петровна», «Иванова А.П.», «А. П. Иванова», «Иванова Анна».
 * Two writings fit each other when surnames agree and no part contradicts: initials are unfolded, a missing patronymic
 * says nothing.
 */
import { withCyrillicTwins } from './look-alikes.ts';
import { isErrorText } from './sheet-cells.ts';

export interface PersonName {
  /** Every part in lower case, surname first: ["иванова", "анна", "п"]. Empty for a text that names nobody. */
  readonly parts: readonly string[];
  /** All parts joined: equal for equal writings, whatever the spaces, dots, capitals and ё. */
  readonly key: string;
  /** Surname and first initial: equal for all writings that could fit each other. */
  readonly rough: string;
  /** A first name is there and no part is an initial only. */
  readonly isFull: boolean;
}

/** A pseudonym in place of a name, as registers have it that came over the wire: one long word with digits in it. */
const PSEUDONYM = /^(?=\S*\d)\S{16,}$/u;

/** What follows is no name any more; reading it would cost more than it tells. */
const LONGEST_NAME = 300;

const NOBODY: PersonName = { parts: [], key: '', rough: '', isFull: false };

/** Reads a name. Anything in brackets is left out («Иванова А. П. (опекун)»). */
export function personName(text: string): PersonName {
  if (isErrorText(text.trim())) return NOBODY;
  if (PSEUDONYM.test(text)) return { parts: [text], key: text, rough: text, isFull: false };
  const words = withCyrillicTwins(text.slice(0, LONGEST_NAME))
    .replace(/\([^)]*\)/g, ' ')
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replace(/\s*[-–—]\s*/g, '-')
    .split(/[^\p{L}-]+/u)
    .filter((word) => word !== '' && word !== '-');
  const parts = isInitialsFirst(words) ? [...words.slice(-1), ...words.slice(0, -1)] : words;
  const first = parts[1];
  return {
    parts,
    key: parts.join(' '),
    rough: first === undefined ? (parts[0] ?? '') : `${parts[0]} ${first.charAt(0)}`,
    isFull: parts.length > 1 && parts.every((part) => part.length > 1),
  };
}

function isInitialsFirst(words: readonly string[]): boolean {
  const last = words.at(-1);
  return words.length > 1 && last !== undefined && last.length > 1 && words.slice(0, -1).every((w) => w.length === 1);
}

/** True when both writings can name one person. A bare surname fits nobody but itself. */
export function fitsName(a: PersonName, b: PersonName): boolean {
  if (a.rough !== b.rough || a.parts.length === 0) return false;
  const shared = Math.min(a.parts.length, b.parts.length);
  for (let i = 1; i < shared; i += 1) {
    const one = a.parts[i] ?? '';
    const other = b.parts[i] ?? '';
    const fits = one.length === 1 || other.length === 1 ? one.charAt(0) === other.charAt(0) : one === other;
    if (!fits) return false;
  }
  return true;
}

/** The form in which case numbers are compared: «№ 15-а/2025 » and «15-А/2025» are one. */
export function caseNumberKey(text: string): string {
  return withCyrillicTwins(text)
    .toUpperCase()
    .replace(/^\s*(?:№|N)\s*/u, '')
    .replace(/[–—]/g, '-')
    .replace(/\s+/g, '');
}

const NO_NUMBER = /^(?:Б[/.]?Н|БЕЗНОМЕРА|НЕТ)?\.?$/u;

/** The key of a case number; null for an empty text, a formula's error, and words that say there is none («б/н», «нет»). */
export function caseNumberOf(text: string): string | null {
  const key = caseNumberKey(text);
  return NO_NUMBER.test(key) || isErrorText(text.trim()) ? null : key;
}
