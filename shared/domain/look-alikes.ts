/** Latin and Cyrillic letters that look the same. */

const LATIN = 'ABCEHKMOPTXYaceopxyk';
const CYRILLIC = 'АВСЕНКМОРТХУасеорхук';

const toCyrillic: ReadonlyMap<string, string> = new Map([...LATIN].map((letter, i) => [letter, CYRILLIC.charAt(i)]));
const toLatin: ReadonlyMap<string, string> = new Map([...CYRILLIC].map((letter, i) => [letter, LATIN.charAt(i)]));

/** The same text with every Latin letter that looks like a Cyrillic one replaced by it. */
export function withCyrillicTwins(text: string): string {
  return /[A-Za-z]/.test(text) ? text.replace(/[A-Za-z]/g, (letter) => toCyrillic.get(letter) ?? letter) : text;
}

/**
 * A word with letters of both alphabets made one: all Cyrillic when each of its Latin letters has a twin, or else all
 * Latin when each Cyrillic one has. Null when the word is not mixed, or when neither works («IT-отдел» has two words;
 * «Wi-Fiя» cannot be a slip of the keyboard).
 */
export function oneAlphabet(word: string): string | null {
  if (!/[A-Za-z]/.test(word) || !/[А-Яа-яЁё]/.test(word)) return null;
  return swapAll(word, /[A-Za-z]/g, toCyrillic) ?? swapAll(word, /[А-Яа-яЁё]/g, toLatin);
}

function swapAll(word: string, letters: RegExp, twins: ReadonlyMap<string, string>): string | null {
  const foreign = word.match(letters) ?? [];
  if (!foreign.every((letter) => twins.has(letter))) return null;
  return word.replace(letters, (letter) => twins.get(letter) ?? letter);
}
