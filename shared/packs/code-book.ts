/** Turns the wordings of cells into the codes of a pack. */
import type { CodeListName } from '../domain/fields.ts';
import type { CodeValue } from '../domain/values.ts';
import type { CodeEntry, Pack } from './pack.ts';

export interface CodeBook {
  /** The code of one wording; `code: null` when the list has no such wording. */
  readonly decode: (list: CodeListName, text: string) => CodeValue;
  /**
   * The codes of a cell that may hold several wordings. Longest known wordings first, because official wordings
   * contain commas of their own; what is left is split at «;», line breaks, commas, slashes and pluses. Numbers and
   * dashes before the lines of a list are passed over.
   */
  readonly decodeList: (list: CodeListName, text: string) => readonly CodeValue[];
  readonly entries: (list: CodeListName) => readonly CodeEntry[];
}

/** The form in which wordings are compared: lower case, ё = е, look-alike letters unified, punctuation and spaces folded. */
export function comparableWording(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replace(/[abcehkmoptxy]/g, (letter) => LOOK_ALIKES[letter] ?? letter)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** Latin letters that look like Cyrillic ones, at least as capitals. */
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

/** Builds the look-up for a pack's code lists. */
export function codeBook(pack: Pack): CodeBook {
  const indexes = new Map<CodeListName, ReadonlyMap<string, string>>();
  const indexOf = (list: CodeListName): ReadonlyMap<string, string> => {
    const known = indexes.get(list);
    if (known) return known;
    const index = new Map<string, string>();
    for (const entry of pack.codes[list]) {
      for (const wording of [entry.code, entry.title.ru, entry.title.en, ...entry.aliases]) {
        index.set(comparableWording(wording), entry.code);
      }
    }
    indexes.set(list, index);
    return index;
  };
  const decode = (list: CodeListName, text: string): CodeValue => ({
    code: indexOf(list).get(comparableWording(text)) ?? null,
    text: text.trim(),
  });
  const decodeList = (list: CodeListName, text: string): readonly CodeValue[] => {
    const index = indexOf(list);
    const found: CodeValue[] = [];
    for (const line of text.split(/[;\n\r]+/)) {
      const pieces = line.replace(/^\s*(?:\d{1,2}[.)]|[-–—•*])\s+/, '').split(/(?<=[,/+])/);
      for (let start = 0; start < pieces.length;) {
        let end = pieces.length;
        while (end > start + 1 && !index.has(comparableWording(pieces.slice(start, end).join('')))) end -= 1;
        const wording = pieces
          .slice(start, end)
          .join('')
          .replace(/[\s,/+]+$/, '')
          .trim();
        if (wording !== '') found.push(decode(list, wording));
        start = end;
      }
    }
    return found;
  };
  return { decode, decodeList, entries: (list) => pack.codes[list] };
}
