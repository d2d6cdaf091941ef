/** The form in which wordings and headings are compared. */

/** Latin and other letters that look like Cyrillic ones. */
const LOOK_ALIKES: Readonly<Record<string, string>> = {
  a: 'а',
  b: 'в',
  c: 'с',
  e: 'е',
  h: 'н',
  k: 'к',
  m: 'м',
  o: 'о',
  p: 'р',
  t: 'т',
  x: 'х',
  y: 'у',
};

/** A word with Cyrillic letters, written with Cyrillic letters only («бaзовый» with a Latin a). Lower case in and out. */
export function unifyLookAlikes(word: string): string {
  if (!/[a-z]/.test(word) || !/[а-яё]/.test(word)) return word;
  return word.replace(/[a-z]/g, (letter) => LOOK_ALIKES[letter] ?? letter);
}

/** Lower case, ё = е, look-alike letters unified, punctuation and spaces folded. */
export function comparableWording(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replace(/[abcehkmoptxy]/g, (letter) => LOOK_ALIKES[letter] ?? letter)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

const isOfWholeWords = (comparable: string): boolean => /^\p{L}{4,}( \p{L}{4,})+$/u.test(comparable);

/**
 * The wordings as people write them, for being shown: without those that are another one with its space lost
 * («базовыйуровень»), which are only there to be understood. Abbreviations without a space («соцконтракт») are words of
 * their own and stay. `title` is compared with, and is not among the answer.
 */
export function shownWordings(title: string, wordings: readonly string[]): readonly string[] {
  const spaced = [title, ...wordings].map(comparableWording).filter(isOfWholeWords);
  const joined = new Set(spaced.map((comparable) => comparable.replaceAll(' ', '')));
  return wordings.filter((wording) => !joined.has(comparableWording(wording)));
}

const ENDINGS =
  /(?:иями|ями|ами|ией|иям|иях|ого|его|ому|ему|ыми|ими|ый|ий|ой|ая|яя|ое|ее|ые|ие|ую|юю|ым|им|ом|ем|ам|ям|ах|ях|ов|ев|ей|ою|ею|их|ых|ия|ию|ии|а|я|о|е|ы|и|у|ю|й|ь)$/;

/** A word without its Russian ending; words of up to four letters stay whole. Lower case in and out. */
export function wordStem(word: string): string {
  if (word.length <= 4) return word;
  const stem = word.replace(ENDINGS, '');
  return stem.length >= 3 ? stem : word;
}
